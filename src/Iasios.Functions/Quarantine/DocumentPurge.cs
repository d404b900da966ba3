using Iasios.Core.Ledger;
using Iasios.Functions.Coverage;
using Iasios.Functions.Ledger;
using Iasios.Functions.Text;

namespace Iasios.Functions.Quarantine;

/// <summary>What a purge did.</summary>
/// <param name="Removed">What is gone, in plain words.</param>
/// <param name="Remaining">What may still be there and who can remove it, in plain words.</param>
/// <param name="IsComplete">Whether everything that the app can reach is gone.</param>
public sealed record PurgeReport(IReadOnlyList<string> Removed, IReadOnlyList<string> Remaining, bool IsComplete);

/// <summary>
/// Removes a document for good, by a person's order: the one thing that the app ever removes from the container of
/// evidence. Repeating an order is harmless.
/// </summary>
public sealed class DocumentPurge(
    EvidenceLedger ledger,
    OriginalFiles originals,
    TextStore texts,
    ReadingProgressRows progress,
    CoverageReducer reducer)
{
    private const int Tries = 30;
    private const string Elsewhere =
        "Backups of the storage account, reminders already sent, and the file where it was uploaded from: the app cannot reach these.";

    /// <summary>Removes a document.</summary>
    /// <returns>Null when the file was replaced after the person had looked: nothing of the new file is touched.</returns>
    public async Task<PurgeReport?> TryPurgeAsync(QuarantineOrder order, CancellationToken cancellationToken)
    {
        var document = order.Document;
        var name = $"{order.Facility.Id}/{document.Path}";
        var isNamed = document.Path != Filing.PurgedName;
        var found = isNamed ? await originals.TryRemoveAsync(name, document.ETag, cancellationToken) : new([], [], IsComplete: true);
        if (found is null)
        {
            return null;
        }

        await texts.DeleteAsync(order.Partition, document.Key, null, cancellationToken);
        await progress.ClearAsync(order.Partition, document.Key, cancellationToken);
        List<string> removed = [.. found.Removed, "the extracted text and recognised pages", "the tags and their quotes"];
        List<string> remaining = [.. found.Remaining, Elsewhere];

        var act = order.Act(found.IsComplete ? "purged" : "purged in part", string.Join(' ', found.Remaining));
        if (!await FileAsync(order, act, found.IsComplete, cancellationToken))
        {
            return null;
        }

        if (found.IsComplete)
        {
            await ledger.EraseAsync(
                order.Partition, document.Key, QuarantineRelease.ContentOf(document.Sha256, document.Key), act.OperationId, cancellationToken);
            removed.Add("the file's name in the list of documents and in the audit");
        }

        reducer.Request(order.Facility.Id);
        return new(removed, remaining, found.IsComplete);
    }

    // The event of the deletion may come in between; another file under the same name is somebody's new work.
    private async Task<bool> FileAsync(QuarantineOrder order, LedgerAct act, bool isComplete, CancellationToken cancellationToken)
    {
        var stored = order.Stored;
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var document = isComplete ? Filing.Purged(stored.Document) : stored.Document with { Codes = [], Facts = null };
            if (await ledger.TryFileAsync(order.Partition, stored, document, [], act, cancellationToken))
            {
                return true;
            }

            stored = await ledger.FindAsync(order.Partition, order.Document.Key, cancellationToken) ?? stored;
            if (stored.Document.Processing != Processing.Deleted && stored.Document.ETag != order.Document.ETag)
            {
                return false;
            }
        }

        throw new TimeoutException("The purge could not be filed: too many changes at once. Order it again.");
    }
}
