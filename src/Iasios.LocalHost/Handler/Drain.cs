namespace Iasios.LocalHost.Handler;

/// <summary>How the host stops: first no new work is taken, and five seconds later what still runs is given up.</summary>
internal sealed class Drain : IDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource abandon = new();
    private readonly CancellationTokenRegistration registration;

    public Drain(IHostApplicationLifetime lifetime)
    {
        Stopping = lifetime.ApplicationStopping;
        registration = Stopping.Register(() => abandon.CancelAfter(Grace));
    }

    /// <summary>From here on no new work is taken.</summary>
    public CancellationToken Stopping { get; }

    /// <summary>From here on nobody waits for work that still runs.</summary>
    public CancellationToken Abandon => abandon.Token;

    public void Dispose()
    {
        registration.Dispose();
        abandon.Dispose();
    }
}
