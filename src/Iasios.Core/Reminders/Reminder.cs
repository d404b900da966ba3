using System.Globalization;
using System.Text;
using Iasios.Core.Coverage;
using Iasios.Core.Facilities;
using Iasios.Core.Standards;

namespace Iasios.Core.Reminders;

/// <summary>One day's message to a facility about its core evidence.</summary>
/// <param name="Id">The facility's date: a facility gets at most one message a day.</param>
/// <param name="To">Whom it goes to.</param>
/// <param name="Subject">One line, without names of documents.</param>
/// <param name="Body">Plain text, lines ended by LF.</param>
public sealed record Reminder(string Id, Contact To, string Subject, string Body)
{
    /// <summary>How many days before it lapses a document is first named.</summary>
    public const int DaysAhead = 30;

    /// <summary>The message due on the coverage's date; null when nothing is missing and nothing lapses soon, or when nobody is named to write to.</summary>
    public static Reminder? Due(Facility facility, Catalogue catalogue, FacilityCoverage coverage)
    {
        var core = coverage.Codes.Where(code => catalogue.Find(code.Code)?.Tier == Tier.Core).ToList();
        var missing = core.Where(code => code.State is CoverageState.Missing or CoverageState.Expired or CoverageState.NeedsReview).ToList();
        var lapsing = core.Where(code => code.LastDay < coverage.AsOf.AddDays(DaysAhead)).OrderBy(code => code.LastDay).ToList();
        if (facility.Contact is null || (missing.Count == 0 && lapsing.Count == 0))
        {
            return null;
        }

        return new(
            coverage.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            facility.Contact,
            $"IASIOS evidence of {facility.Name}: {Count(missing.Count, "core sub-requirement")} to work on, {lapsing.Count} lapsing soon",
            Write(facility, catalogue, coverage, missing, lapsing));
    }

    private static string Write(
        Facility facility,
        Catalogue catalogue,
        FacilityCoverage coverage,
        IReadOnlyList<CodeCoverage> missing,
        IReadOnlyList<CodeCoverage> lapsing)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{facility.Name}, core evidence on {coverage.AsOf:yyyy-MM-dd}\n");
        var core = coverage.Codes.Where(code => catalogue.Find(code.Code)?.Tier == Tier.Core).ToList();
        text.Append(CultureInfo.InvariantCulture, $"Of {core.Count} core sub-requirements {core.Count(code => code.State is CoverageState.Evidenced or CoverageState.DueSoon)} are evidenced, {core.Count(code => code.State == CoverageState.Found)} are found but not confirmed by a person.\n");
        Section(text, "No document found:", missing.Where(code => code.State == CoverageState.Missing), code => Line(catalogue, code));
        Section(text, "Lapsed; the renewed document is needed:", missing.Where(code => code.State == CoverageState.Expired), code => Line(catalogue, code));
        Section(text, "Documents wait for a person's judgement:", missing.Where(code => code.State == CoverageState.NeedsReview), code => Line(catalogue, code));
        Section(text, $"Lapses within {DaysAhead} days:", lapsing, code =>
            string.Create(CultureInfo.InvariantCulture, $"{Line(catalogue, code)} (last day {code.LastDay:yyyy-MM-dd})"));
        text.Append("\nThe wording is our own working wording, not IASIOS text.\n");
        return text.ToString();
    }

    private static void Section(StringBuilder text, string heading, IEnumerable<CodeCoverage> codes, Func<CodeCoverage, string> line)
    {
        var lines = codes.Select(line).ToList();
        if (lines.Count > 0)
        {
            text.Append('\n').Append(heading).Append('\n').AppendJoin('\n', lines).Append('\n');
        }
    }

    private static string Line(Catalogue catalogue, CodeCoverage code) => $"  {code.Code}  {catalogue.Find(code.Code)?.Wording}";

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : string.Create(CultureInfo.InvariantCulture, $"{count} {noun}s");
}
