using Iasios.Core.Evidence;
using Iasios.Core.Standards;
using Iasios.Core.Tags;

namespace Iasios.Core.Coverage;

/// <summary>How a sub-requirement stands on a day.</summary>
public enum CoverageState
{
    /// <summary>A current document was accepted and a person confirmed it.</summary>
    Evidenced,

    /// <summary>Evidenced, but the last confirmed document lapses within 30 days.</summary>
    DueSoon,

    /// <summary>The machine accepted a current document; nobody has confirmed it yet.</summary>
    Found,

    /// <summary>Only tags that wait for a person.</summary>
    NeedsReview,

    /// <summary>Accepted documents, but none is in force any more.</summary>
    Expired,

    /// <summary>Nothing.</summary>
    Missing,
}

/// <summary>One document that speaks to a sub-requirement.</summary>
/// <param name="Document">Its key.</param>
/// <param name="Name">Its path in the facility's folder, at most 200 UTF-16 units.</param>
/// <param name="Page">The quote's page; null when the tag rests on the folder name alone.</param>
/// <param name="Quote">The document's own words, at most 200 UTF-16 units; null as above.</param>
/// <param name="Confidence">0 to 1, uncalibrated.</param>
/// <param name="Band">Accepted or review.</param>
/// <param name="Currency">On the day that the coverage was computed for.</param>
/// <param name="LastDay">The last day on which it counts; null when it bears no such date.</param>
public sealed record EvidenceSummary(
    DocumentKey Document,
    string Name,
    int? Page,
    string? Quote,
    double Confidence,
    TagBand Band,
    Currency Currency,
    DateOnly? LastDay);

/// <summary>How one sub-requirement stands.</summary>
/// <param name="Code">The sub-requirement.</param>
/// <param name="State">Its state on the day.</param>
/// <param name="Documents">How many documents are tagged with it, whatever their currency.</param>
/// <param name="LastDay">The last day of the present state, where only the calendar ends it: the last accepted document lapses on the next day.</param>
/// <param name="Best">The best three documents: those that count first, then by confidence.</param>
public sealed record CodeCoverage(
    RequirementCode Code,
    CoverageState State,
    int Documents,
    DateOnly? LastDay,
    IReadOnlyList<EvidenceSummary> Best);
