using Iasios.Core.Evidence;
using Iasios.Core.Ledger;
using Iasios.Functions.Ledger;
using Iasios.Functions.Text;

namespace Iasios.Functions.Evidence;

/// <summary>Deletes what killed invocations left behind: texts, recognised pages, and rows of progress.</summary>
public sealed class LeftOvers(ReadingProgressRows progress, TextStore texts, EngineVersions versions, TimeProvider clock)
{
    // A text is written before its row: a young one may belong to a document that is just being filed.
    private static readonly TimeSpan Age = TimeSpan.FromHours(1);

    /// <summary>Sweeps a partition.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="documents">All documents that the ledger knows.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task SweepAsync(string partition, IReadOnlyDictionary<DocumentKey, FiledDocument> documents, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - Age;
        var reading = new List<ReadingProgress>();
        foreach (var one in (await progress.ListAsync(partition, cancellationToken)).Values)
        {
            // However long its next turn has to wait, no page of a document that is being read is lost.
            if (documents.TryGetValue(one.Document, out var document) ? one.IsAhead(document, versions) : one.At >= before)
            {
                reading.Add(one);
            }
            else
            {
                await progress.ClearAsync(partition, one.Document, cancellationToken);
            }
        }

        var named = documents.Values
            .Where(document => document is { Sha256: not null, Versions: not null, Processing: not Processing.Quarantined })
            .Select(document => new TextName(partition, document.Key, document.Sha256!, document.Versions!.Reading).BlobName)
            .Concat(reading.Select(one => new TextName(partition, one.Document, one.Sha256, versions.Reading).RecognisedBlobName))
            .ToHashSet(StringComparer.Ordinal);
        await texts.SweepAsync(partition, named, before, cancellationToken);
    }
}
