using Iasios.Core.Evidence;
using Iasios.Core.Ledger;
using Iasios.Core.Text;

namespace Iasios.Core.Coverage;

/// <summary>A document that a person should look at.</summary>
/// <param name="Document">Its key.</param>
/// <param name="Name">Its path in the facility's folder, at most 200 UTF-16 units.</param>
/// <param name="Processing">Attention, failed or quarantined; processed for a document that has lapsed since.</param>
/// <param name="Outcome">How reading ended; null when it was not reached.</param>
/// <param name="Reason">Why, in plain words.</param>
/// <param name="HandedIn">When this version was handed in, UTC.</param>
public sealed record DocumentForPerson(
    DocumentKey Document,
    string Name,
    Processing Processing,
    ReadingOutcome? Outcome,
    string Reason,
    DateTimeOffset HandedIn);

/// <summary>The roll-up of one facility: all that its status needs, in one row.</summary>
/// <param name="CatalogueVersion">The catalogue that the states were computed with.</param>
/// <param name="AsOf">The facility's date that they hold for.</param>
/// <param name="NextChange">The first later date on which they may differ; null when no date matters.</param>
/// <param name="Computed">When, UTC.</param>
/// <param name="Codes">Every sub-requirement, in the catalogue's order.</param>
/// <param name="ByProcessing">Counts of documents.</param>
/// <param name="ByOutcome">Counts of documents that are not deleted, by how reading ended.</param>
/// <param name="Ignored">Blobs passed over by rule, at the last listing of the container.</param>
/// <param name="ForPerson">The newest 20 documents that need a person.</param>
public sealed record FacilityCoverage(
    string CatalogueVersion,
    DateOnly AsOf,
    DateOnly? NextChange,
    DateTimeOffset Computed,
    IReadOnlyList<CodeCoverage> Codes,
    IReadOnlyDictionary<Processing, int> ByProcessing,
    IReadOnlyDictionary<ReadingOutcome, int> ByOutcome,
    int Ignored,
    IReadOnlyList<DocumentForPerson> ForPerson)
{
    private const int ForPersonCount = 20;
    private const int NameLength = 200;

    /// <summary>Rolls up a facility's documents and tags.</summary>
    /// <param name="catalogue">The sub-requirements asked for.</param>
    /// <param name="documents">All documents of the facility, deleted ones too.</param>
    /// <param name="tags">Their tags.</param>
    /// <param name="ignored">Blobs passed over by rule, at the last listing of the container.</param>
    /// <param name="asOf">The facility's date.</param>
    /// <param name="now">When, UTC.</param>
    public static FacilityCoverage Of(
        Standards.Catalogue catalogue,
        IReadOnlyCollection<FiledDocument> documents,
        IReadOnlyCollection<FiledTag> tags,
        int ignored,
        DateOnly asOf,
        DateTimeOffset now)
    {
        var present = documents.Where(document => document.Processing != Processing.Deleted).ToList();

        return new(
            catalogue.Version,
            asOf,
            CoverageCalculator.NextChange(present, asOf),
            now,
            CoverageCalculator.Calculate(catalogue, present, tags, asOf),
            documents.CountBy(document => document.Processing).ToDictionary(),
            present.Where(document => document.Outcome is not null).CountBy(document => document.Outcome!.Value).ToDictionary(),
            ignored,
            [.. present
                .Where(document => document.NeedsPersonOn(asOf))
                .OrderByDescending(document => document.HandedIn)
                .ThenBy(document => document.Path, StringComparer.Ordinal)
                .Take(ForPersonCount)
                .Select(document => new DocumentForPerson(
                    document.Key,
                    Shorten.To(document.Path, NameLength),
                    document.Processing,
                    document.Outcome,
                    document.ReasonOn(asOf) ?? "",
                    document.HandedIn))]);
    }

    /// <summary>Whether the states still hold on a day under a catalogue.</summary>
    public bool HoldsOn(DateOnly day, string catalogueVersion) =>
        catalogueVersion == CatalogueVersion && day >= AsOf && !(day >= NextChange);
}
