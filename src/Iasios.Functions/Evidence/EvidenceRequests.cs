using Iasios.Functions.Storage;

namespace Iasios.Functions.Evidence;

/// <summary>Asks, through the event queue, to look at documents.</summary>
public sealed class EvidenceRequests(EvidenceStore store)
{
    /// <summary>Asks to look at a blob.</summary>
    public async Task AskAsync(string blobName, CancellationToken cancellationToken) =>
        await (await store.EventsAsync(cancellationToken)).SendMessageAsync(EvidenceEvent.Write(blobName), cancellationToken);
}
