using System.Collections.Concurrent;
using System.Globalization;
using Iasios.Core.Evidence;
using Iasios.Core.Facilities;
using Iasios.Core.Ledger;
using Iasios.Functions.Coverage;
using Iasios.Functions.Facilities;
using Iasios.Functions.Ledger;
using Iasios.Functions.Storage;
using Iasios.Storage.Tables;

namespace Iasios.Functions.Evidence;

/// <summary>
/// Compares the container with the ledger and asks, through the queue, for whatever is missing, changed, gone, made by
/// an older engine, or due for another try.
/// </summary>
public sealed partial class EvidenceReconciler(
    EvidenceStore store,
    EvidenceContainer container,
    FacilityDirectory facilities,
    EvidenceLedger ledger,
    EvidenceProcessor processor,
    CoverageReducer reducer,
    EvidenceRequests queue,
    ReadingProgressRows progress,
    LeftOvers leftOvers,
    TimeProvider clock,
    ILogger<EvidenceReconciler> logger) : IDisposable
{
    // Only a batch at a time is made anew by a newer engine, so that new documents do not wait behind old ones.
    private const int RetagBatch = 200;
    private const int ParallelRequests = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan SweepInterval = TimeSpan.FromHours(1);

    // Longer than a page may take: whoever has recognised one lately is still at it.
    private static readonly TimeSpan PagePatience = TimeSpan.FromMinutes(2);

    // In memory: a restart may ask twice, which is harmless.
    private readonly ConcurrentDictionary<string, DateTimeOffset> asked = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim running = new(1);
    private DateTimeOffset lastSweep = DateTimeOffset.MinValue;

    /// <summary>Runs once and gives a line for the log. A run that finds another one going on does nothing.</summary>
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        if (!await running.WaitAsync(TimeSpan.Zero, cancellationToken))
        {
            return "Another run is going on.";
        }

        try
        {
            Forget();
            var sweep = clock.GetUtcNow() - lastSweep >= SweepInterval;
            var requests = await ReconcileUnassignedAsync(cancellationToken);
            var faults = 0;
            foreach (var facility in await facilities.AllAsync(cancellationToken))
            {
                try
                {
                    requests += await ReconcileAsync(facility, sweep, cancellationToken);
                }
                catch (Exception exception) when (exception is not OperationCanceledException)
                {
                    // One facility's fault must not keep the others waiting.
                    NotReconciled(facility.Id, exception);
                    faults++;
                }
            }

            lastSweep = sweep ? clock.GetUtcNow() : lastSweep;
            Reconciled(requests);
            return faults == 0
                ? string.Create(CultureInfo.InvariantCulture, $"Asked for {requests} documents.")
                : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{faults} facilities could not be reconciled."));
        }
        finally
        {
            running.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => running.Dispose();

    private async Task<int> ReconcileAsync(Facility facility, bool sweep, CancellationToken cancellationToken)
    {
        var partition = Partition.Of(facility.Id);
        var known = await ledger.ListAsync(partition, cancellationToken).ToDictionaryAsync(stored => stored.Document.Key, stored => stored.Document, cancellationToken: cancellationToken);
        var listed = await container.ListAsync(facility.Id.Value + "/", cancellationToken).ToListAsync(cancellationToken);
        var blobs = listed.Where(blob => !blob.IsIgnored).ToList();

        await NoteListingAsync(facility, listed.Count - blobs.Count, cancellationToken);
        var unseen = blobs.Where(blob => !known.ContainsKey(blob.Path.Key)).ToList();
        await Parallel.ForEachAsync(unseen, Limit(cancellationToken), async (blob, token) =>
            await ledger.NoteWaitingAsync(partition, Filing.Waiting(blob.Path, blob.File), token));

        var reading = await progress.ListAsync(partition, cancellationToken);
        var unread = blobs.Where(blob => !IsBeingRead(blob, reading.GetValueOrDefault(blob.Path.Key))).ToList();
        var requests = await RequestAsync(Changed(unread, known).Concat(Gone(facility, blobs, known)), cancellationToken);
        if (sweep)
        {
            await leftOvers.SweepAsync(partition, known, cancellationToken);
        }

        if (unseen.Count > 0)
        {
            await ledger.MarkDirtyAsync(partition, "waiting", cancellationToken);
        }

        await reducer.ReduceIfDirtyAsync(facility, cancellationToken);
        return requests;
    }

    private async Task<int> ReconcileUnassignedAsync(CancellationToken cancellationToken)
    {
        var (folders, loose) = await container.ListRootAsync(cancellationToken);
        var ids = (await facilities.AllAsync(cancellationToken)).Select(facility => facility.Id.Value + "/").ToHashSet(StringComparer.Ordinal);
        var blobs = loose.Where(blob => !blob.IsIgnored).ToList();
        foreach (var folder in folders.Where(folder => !ids.Contains(folder)))
        {
            blobs.AddRange(await container.ListAsync(folder, cancellationToken).Where(blob => !blob.IsIgnored).ToListAsync(cancellationToken));
        }

        if (blobs.Count > 0)
        {
            Unassigned(blobs.Count);
        }

        var known = await ledger.ListAsync(Partition.Unassigned, cancellationToken).ToListAsync(cancellationToken);
        var present = blobs.Select(blob => blob.Path.Key).ToHashSet();
        foreach (var stored in known.Where(stored => stored.Document.Processing != Processing.Deleted && !present.Contains(stored.Document.Key)))
        {
            // Gone, or its facility exists by now and has it.
            await ledger.TryFileAsync(
                Partition.Unassigned, stored, Filing.Deleted(stored.Document), [], new("no longer unassigned", $"assigned {stored.Document.ETag}"), cancellationToken);
        }

        var filed = known
            .Where(stored => stored.Document.Processing != Processing.Deleted)
            .ToDictionary(stored => stored.Document.Key, stored => stored.Document.ETag);
        return await RequestAsync(
            blobs.Where(blob => filed.GetValueOrDefault(blob.Path.Key) != blob.File.ETag).Select(blob => (blob.Path.BlobName, blob.File.ETag)),
            cancellationToken);
    }

    private bool IsBeingRead(ListedBlob blob, ReadingProgress? reading) =>
        reading?.ETag == blob.File.ETag && clock.GetUtcNow() - reading.At < PagePatience;

    private IEnumerable<(string BlobName, string Version)> Changed(
        IReadOnlyList<ListedBlob> blobs,
        IReadOnlyDictionary<DocumentKey, FiledDocument> known)
    {
        var retagged = 0;
        foreach (var blob in blobs)
        {
            var document = known.GetValueOrDefault(blob.Path.Key);
            if (processor.IsUpToDate(document, blob.File))
            {
                continue;
            }

            var isOlder = document is { Processing: Processing.Processed or Processing.Attention or Processing.Quarantined } && document.ETag == blob.File.ETag;
            var waits = document is { Processing: Processing.Failed } && document.ETag == blob.File.ETag && document.NextAttempt > clock.GetUtcNow();
            if (!waits && (!isOlder || ++retagged <= RetagBatch))
            {
                yield return (blob.Path.BlobName, $"{blob.File.ETag} {document?.Attempts ?? 0}");
            }
        }
    }

    private static IEnumerable<(string BlobName, string Version)> Gone(
        Facility facility,
        IReadOnlyList<ListedBlob> blobs,
        IReadOnlyDictionary<DocumentKey, FiledDocument> known)
    {
        var present = blobs.Select(blob => blob.Path.Key).ToHashSet();
        return known.Values
            .Where(document => document.Processing != Processing.Deleted && !present.Contains(document.Key))
            .Select(document => ($"{facility.Id}/{document.Path}", $"{document.ETag} gone"));
    }

    private async Task<int> RequestAsync(IEnumerable<(string BlobName, string Version)> changes, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = changes.Where(change => asked.TryAdd(Key(change), now)).ToList();
        var sent = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        try
        {
            await Parallel.ForEachAsync(due, Limit(cancellationToken), async (change, token) =>
            {
                await queue.AskAsync(change.BlobName, token);
                sent[Key(change)] = true;
            });
        }
        finally
        {
            // What was not sent is asked for by the next run, not in ten minutes.
            foreach (var change in due.Select(Key).Where(key => !sent.ContainsKey(key)))
            {
                asked.TryRemove(change, out _);
            }
        }

        return due.Count;
    }

    private async Task NoteListingAsync(Facility facility, int ignored, CancellationToken cancellationToken)
    {
        var table = await store.CoverageAsync(cancellationToken);
        var row = await table.GetEntityIfExistsAsync(facility.Id.Value, LedgerRows.ListingKey, cancellationToken: cancellationToken);
        if ((row.HasValue ? row.Value!.GetInt32("Ignored") : 0) == ignored)
        {
            return;
        }

        var listing = LedgerRows.Row(facility.Id.Value, LedgerRows.ListingKey);
        listing["Ignored"] = ignored;
        await table.UpsertEntityAsync(listing, TableUpdateMode.Replace, cancellationToken);
        await ledger.MarkDirtyAsync(facility.Id.Value, "listing", cancellationToken);
    }

    private void Forget()
    {
        foreach (var (change, at) in asked)
        {
            if (clock.GetUtcNow() - at > Patience)
            {
                asked.TryRemove(change, out _);
            }
        }
    }

    private static string Key((string BlobName, string Version) change) => $"{change.BlobName}\n{change.Version}";

    private static ParallelOptions Limit(CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = ParallelRequests, CancellationToken = cancellationToken };

    [LoggerMessage(LogLevel.Warning, "{Documents} documents lie in a folder that is no known facility's")]
    private partial void Unassigned(int documents);

    [LoggerMessage(LogLevel.Error, "{Facility} was not reconciled")]
    private partial void NotReconciled(FacilityId facility, Exception exception);

    [LoggerMessage(LogLevel.Information, "Reconciled: asked for {Requests} documents")]
    private partial void Reconciled(int requests);
}
