using Iasios.Core.Evidence;
using Iasios.Core.Facilities;
using Iasios.Core.Ledger;
using Iasios.Core.Tags;
using Iasios.Core.Text;
using Iasios.Functions.Ledger;
using Iasios.Functions.Text;

namespace Iasios.Functions.Documents;

/// <summary>A document with what belongs to it.</summary>
/// <param name="Document">The document.</param>
/// <param name="Tags">Its tags, best first.</param>
/// <param name="Progress">How far the recognition of its pages has come; null when nothing is being recognised.</param>
/// <param name="OperationId">Names the operation that wrote its row.</param>
public sealed record DocumentWithTags(FiledDocument Document, IReadOnlyList<Tag> Tags, ReadingProgress? Progress, string OperationId);

/// <summary>A document as a list shows it.</summary>
/// <param name="Document">The document.</param>
/// <param name="Progress">As above.</param>
public sealed record ListedDocument(FiledDocument Document, ReadingProgress? Progress);

/// <summary>Looks documents up for people and programs.</summary>
public sealed class DocumentLibrary(EvidenceLedger ledger, ReadingProgressRows progress, TextStore texts, EngineVersions versions)
{
    /// <summary>One page of a facility's documents; see <see cref="EvidenceLedger.PageAsync"/>.</summary>
    public async Task<IReadOnlyList<ListedDocument>> PageAsync(Facility facility, int size, DocumentKey? after, bool withDeleted, CancellationToken cancellationToken)
    {
        var partition = Partition.Of(facility.Id);
        var page = await ledger.PageAsync(partition, size, after, withDeleted, cancellationToken);
        return WithProgress(page, await progress.ListAsync(partition, cancellationToken));
    }

    /// <summary>All documents of a facility, deleted ones too.</summary>
    public async Task<IReadOnlyList<ListedDocument>> AllAsync(Facility facility, CancellationToken cancellationToken)
    {
        var partition = Partition.Of(facility.Id);
        var all = await ledger.ListAsync(partition, cancellationToken).Select(stored => stored.Document).ToListAsync(cancellationToken);
        return WithProgress(all, await progress.ListAsync(partition, cancellationToken));
    }

    /// <summary>A document and its tags; null when the facility has no such document.</summary>
    public async Task<DocumentWithTags?> FindAsync(Facility facility, string? id, CancellationToken cancellationToken)
    {
        var partition = Partition.Of(facility.Id);
        if (!DocumentKey.TryParse(id, out var key) || await ledger.FindAsync(partition, key, cancellationToken) is not { } stored)
        {
            return null;
        }

        var tags = await ledger.TagsOfAsync(partition, stored.Document, cancellationToken);
        return new(
            stored.Document,
            [.. tags.OrderBy(tag => tag.Band).ThenByDescending(tag => tag.Confidence).ThenBy(tag => tag.Code.SortKey, StringComparer.Ordinal)],
            await progress.FindAsync(partition, stored.Document, cancellationToken),
            stored.OperationId);
    }

    /// <summary>A document's text; null when none is kept.</summary>
    public async Task<IReadOnlyList<PageText>?> TextAsync(Facility facility, FiledDocument document, CancellationToken cancellationToken) =>
        document is { Sha256: { Length: > 0 } sha256, Versions: { } versions, Facts: not null }
            ? (await texts.ReadAsync(new(Partition.Of(facility.Id), document.Key, sha256, versions.Reading), cancellationToken))?.Pages
            : null;

    private List<ListedDocument> WithProgress(IReadOnlyList<FiledDocument> documents, IReadOnlyDictionary<DocumentKey, ReadingProgress> reading) =>
        [.. documents.Select(document => new ListedDocument(
            document,
            reading.TryGetValue(document.Key, out var one) && one.IsAhead(document, versions) ? one : null))];
}
