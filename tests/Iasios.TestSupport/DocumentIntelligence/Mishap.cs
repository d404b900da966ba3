using Microsoft.AspNetCore.Http;

namespace Iasios.TestSupport.DocumentIntelligence;

/// <summary>What a request meets instead of the right answer.</summary>
public sealed class Mishap
{
    private readonly Func<HttpContext, Task> happen;

    private Mishap(Func<HttpContext, Task> happen) => this.happen = happen;

    /// <summary>The connection is cut before there is an answer.</summary>
    public static Mishap Cut { get; } = new(context =>
    {
        context.Abort();
        return Task.CompletedTask;
    });

    /// <summary>The connection is cut in the middle of the answer.</summary>
    public static Mishap CutInBody { get; } = new(async context =>
    {
        context.Response.ContentLength = 1_000;
        await context.Response.WriteAsync("{\"status\":");
        await context.Response.Body.FlushAsync();
        context.Abort();
    });

    /// <summary>An error in the service's form: a code, and within it perhaps a more precise one.</summary>
    public static Mishap Error(int status, string code, string? inner = null, string? retryAfter = null) => new(context =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.RetryAfter = retryAfter;
        return context.Response.WriteAsJsonAsync(new { error = AnalysisBody.Error(code, inner) });
    });

    internal Task HappenAsync(HttpContext context) => happen(context);
}
