using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure;
using Iasios.Core.Evidence;
using Iasios.Core.Ledger;
using Iasios.Core.Standards;
using Iasios.Core.Tags;
using Iasios.Functions.Host;
using Iasios.Functions.Storage;
using Iasios.Storage.Tables;

namespace Iasios.Functions.Ledger;

/// <summary>
/// The documents and tags of every facility in Table Storage. A change goes in as one transaction with its audit entry,
/// or not at all.
/// </summary>
public sealed class EvidenceLedger(EvidenceStore store, TimeProvider clock) : IDisposable
{
    // Changes of one facility meet on its audit head. Queueing them here saves most conflicts; the row's ETag decides,
    // for other instances.
    private readonly ConcurrentDictionary<string, SemaphoreSlim> gates = new(StringComparer.Ordinal);

    /// <summary>The document of a key, deleted ones too; null when the ledger has never seen it.</summary>
    public async Task<StoredDocument?> FindAsync(string partition, DocumentKey key, CancellationToken cancellationToken)
    {
        var table = await store.CoverageAsync(cancellationToken);
        var row = await table.GetEntityIfExistsAsync(partition, LedgerRows.DocumentKeyOf(key), cancellationToken: cancellationToken);
        return row.HasValue ? LedgerRows.ReadDocument(row.Value!) : null;
    }

    /// <summary>All documents, deleted ones too.</summary>
    public async IAsyncEnumerable<StoredDocument> ListAsync(string partition, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var table = await store.CoverageAsync(cancellationToken);
        await foreach (var row in table.QueryAsync(LedgerRows.InRange(partition, "D|"), cancellationToken: cancellationToken))
        {
            yield return LedgerRows.ReadDocument(row);
        }
    }

