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
public sealed record DocumentWithTags(FiledDocument Document, IReadOnlyList<Tag> Tags);

/// <summary>Looks documents up for people and programs.</summary>
public sealed class DocumentLibrary(EvidenceLedger ledger, TextStore texts)
{
    /// <summary>One page of a facility's documents; see <see cref="EvidenceLedger.PageAsync"/>.</summary>
    public Task<IReadOnlyList<FiledDocument>> PageAsync(Facility facility, int size, DocumentKey? after, bool withDeleted, CancellationToken cancellationToken) =>
        ledger.PageAsync(Partition.Of(facility.Id), size, after, withDeleted, cancellationToken);

    /// <summary>A document and its tags; null when the facility has no such document.</summary>
    public async Task<DocumentWithTags?> FindAsync(Facility facility, string? id, CancellationToken cancellationToken)
    {
        var partition = Partition.Of(facility.Id);
        if (!DocumentKey.TryParse(id, out var key) || await ledger.FindAsync(partition, key, cancellationToken) is not { } stored)
        {
            return null;
        }

        var tags = await ledger.TagsOfAsync(partition, stored.Document, cancellationToken);
        return new(stored.Document, [.. tags.OrderBy(tag => tag.Band).ThenByDescending(tag => tag.Confidence).ThenBy(tag => tag.Code.SortKey, StringComparer.Ordinal)]);
    }

    /// <summary>A document's text; null when none is kept.</summary>
    public async Task<IReadOnlyList<PageText>?> TextAsync(Facility facility, FiledDocument document, CancellationToken cancellationToken) =>
        document is { Sha256: { Length: > 0 } sha256, Versions: { } versions, Facts: not null }
            ? (await texts.ReadAsync(new(Partition.Of(facility.Id), document.Key, sha256, versions.Reading), cancellationToken))?.Pages
            : null;
}
