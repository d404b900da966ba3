using Iasios.Core.Coverage;
using Iasios.Core.Facilities;
using Iasios.Core.Ledger;
using Iasios.Core.Readiness;
using Iasios.Core.Standards;
using Iasios.Core.Text;

namespace Iasios.Functions.Readiness;

/// <summary>The status of a facility as JSON. Its shape is a promise to callers: fields are added, never changed.</summary>
/// <param name="Facility">Whose status it is.</param>
/// <param name="Catalogue">What is asked for.</param>
/// <param name="AsOf">The facility's date.</param>
/// <param name="Computed">When the roll-up was computed, UTC.</param>
/// <param name="Verdict">The answer.</param>
/// <param name="Core">Counts of core sub-requirements.</param>
/// <param name="Extended">Counts of extended sub-requirements.</param>
/// <param name="Standards">All 13, with their sub-requirements.</param>
/// <param name="Documents">Counts of documents, and the newest that need a person.</param>
public sealed record StatusResponse(
    StatusResponse.FacilityPart Facility,
    StatusResponse.CataloguePart Catalogue,
    DateOnly AsOf,
    DateTimeOffset Computed,
    StatusResponse.VerdictPart Verdict,
    StatusResponse.CorePart Core,
    StatusResponse.ExtendedPart Extended,
    IReadOnlyList<StatusResponse.StandardPart> Standards,
    StatusResponse.DocumentsPart Documents)
{
    /// <summary>Makes the response of a facility's roll-up.</summary>
    public static StatusResponse Of(Facility facility, Catalogue catalogue, FacilityCoverage coverage)
    {
        var states = coverage.Codes.ToDictionary(code => code.Code);
        var extended = catalogue.Requirements.Where(requirement => requirement.Tier == Tier.Extended).ToList();

        int Count(Tier tier, params ReadOnlySpan<CoverageState> wanted)
        {
            var count = 0;
            foreach (var requirement in catalogue.Requirements)
            {
                count += requirement.Tier == tier && wanted.Contains(states[requirement.Code].State) ? 1 : 0;
            }

            return count;
        }

        return new(
            new(facility.Id.Value, facility.Name),
            new(catalogue.Version, catalogue.Complete, "The wording is our own working wording, not IASIOS text."),
            coverage.AsOf,
            coverage.Computed,
            new(
                ReadinessJudge.AccreditedCentre(catalogue, coverage.Codes),
                ReadinessJudge.CentreOfExcellence(catalogue, coverage.Codes, facility.AccreditedSince, coverage.AsOf)),
            new(
                Count(Tier.Core, CoverageState.Evidenced, CoverageState.DueSoon),
                Count(Tier.Core, CoverageState.Found),
                catalogue.Requirements.Count(requirement => requirement.Tier == Tier.Core)),
            new(
                Count(Tier.Extended, CoverageState.Evidenced, CoverageState.DueSoon),
                Count(Tier.Extended, CoverageState.Found),
                extended.Count,
                extended.Count(requirement => requirement.CodeProvenance == Provenance.Interview),
                extended.Count(requirement => requirement.CodeProvenance == Provenance.Inferred),
                catalogue.Complete),
            [.. catalogue.Standards.Select(standard => new StandardPart(
                standard.Number,
                standard.Section,
                standard.Title,
                standard.TitleProvenance,
                standard.Requirements.Any(requirement => requirement.Tier == Tier.Core),
                [.. standard.Requirements.Select(requirement => CodePart.Of(requirement, states[requirement.Code]))]))],
            new(coverage.ByProcessing, coverage.ByOutcome, coverage.Ignored, coverage.ForPerson));
    }

    /// <summary>Whose status it is.</summary>
    /// <param name="Id">The facility's id.</param>
    /// <param name="Name">Its name.</param>
    public sealed record FacilityPart(string Id, string Name);

    /// <summary>What is asked for.</summary>
    /// <param name="Version">The catalogue's version.</param>
    /// <param name="Complete">False while letters may be missing from it.</param>
    /// <param name="Note">Whose wording it is.</param>
    public sealed record CataloguePart(string Version, bool Complete, string Note);

    /// <summary>The answers for both levels.</summary>
    /// <param name="AccreditedCentre">For Accredited Centre.</param>
    /// <param name="CentreOfExcellence">For Centre of Excellence.</param>
    public sealed record VerdictPart(AccreditedCentreVerdict AccreditedCentre, CentreOfExcellenceVerdict CentreOfExcellence);

    /// <summary>Core counts.</summary>
    /// <param name="Evidenced">Confirmed by a person.</param>
    /// <param name="Found">Accepted by the machine, not confirmed.</param>
    /// <param name="Total">All core sub-requirements.</param>
    public sealed record CorePart(int Evidenced, int Found, int Total);

    /// <summary>Extended counts. Never a percentage: the end of the list is unknown.</summary>
    /// <param name="Evidenced">Confirmed by a person.</param>
    /// <param name="Found">Accepted by the machine, not confirmed.</param>
    /// <param name="Known">In the catalogue.</param>
    /// <param name="Named">Of these, named in a published interview.</param>
    /// <param name="Inferred">Of these, inferred because letters run on from a.</param>
    /// <param name="Complete">False while letters may be missing.</param>
    public sealed record ExtendedPart(int Evidenced, int Found, int Known, int Named, int Inferred, bool Complete);

    /// <summary>One Standard.</summary>
    /// <param name="Number">1 to 13.</param>
    /// <param name="Section">The section's name.</param>
    /// <param name="Title">Its title in the catalogue's words.</param>
    /// <param name="TitleProvenance">Whose words these are.</param>
    /// <param name="HasCore">False where no sub-requirement is core.</param>
    /// <param name="Codes">Its sub-requirements.</param>
    public sealed record StandardPart(
        int Number,
        string Section,
        string Title,
        Provenance TitleProvenance,
        bool HasCore,
        IReadOnlyList<CodePart> Codes);

    /// <summary>One sub-requirement.</summary>
    /// <param name="Code">Its code.</param>
    /// <param name="Tier">Core or extended.</param>
    /// <param name="TierProvenance">How we know the tier.</param>
    /// <param name="CodeProvenance">How we know the code.</param>
    /// <param name="Wording">What it asks, in the catalogue's words.</param>
    /// <param name="WordingProvenance">Whose words these are.</param>
    /// <param name="State">How it stands.</param>
    /// <param name="LastDay">The last day of that state, where the calendar ends it.</param>
    /// <param name="DocumentCount">How many documents speak to it.</param>
    /// <param name="Documents">The best three.</param>
    public sealed record CodePart(
        RequirementCode Code,
        Tier Tier,
        Provenance TierProvenance,
        Provenance CodeProvenance,
        string Wording,
        Provenance WordingProvenance,
        CoverageState State,
        DateOnly? LastDay,
        int DocumentCount,
        IReadOnlyList<EvidencePart> Documents)
    {
        /// <summary>Makes the part of a sub-requirement.</summary>
        public static CodePart Of(Requirement requirement, CodeCoverage coverage) => new(
            requirement.Code,
            requirement.Tier,
            requirement.TierProvenance,
            requirement.CodeProvenance,
            requirement.Wording,
            requirement.WordingProvenance,
            coverage.State,
            coverage.LastDay,
            coverage.Documents,
            [.. coverage.Best.Select(EvidencePart.Of)]);
    }

    /// <summary>One document that speaks to a sub-requirement.</summary>
    /// <param name="Id">The document's key.</param>
    /// <param name="Name">Its path in the facility's folder.</param>
    /// <param name="Page">The quote's page.</param>
    /// <param name="Quote">The document's own words, at most 200 characters.</param>
    /// <param name="Confidence">0 to 1, uncalibrated.</param>
    /// <param name="Band">Accepted or review.</param>
    /// <param name="Currency">Whether it is in force.</param>
    /// <param name="LastDay">The last day on which it counts.</param>
    public sealed record EvidencePart(
        string Id,
        string Name,
        int? Page,
        string? Quote,
        double Confidence,
        Iasios.Core.Tags.TagBand Band,
        Iasios.Core.Tags.Currency Currency,
        DateOnly? LastDay)
    {
        /// <summary>Makes the part of a summary.</summary>
        public static EvidencePart Of(EvidenceSummary summary) => new(
            summary.Document.Value,
            summary.Name,
            summary.Page,
            summary.Quote,
            summary.Confidence,
            summary.Band,
            summary.Currency,
            summary.LastDay);
    }

    /// <summary>Counts of documents.</summary>
    /// <param name="ByProcessing">By where they are on their way.</param>
    /// <param name="ByOutcome">By how reading ended.</param>
    /// <param name="Ignored">Files passed over by rule.</param>
    /// <param name="NeedPerson">The newest 20 that need a person.</param>
    public sealed record DocumentsPart(
        IReadOnlyDictionary<Processing, int> ByProcessing,
        IReadOnlyDictionary<ReadingOutcome, int> ByOutcome,
        int Ignored,
        IReadOnlyList<DocumentForPerson> NeedPerson);
}
