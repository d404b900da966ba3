using System.Net.Sockets;

namespace Iasios.LocalHost.Handler;

/// <summary>Asks the handler for <c>/</c>: any HTTP answer will do.</summary>
internal sealed partial class HandlerProbe(TimeProvider clock, ILogger<HandlerProbe> logger) : IDisposable
{
    private static readonly TimeSpan ReadinessInterval = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan HealthInterval = TimeSpan.FromSeconds(10);

    private readonly HttpClient client = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });

    /// <summary>Waits until the handler answers. Only a refused connection means that it does not listen yet.</summary>
    public async Task UntilReadyAsync(Uri address, CancellationToken cancellationToken)
    {
        while (await IsRefusedAsync(address, cancellationToken))
        {
            await Task.Delay(ReadinessInterval, clock, cancellationToken);
        }
    }

    /// <summary>Asks every ten seconds and logs when there is no answer, until cancelled.</summary>
    public async Task WatchAsync(Uri address, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(HealthInterval, clock);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            try
            {
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                limit.CancelAfter(HealthInterval);
                using var answer = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            }
            catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
            {
                NoAnswer();
            }
        }
    }

    public void Dispose() => client.Dispose();

    private async Task<bool> IsRefusedAsync(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return false;
        }
        catch (HttpRequestException fault)
        {
            return fault.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused };
        }
    }

    [LoggerMessage(LogLevel.Warning, "The handler does not answer GET /.")]
    private partial void NoAnswer();
}