    /// <summary>One page of documents, in the order of their keys.</summary>
    /// <param name="partition">The facility's partition.</param>
    /// <param name="size">At most so many, 1 to 1,000.</param>
    /// <param name="after">The last key of the page before; null for the first page.</param>
    /// <param name="withDeleted">Whether deleted documents are given too.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<IReadOnlyList<FiledDocument>> PageAsync(
        string partition,
        int size,
        DocumentKey? after,
        bool withDeleted,
        CancellationToken cancellationToken)
    {
        var table = await store.CoverageAsync(cancellationToken);
        var from = after is null ? "D|" : LedgerRows.DocumentKeyOf(after);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {from} and RowKey lt {"D}"}");
        if (!withDeleted)
        {
            filter += TableClient.CreateQueryFilter($" and Processing ne {nameof(Processing.Deleted)}");
        }

        var page = new List<FiledDocument>(size);
        await foreach (var row in table.QueryAsync(filter, maxPerPage: size, cancellationToken: cancellationToken))
        {
            page.Add(LedgerRows.ReadDocument(row).Document);
            if (page.Count == size)
            {
                break;
            }
        }

        return page;
    }

    /// <summary>All tags.</summary>
    public async IAsyncEnumerable<FiledTag> ListTagsAsync(string partition, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var table = await store.CoverageAsync(cancellationToken);
        await foreach (var row in table.QueryAsync(LedgerRows.InRange(partition, "E|"), cancellationToken: cancellationToken))
        {
            yield return LedgerRows.ReadTag(row);
        }
    }

    /// <summary>The tags of a sub-requirement.</summary>
    public async Task<IReadOnlyList<FiledTag>> TagsForAsync(string partition, RequirementCode code, CancellationToken cancellationToken)
    {
        var table = await store.CoverageAsync(cancellationToken);
        var tags = new List<FiledTag>();
        await foreach (var row in table.QueryAsync(LedgerRows.InRange(partition, $"E|{code.SortKey}|"), cancellationToken: cancellationToken))
        {
            tags.Add(LedgerRows.ReadTag(row));
        }

        return tags;
    }

    /// <summary>The tags of a document.</summary>
    public async Task<IReadOnlyList<Tag>> TagsOfAsync(string partition, FiledDocument document, CancellationToken cancellationToken)
    {
        var table = await store.CoverageAsync(cancellationToken);
        var rows = await Task.WhenAll(document.Codes.Select(code =>
            table.GetEntityIfExistsAsync(partition, LedgerRows.TagKeyOf(code, document.Key), cancellationToken: cancellationToken)));
        return [.. rows.Where(row => row.HasValue).Select(row => LedgerRows.ReadTag(row.Value!).Tag)];
    }

    /// <summary>
    /// Files a document: its row, its tags, the audit entry and the mark that the roll-up is out of date, all or nothing.
    /// </summary>
    /// <param name="partition">The facility's partition.</param>
    /// <param name="previous">The row as it was read before; null when there was none.</param>
    /// <param name="document">The document as it shall be.</param>
    /// <param name="tags">All its tags; null leaves those that are there.</param>
    /// <param name="act">What was done, for the audit.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>False when somebody else changed the document or the audit in between: read again and decide again.</returns>
    public async Task<bool> TryFileAsync(
        string partition,
        StoredDocument? previous,
        FiledDocument document,
        IReadOnlyList<Tag>? tags,
        LedgerAct act,
        CancellationToken cancellationToken)
    {
        var operationId = act.OperationId;
        var gate = gates.GetOrAdd(partition, _ => new(1));
        await gate.WaitAsync(cancellationToken);
        try
        {
            var table = await store.CoverageAsync(cancellationToken);
            var head = await table.GetEntityIfExistsAsync(partition, LedgerRows.AuditHeadKey, cancellationToken: cancellationToken);
            var entry = AuditEntry.After(
                head.HasValue ? LedgerRows.ReadAuditHead(head.Value!) : AuditHead.Empty,
                clock.GetUtcNow(),
                act.Actor,
                act.Action,
                operationId,
                JsonSerializer.Serialize(AuditPayload.Of(document, act.Note), AppJson.Options));
            TableTransactionAction[] changes =
            [
                Replace(LedgerRows.Write(partition, document, operationId), previous?.RowETag),
                .. tags is null ? [] : TagChanges(partition, previous?.Document, document.Key, tags),
                new(TableTransactionActionType.Add, LedgerRows.Write(partition, entry)),
                Replace(LedgerRows.Write(partition, new AuditHead(entry.Sequence, entry.Hash)), head.HasValue ? head.Value!.ETag : null),
                new(TableTransactionActionType.UpsertReplace, DirtyMark(partition, operationId)),
                .. act.Release is { } release ? [new TableTransactionAction(TableTransactionActionType.UpsertReplace, LedgerRows.Write(partition, release))] : Array.Empty<TableTransactionAction>(),
            ];
            await table.SubmitTransactionAsync(changes, cancellationToken);
            return true;
        }
        catch (RequestFailedException exception) when (exception.Status is 404 or 409 or 412)
        {
            // A write that was retried under the hood may report a conflict with itself.
            return (await FindAsync(partition, document.Key, cancellationToken))?.OperationId == operationId;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Notes a document that was seen in the container and not processed yet. Leaves an existing row alone.</summary>
    public async Task NoteWaitingAsync(string partition, FiledDocument document, CancellationToken cancellationToken)
    {
        var table = await store.CoverageAsync(cancellationToken);
        try
        {
            await table.AddEntityAsync(LedgerRows.Write(partition, document, "waiting"), cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status == 409)
        {
            // Processed in the meantime.
        }
    }

    /// <summary>The release of a content, or null; see <see cref="QuarantineRelease"/>.</summary>
    public async Task<QuarantineRelease?> FindReleaseAsync(string partition, string content, CancellationToken cancellationToken)
    {
        var table = await store.CoverageAsync(cancellationToken);
        var row = await table.GetEntityIfExistsAsync(partition, LedgerRows.ReleaseKeyOf(content), cancellationToken: cancellationToken);
        return row.HasValue ? LedgerRows.ReadRelease(row.Value!) : null;
    }

    /// <summary>
    /// Erases what the audit tells of a document, with its name, and the release of its content. Only the digests stay, so
    /// that the chain remains whole.
    /// </summary>
    /// <param name="partition">The facility's partition.</param>
    /// <param name="document">The document.</param>
    /// <param name="content">Names its content; null when it is not known.</param>
    /// <param name="keep">The operation whose entry stays as it is.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task EraseAsync(string partition, DocumentKey document, string? content, string keep, CancellationToken cancellationToken)
    {
        var table = await store.CoverageAsync(cancellationToken);
        await foreach (var row in table.QueryAsync(LedgerRows.InRange(partition, "A|"), cancellationToken: cancellationToken))
        {
            if (row.GetString("OperationId") != keep && row.GetString("Payload")?.Contains(document.Value, StringComparison.Ordinal) == true)
            {
                row["Payload"] = "";
                row["Salt"] = "";
                await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
            }
        }

        if (content is not null && (await FindReleaseAsync(partition, content, cancellationToken))?.Document == document)
        {
            await table.DeleteEntityAsync(partition, LedgerRows.ReleaseKeyOf(content), ETag.All, cancellationToken);
        }
    }

    /// <summary>Marks a facility's roll-up as out of date.</summary>
    public async Task MarkDirtyAsync(string partition, string reason, CancellationToken cancellationToken) =>
        await (await store.CoverageAsync(cancellationToken)).UpsertEntityAsync(DirtyMark(partition, reason), TableUpdateMode.Replace, cancellationToken);

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var gate in gates.Values)
        {
            gate.Dispose();
        }
    }

    private static IEnumerable<TableTransactionAction> TagChanges(string partition, FiledDocument? previous, DocumentKey key, IReadOnlyList<Tag> tags) =>
    [
        .. tags.Select(tag => new TableTransactionAction(TableTransactionActionType.UpsertReplace, LedgerRows.Write(partition, key, tag))),
        .. (previous?.Codes ?? []).Except(tags.Select(tag => tag.Code)).Select(code =>
            new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(partition, LedgerRows.TagKeyOf(code, key)), ETag.All)),
    ];

    private static TableTransactionAction Replace(TableEntity row, ETag? expected) => expected is { } etag
        ? new(TableTransactionActionType.UpdateReplace, row, etag)
        : new(TableTransactionActionType.Add, row);

    private static TableEntity DirtyMark(string partition, string operationId)
    {
        var row = LedgerRows.Row(partition, LedgerRows.DirtyKey);
        row["OperationId"] = operationId;
        return row;
    }

    private sealed record AuditPayload(string Document, string Path, string ETag, string? Sha256, Processing Processing, string? Outcome, IReadOnlyList<RequirementCode> Codes, string? Note)
    {
        public static AuditPayload Of(FiledDocument document, string? note) => new(
            document.Key.Value, document.Path, document.ETag, document.Sha256, document.Processing, document.Outcome?.ToString(), document.Codes, note);
    }
}
