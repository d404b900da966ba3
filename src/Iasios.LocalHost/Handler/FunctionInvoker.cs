using System.Globalization;
using System.Text.Json.Nodes;
using Iasios.LocalHost.Configuration;

namespace Iasios.LocalHost.Handler;

/// <summary>Posts an invocation to the handler and waits for its answer, at most <c>functionTimeout</c>.</summary>
internal sealed partial class FunctionInvoker(
    FunctionApp app, HandlerSupervisor handlers, TimeProvider clock, ILoggerFactory loggers) : IDisposable
{
    /// <summary>The header that carries an invocation's id.</summary>
    public const string InvocationIdHeader = "X-Azure-Functions-InvocationId";

    private const string HostVersion = "4.1037.0.0";

    private readonly HttpClient client = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        DefaultRequestHeaders = { { "X-Azure-Functions-HostVersion", HostVersion }, { "User-Agent", $"Azure-Functions-Host/{HostVersion}" } },
    };

    /// <summary>Runs a function once. Waits for a handler that is not ready yet; kills one that exceeds the time.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<InvocationResult> InvokeAsync(string function, Guid id, JsonObject envelope, CancellationToken cancellationToken)
    {
        var handler = await handlers.WhenReadyAsync(cancellationToken);
        var log = loggers.CreateLogger($"Function.{function}");
        var start = clock.GetTimestamp();
        var result = await SendAsync(handler, function, id, envelope, cancellationToken);
        if (result is InvocationResult.Failed(var reason))
        {
            ExecutedFailed(log, function, id, clock.GetElapsedTime(start).TotalMilliseconds, reason);
        }
        else
        {
            ExecutedSucceeded(log, function, id, clock.GetElapsedTime(start).TotalMilliseconds);
        }

        return result;
    }

    public void Dispose() => client.Dispose();

    private async Task<InvocationResult> SendAsync(
        HandlerProcess handler, string function, Guid id, JsonObject envelope, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(app.Host.FunctionTimeout ?? Timeout.InfiniteTimeSpan);
        using var request = Request(handler, function, id, envelope);
        try
        {
            using var response = await client.SendAsync(request, deadline.Token);
            var user = loggers.CreateLogger($"Function.{function}.User");
            return await HandlerResponse.ReadAsync(response, line => UserLine(user, line), deadline.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            handlers.Replace(handler);
            return new InvocationResult.Failed(string.Create(CultureInfo.InvariantCulture, $"it took longer than functionTimeout, {app.Host.FunctionTimeout}"));
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            return new InvocationResult.Failed($"the handler could not be reached: {fault.Message}");
        }
    }

    // JsonContent does not know its length, so that the request is chunked, as the real host's is.
    private static HttpRequestMessage Request(HandlerProcess handler, string function, Guid id, JsonObject envelope) =>
        new(HttpMethod.Post, new Uri(handler.Address, function))
        {
            Content = JsonContent.Create(envelope, options: Envelope.Json),
            Headers = { { InvocationIdHeader, id.ToString() } },
        };

    [LoggerMessage(LogLevel.Information, "Executed {Function} (Succeeded, Id={Id}, Duration={Milliseconds:F0} ms)")]
    private static partial void ExecutedSucceeded(ILogger logger, string function, Guid id, double milliseconds);

    [LoggerMessage(LogLevel.Error, "Executed {Function} (Failed, Id={Id}, Duration={Milliseconds:F0} ms): {Reason}.")]
    private static partial void ExecutedFailed(ILogger logger, string function, Guid id, double milliseconds, string reason);

    [LoggerMessage(LogLevel.Information, "{Line}")]
    private static partial void UserLine(ILogger logger, string line);
}
