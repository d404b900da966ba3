using Microsoft.Extensions.Options;

namespace Iasios.Functions.Host;

/// <summary>Maps functions that the host calls by name, such as <c>POST /ProcessEvidence</c>.</summary>
public static class HostInvocationEndpoints
{
    // A queue message is at most 64 KiB; the envelope holds it a few times over, escaped.
    private const long MaxEnvelope = 2 * 1024 * 1024;

    /// <summary>Maps a function without an HTTP trigger.</summary>
    /// <param name="app">The app.</param>
    /// <param name="name">The name of the folder that holds its function.json.</param>
    /// <param name="run">The function.</param>
    public static void MapHostFunction(
        this IEndpointRouteBuilder app,
        string name,
        Func<IServiceProvider, Invocation, CancellationToken, Task<InvocationAnswer>> run)
    {
        var deadline = app.ServiceProvider.GetRequiredService<IOptions<InvocationOptions>>().Value.Deadline;
        app.MapPost("/" + name, async (HttpContext context, Invocation invocation) =>
            {
                using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
                cancellation.CancelAfter(deadline);
                return TypedResults.Ok(await run(context.RequestServices, invocation, cancellation.Token));
            })
            .WithName(name)
            .WithMetadata(new RequestSizeLimit(MaxEnvelope))
            .AddEndpointFilter(async (context, next) =>
                // The host calls directly; whatever came in over HTTP was forwarded and says so.
                context.HttpContext.Request.Headers.Keys.Any(IsForwarded) ? TypedResults.NotFound() : await next(context))
            .AllowAnonymous();
    }

    private static bool IsForwarded(string header) =>
        header.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase)
        || header.Equals("Forwarded", StringComparison.OrdinalIgnoreCase);

    private sealed record RequestSizeLimit(long? MaxRequestBodySize) : Microsoft.AspNetCore.Http.Metadata.IRequestSizeLimitMetadata;
}
