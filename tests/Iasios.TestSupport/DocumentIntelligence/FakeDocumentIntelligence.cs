using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Iasios.TestSupport.DocumentIntelligence;

/// <summary>
/// Stands in for a Document Intelligence resource on a loopback port, as the REST reference of version 2024-11-30 describes the
/// model prebuilt-read: it refuses what the reference does not allow. Each page has two lines, "Page 3" and "of the scan", in
/// words of which it is 0.9 sure. What else a test wants of it, it sets before it asks.
/// </summary>
public sealed class FakeDocumentIntelligence : IAsyncDisposable
{
    /// <summary>The key that opens it.</summary>
    public const string Key = "0123456789abcdef0123456789abcdef";

    /// <summary>The token that opens it.</summary>
    public const string Token = "token-of-the-app";

    private const string Root = "/documentintelligence";
    private const string Model = Root + "/documentModels/prebuilt-read";

    private static readonly string[] ContentTypes = ["application/octet-stream", "application/pdf", "image/jpeg", "image/png", "image/tiff"];

    private readonly ConcurrentDictionary<string, (IReadOnlyList<int> Pages, int Polls)> operations = new(StringComparer.Ordinal);
    private readonly WebApplication app;

    private FakeDocumentIntelligence(WebApplication app, X509Certificate2? certificate) => (this.app, Certificate) = (app, certificate);

    /// <summary>Its address.</summary>
    public Uri Endpoint => new(app.Urls.Single());

    /// <summary>The certificate of https, which only itself vouches for.</summary>
    public X509Certificate2? Certificate { get; }

    /// <summary>All that was asked of it, in order.</summary>
    public ConcurrentQueue<ServiceRequest> Requests { get; } = new();

    /// <summary>What the next requests meet instead of an answer, in order.</summary>
    public ConcurrentQueue<Mishap> Mishaps { get; } = new();

    /// <summary>How many questions after a result are answered with "running".</summary>
    public int RunningPolls { get; set; }

    /// <summary>The seconds in Retry-After of the states; null leaves it out.</summary>
    public int? RetryAfter { get; set; } = 0;

    /// <summary>The pages of a request that are read: two on the free tier.</summary>
    public int PagesRead { get; set; } = int.MaxValue;

    /// <summary>The code that an analysis of some pages fails with; null for none.</summary>
    public Func<IReadOnlyList<int>, string?> FailsWith { get; set; } = _ => null;

    /// <summary>The body of a finished analysis, where it is to be another than the right one.</summary>
    public string? Result { get; set; }

    /// <summary>What Operation-Location begins with, where it is to be another than the service's own address.</summary>
    public string? OperationHost { get; set; }

    /// <summary>Called for each question after a result.</summary>
    public Action OnPoll { get; set; } = () => { };

    /// <summary>The requests that brought a file.</summary>
    public IReadOnlyList<ServiceRequest> Uploads => [.. Requests.Where(request => request.Method == "POST")];

    /// <summary>Starts one.</summary>
    /// <param name="https">Whether it speaks https.</param>
    public static async Task<FakeDocumentIntelligence> StartAsync(bool https = false)
    {
        var certificate = https ? LoopbackCertificate.Create() : null;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, 0, listen => Secure(listen, certificate));
        });
        var fake = new FakeDocumentIntelligence(builder.Build(), certificate);
        fake.app.Run(fake.AnswerAsync);
        await fake.app.StartAsync();
        return fake;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Certificate?.Dispose();
    }

    private static void Secure(ListenOptions listen, X509Certificate2? certificate)
    {
        if (certificate is not null)
        {
            listen.UseHttps(certificate);
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        Requests.Enqueue(await ServiceRequest.ReadAsync(context.Request));
        if (Mishaps.TryDequeue(out var mishap))
        {
            await mishap.HappenAsync(context);
            return;
        }

        var request = context.Request;
        var path = request.Path.Value!;
        await (request switch
        {
            _ when !IsOpenTo(request) => RefuseAsync(context, 401, "Unauthorized"),
            _ when request.Query["api-version"] != "2024-11-30" => RefuseAsync(context, 404, "NotFound"),
            { Method: "GET" } when path == $"{Root}/info" => context.Response.WriteAsJsonAsync(new { customDocumentModels = new { count = 0, limit = 5000 } }),
            { Method: "POST" } when path == $"{Model}:analyze" => BeginAsync(context),
            { Method: "GET" } when path.StartsWith($"{Model}/analyzeResults/", StringComparison.Ordinal) => StateAsync(context, path.Split('/')[^1]),
            _ => RefuseAsync(context, 404, "NotFound"),
        });
    }

    private static bool IsOpenTo(HttpRequest request) =>
        request.Headers["Ocp-Apim-Subscription-Key"] == Key || request.Headers.Authorization == $"Bearer {Token}";

    private async Task BeginAsync(HttpContext context)
    {
        if (!ContentTypes.Contains(context.Request.ContentType))
        {
            await RefuseAsync(context, 415, "UnsupportedMediaType");
            return;
        }

        var id = Guid.NewGuid().ToString();
        operations[id] = ([.. ((string)context.Request.Query["pages"]!).Split(',').Select(page => int.Parse(page, CultureInfo.InvariantCulture))], 0);
        context.Response.StatusCode = 202;
        context.Response.Headers["Operation-Location"] = $"{OperationHost ?? Endpoint.AbsoluteUri.TrimEnd('/')}{Model}/analyzeResults/{id}?api-version=2024-11-30";
        SetRetryAfter(context);
    }

    private async Task StateAsync(HttpContext context, string id)
    {
        OnPoll();
        if (!operations.TryGetValue(id, out var operation))
        {
            await RefuseAsync(context, 404, "NotFound");
            return;
        }

        operations[id] = (operation.Pages, operation.Polls + 1);
        SetRetryAfter(context);
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(
            operation.Polls < RunningPolls ? AnalysisBody.State(operation.Polls == 0 ? "notStarted" : "running")
            : FailsWith(operation.Pages) is { } code ? AnalysisBody.Failed(code)
            : Result ?? AnalysisBody.Succeeded(operation.Pages.Take(PagesRead)));
    }

    private void SetRetryAfter(HttpContext context)
    {
        if (RetryAfter is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }
    }

    private static Task RefuseAsync(HttpContext context, int status, string code) => Mishap.Error(status, code).HappenAsync(context);
}
