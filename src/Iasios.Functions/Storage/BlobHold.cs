using Azure;
using Azure.Storage.Blobs.Specialized;

namespace Iasios.Functions.Storage;

/// <summary>
/// A lease on a blob, renewed until it is given back. Whoever is killed loses it after <see cref="Duration"/>; a write with
/// a lost lease's id is refused.
/// </summary>
public sealed class BlobHold : IAsyncDisposable
{
    private const int RenewalsPerDuration = 3;
    private readonly BlobLeaseClient lease;
    private readonly CancellationTokenSource end = new();
    private readonly Task renewing;

    private BlobHold(BlobLeaseClient lease, TimeProvider clock)
    {
        this.lease = lease;
        renewing = KeepAsync(clock);
    }

    /// <summary>How long a hold lasts that is not renewed: the shortest that Storage knows.</summary>
    public static TimeSpan Duration { get; } = TimeSpan.FromSeconds(15);

    /// <summary>The lease's id, for writing.</summary>
    public string Id => lease.LeaseId;

    /// <summary>Takes the lease.</summary>
    /// <exception cref="RequestFailedException">Status 409: another holds it; 404: there is no such blob.</exception>
    public static async Task<BlobHold> TakeAsync(BlobBaseClient blob, TimeProvider clock, CancellationToken cancellationToken)
    {
        var taken = blob.GetBlobLeaseClient();
        await taken.AcquireAsync(Duration, cancellationToken: cancellationToken);
        return new(taken, clock);
    }

    /// <summary>Gives the lease back.</summary>
    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await renewing;
        end.Dispose();
        try
        {
            await lease.ReleaseAsync();
        }
        catch (Exception exception) when (exception is RequestFailedException or AggregateException)
        {
            // Lost, or the blob is gone, or Storage is: in any case it ends by itself.
        }
    }

    private async Task KeepAsync(TimeProvider clock)
    {
        using var timer = new PeriodicTimer(Duration / RenewalsPerDuration, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(end.Token))
            {
                await RenewAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // Given back.
        }
    }

    private async Task RenewAsync()
    {
        try
        {
            await lease.RenewAsync(cancellationToken: end.Token);
        }
        catch (Exception exception) when (exception is RequestFailedException or AggregateException)
        {
            // If it is lost, the next write says so; if Storage was out of reach, the next renewal may succeed.
        }
    }
}
