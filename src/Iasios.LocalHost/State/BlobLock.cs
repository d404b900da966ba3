using Azure;
using Azure.Storage.Blobs.Specialized;
using Iasios.LocalHost.Configuration;

namespace Iasios.LocalHost.State;

/// <summary>A lease on a blob, so that of several hosts of one app only one runs a timer.</summary>
internal sealed partial class BlobLock(FunctionApp app, TimeProvider clock, ILogger<BlobLock> logger)
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan ReleaseLimit = TimeSpan.FromSeconds(2);

    /// <summary>Waits for the lock, does the work while it is held, and gives it back. When it is lost, the work is cancelled.</summary>
    public async Task HoldAsync(string function, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        var lease = HostBlobs.Lock(app, function).GetBlobLeaseClient();
        await AcquireAsync(function, lease, cancellationToken);
        using var held = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var keeping = KeepAsync(function, lease, held);
        try
        {
            await work(held.Token);
        }
        finally
        {
            await held.CancelAsync();
            await keeping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await ReleaseAsync(lease);
        }
    }

    private async Task AcquireAsync(string function, BlobLeaseClient lease, CancellationToken cancellationToken)
    {
        while (!await TryAcquireAsync(function, lease, cancellationToken))
        {
            await Task.Delay(Interval, clock, cancellationToken);
        }
    }

    private async Task<bool> TryAcquireAsync(string function, BlobLeaseClient lease, CancellationToken cancellationToken)
    {
        try
        {
            await HostBlobs.CreateAsync(HostBlobs.Lock(app, function), cancellationToken);
            await lease.AcquireAsync(Duration, cancellationToken: cancellationToken);
            return true;
        }
        catch (RequestFailedException fault) when (fault.Status == StatusCodes.Status409Conflict)
        {
            return false;
        }
        catch (Exception fault) when (StorageFault.Is(fault, cancellationToken))
        {
            NotAcquired(function, fault.Message);
            return false;
        }
    }

    private async Task KeepAsync(string function, BlobLeaseClient lease, CancellationTokenSource held)
    {
        var renewed = clock.GetTimestamp();

        // A round takes at most two intervals. It must end before the lease lapses and another host takes it.
        while (clock.GetElapsedTime(renewed) + (2 * Interval) < Duration)
        {
            await Task.Delay(Interval, clock, held.Token);
            try
            {
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(held.Token);
                limit.CancelAfter(Interval);
                await lease.RenewAsync(cancellationToken: limit.Token);
                renewed = clock.GetTimestamp();
            }
            catch (RequestFailedException fault) when (fault.Status is StatusCodes.Status409Conflict or StatusCodes.Status412PreconditionFailed or StatusCodes.Status404NotFound)
            {
                break;
            }
            catch (Exception fault) when (StorageFault.Is(fault, held.Token))
            {
                // The lease still stands for some seconds; the next round tries again.
            }
        }

        Lost(function);
        await held.CancelAsync();
    }

    private static async Task ReleaseAsync(BlobLeaseClient lease)
    {
        using var limit = new CancellationTokenSource(ReleaseLimit);
        try
        {
            await lease.ReleaseAsync(cancellationToken: limit.Token);
        }
        catch (Exception fault) when (StorageFault.Is(fault, CancellationToken.None))
        {
            // Not given back, it lapses by itself.
        }
    }

    [LoggerMessage(LogLevel.Warning, "The lock of {Function} cannot be reached ({Reason}). Trying again.")]
    private partial void NotAcquired(string function, string reason);

    [LoggerMessage(LogLevel.Warning, "The lock of {Function} was lost.")]
    private partial void Lost(string function);
}
