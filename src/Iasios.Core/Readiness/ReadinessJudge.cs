using Iasios.Core.Coverage;
using Iasios.Core.Standards;

namespace Iasios.Core.Readiness;

/// <summary>
/// Judges readiness. Non-compensating: every core sub-requirement and every gate must hold, and no extended one makes up
/// for a core one (iasios.org, requirements).
/// </summary>
public static class ReadinessJudge
{
    /// <summary>Years of accreditation before Centre of Excellence is open (iasios.org, accreditation pathway).</summary>
    public const int YearsBeforeExcellence = 4;

    // The gates that IASIOS asks for besides documents, and the confirmation of the wording that we ask for. None can be
    // recorded yet, so each is open.
    private static readonly IReadOnlyList<Blocking> Gates =
    [
        new(null, "caseReview", "The internal review of 30 randomly selected cases is not recorded; this release cannot record it yet.", "Review 30 randomly selected cases in the hospital's own system."),
        new(null, "procedures", "The number of procedures in the year (at least 150) is not recorded; this release cannot record it yet.", "Count the procedures of the last 12 months."),
        new(null, "approval", "The approval of the head of department or hospital director is not recorded; this release cannot record it yet.", "Ask for a signed approval."),
        new(null, "wording", "The facility has not confirmed the catalogue against its own copy of the Standards; this release cannot record it yet.", "Compare the working wording with your copy of the Standards."),
    ];

    /// <summary>Whether the facility could apply for Accredited Centre.</summary>
    public static AccreditedCentreVerdict AccreditedCentre(Catalogue catalogue, IReadOnlyList<CodeCoverage> coverage)
    {
        var open = Core(catalogue, coverage)
            .Where(code => code.State is not (CoverageState.Evidenced or CoverageState.DueSoon))
            .Select(Explain);
        return new(VerdictState.NotReady, [.. open, .. Gates]);
    }

    /// <summary>Whether the facility could apply for Centre of Excellence.</summary>
    /// <param name="catalogue">The sub-requirements asked for.</param>
    /// <param name="coverage">How each stands.</param>
    /// <param name="accreditedSince">When the present accreditation was granted; null when there is none.</param>
    /// <param name="asOf">The facility's date.</param>
    public static CentreOfExcellenceVerdict CentreOfExcellence(
        Catalogue catalogue,
        IReadOnlyList<CodeCoverage> coverage,
        DateOnly? accreditedSince,
        DateOnly asOf)
    {
        var open = Core(catalogue, coverage).Count(code => code.State is not (CoverageState.Evidenced or CoverageState.DueSoon));
        var incomplete = catalogue.Complete
            ? []
            : new[] { "The list of extended sub-requirements is incomplete: IASIOS does not publish the end of each Standard's letters." };
        var core = open switch
        {
            0 => [],
            1 => new[] { "1 core sub-requirement is not evidenced, and extended ones never make up for it." },
            _ => [$"{open} core sub-requirements are not evidenced, and extended ones never make up for them."],
        };

        return accreditedSince?.AddYears(YearsBeforeExcellence) is { } opens && asOf >= opens
            ? new(VerdictState.NotReady, [.. core, "The gates of Accredited Centre are not recorded.", .. incomplete])
            : new(VerdictState.NotOpen, [NotOpen(accreditedSince), .. core, .. incomplete]);
    }

    private static string NotOpen(DateOnly? accreditedSince) => accreditedSince is { } since
        ? FormattableString.Invariant($"Opens after four accredited years, on {since.AddYears(YearsBeforeExcellence):yyyy-MM-dd}.")
        : "Opens after four accredited years; no accreditation is recorded.";

    private static IEnumerable<CodeCoverage> Core(Catalogue catalogue, IReadOnlyList<CodeCoverage> coverage) =>
        coverage.Where(code => catalogue.Find(code.Code)?.Tier == Tier.Core);

    private static Blocking Explain(CodeCoverage code) => code.State switch
    {
        CoverageState.Found => new(code.Code, null, "A document was found, but no person has confirmed it; this release cannot record confirmations yet.", "Check the quoted passage against your copy of the Standards."),
        CoverageState.NeedsReview => new(code.Code, null, "Only documents that a person must judge.", "Read the documents listed for this code."),
        CoverageState.Expired => new(code.Code, null, "The document's review date or validity has passed.", "Hand in the renewed document."),
        _ => new(code.Code, null, "No document was found.", "Hand in a document that proves it."),
    };
}
