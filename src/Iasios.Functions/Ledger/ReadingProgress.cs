using Azure;
using Iasios.Core.Evidence;
using Iasios.Core.Ledger;
using Iasios.Functions.Storage;
using Iasios.Storage.Tables;

namespace Iasios.Functions.Ledger;

/// <summary>How far the recognition of a document's pages has come.</summary>
/// <param name="Document">The document's key.</param>
/// <param name="ETag">The version of the blob that is being read, without quotes.</param>
/// <param name="Sha256">Of its content.</param>
/// <param name="PagesDone">Pages recognised so far.</param>
/// <param name="Pages">Pages that need recognition.</param>
/// <param name="At">When the last page was recognised, UTC.</param>
public sealed record ReadingProgress(DocumentKey Document, string ETag, string Sha256, int PagesDone, int Pages, DateTimeOffset At)
{
    /// <summary>Whether this tells of something that the document's row does not hold yet.</summary>
    public bool IsAhead(FiledDocument document, EngineVersions versions) =>
        document.ETag != ETag || (document.Processing != Processing.Deleted && document.Versions != versions);
}

/// <summary>
/// The progress of documents whose reading takes long, a row each beside the ledger's. A row may outlive its document's
/// reading when the app is killed; <see cref="ReadingProgress.IsAhead"/> tells.
/// </summary>
public sealed class ReadingProgressRows(EvidenceStore store, EngineVersions versions)
{
    private const string Prefix = "P|";

    /// <summary>Writes how far a document has come.</summary>
    public async Task NoteAsync(string partition, ReadingProgress progress, CancellationToken cancellationToken)
    {
        var row = LedgerRows.Row(partition, KeyOf(progress.Document));
        row["BlobETag"] = progress.ETag;
        row["Sha256"] = progress.Sha256;
        row["PagesDone"] = progress.PagesDone;
        row["Pages"] = progress.Pages;
        row["At"] = progress.At;
        await (await store.CoverageAsync(cancellationToken)).UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    /// <summary>How far a document has come; null when nothing of it waits for recognition.</summary>
    public async Task<ReadingProgress?> FindAsync(string partition, FiledDocument document, CancellationToken cancellationToken)
    {
        var table = await store.CoverageAsync(cancellationToken);
        var row = await table.GetEntityIfExistsAsync(partition, KeyOf(document.Key), cancellationToken: cancellationToken);
        return row.HasValue && Read(row.Value!) is { } progress && progress.IsAhead(document, versions) ? progress : null;
    }

    /// <summary>All rows of a partition by document, those that outlived their reading too.</summary>
    public async Task<IReadOnlyDictionary<DocumentKey, ReadingProgress>> ListAsync(string partition, CancellationToken cancellationToken)
    {
        var table = await store.CoverageAsync(cancellationToken);
        var all = new Dictionary<DocumentKey, ReadingProgress>();
        await foreach (var row in table.QueryAsync(LedgerRows.InRange(partition, Prefix), cancellationToken: cancellationToken))
        {
            if (Read(row) is { } progress)
            {
                all[progress.Document] = progress;
            }
        }

        return all;
    }

    /// <summary>Takes a document's row away.</summary>
    public async Task ClearAsync(string partition, DocumentKey document, CancellationToken cancellationToken)
    {
        try
        {
            var table = await store.CoverageAsync(cancellationToken);
            await table.DeleteEntityAsync(partition, KeyOf(document), ETag.All, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            // Somebody else was quicker.
        }
    }

    private static string KeyOf(DocumentKey document) => Prefix + document;

    // A row of another release is not worth a fault: the next page replaces it.
    private static ReadingProgress? Read(TableEntity row) =>
        LedgerRows.IsReadable(row) && DocumentKey.TryParse(row.RowKey[Prefix.Length..], out var document)
            ? new(
                document,
                row.GetString("BlobETag") ?? "",
                row.GetString("Sha256") ?? "",
                row.GetInt32("PagesDone") ?? 0,
                row.GetInt32("Pages") ?? 0,
                row.GetDateTimeOffset("At") ?? default)
            : null;
}
