using Azure;

namespace Iasios.LocalHost.State;

/// <summary>Tells faults of the storage, which are worth another try later, from our own wish to stop.</summary>
internal static class StorageFault
{
    /// <summary>Whether a fault comes from the storage: a refusal, no answer after all retries, or no answer in time.</summary>
    public static bool Is(Exception fault, CancellationToken cancellationToken) =>
        fault is RequestFailedException or AggregateException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested);
}
