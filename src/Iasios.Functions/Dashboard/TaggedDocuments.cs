using Iasios.Core.Facilities;
using Iasios.Core.Ledger;
using Iasios.Core.Standards;
using Iasios.Core.Tags;
using Iasios.Functions.Ledger;

namespace Iasios.Functions.Dashboard;

/// <summary>A document with one of its tags.</summary>
/// <param name="Document">The document.</param>
/// <param name="Tag">The tag.</param>
public sealed record TaggedFile(FiledDocument Document, Tag Tag);

/// <summary>Looks up the documents that are tagged with a sub-requirement.</summary>
public sealed class TaggedDocuments(EvidenceLedger ledger)
{
    private const int PageSize = 100;

    /// <summary>One page of them, surest first; null when there is no such page.</summary>
    public async Task<Paged<TaggedFile>?> PageAsync(Facility facility, RequirementCode code, int page, CancellationToken cancellationToken)
    {
        var partition = Partition.Of(facility.Id);
        var tags = await ledger.TagsForAsync(partition, code, cancellationToken);
        var ordered = tags
            .OrderBy(tag => tag.Tag.Band)
            .ThenByDescending(tag => tag.Tag.Confidence)
            .ThenBy(tag => tag.Document.Value, StringComparer.Ordinal)
            .ToList();
        if (Paged.Of(ordered, page, PageSize) is not { } slice)
        {
            return null;
        }

        var documents = await Task.WhenAll(slice.Items.Select(tag => ledger.FindAsync(partition, tag.Document, cancellationToken)));
        return new(
            [.. slice.Items.Zip(documents).Where(pair => pair.Second is not null).Select(pair => new TaggedFile(pair.Second!.Document, pair.First.Tag))],
            slice.Page,
            slice.Pages,
            slice.Total);
    }
}
