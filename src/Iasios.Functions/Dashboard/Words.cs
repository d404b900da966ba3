using System.Globalization;
using Iasios.Core.Coverage;
using Iasios.Core.Ledger;
using Iasios.Core.Readiness;
using Iasios.Core.Standards;
using Iasios.Core.Tags;
using Iasios.Core.Text;
using Iasios.Functions.Ledger;

namespace Iasios.Functions.Dashboard;

/// <summary>What the pages call things. One word for one thing, on every page.</summary>
public static class Words
{
    private const int Kibi = 1024;
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>A date as "22 November 2026".</summary>
    public static string Date(DateOnly date) => date.ToString("d MMMM yyyy", British);

    /// <summary>A moment at a place, as "22 November 2026, 09:05".</summary>
    public static string Moment(DateTimeOffset moment, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(moment, zone).ToString("d MMMM yyyy, HH:mm", British);

    /// <summary>A number with its noun, as "1 document" or "2,500 documents".</summary>
    public static string Count(int count, string noun) => $"{Number(count)} {(count == 1 ? noun : noun + "s")}";

    /// <summary>A number as "2,500".</summary>
    public static string Number(int count) => count.ToString("N0", British);

    /// <summary>A size as "2 KB"; 1 KB is 1,024 bytes.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < Kibi => string.Create(British, $"{bytes} bytes"),
        < Kibi * Kibi => string.Create(British, $"{bytes / (double)Kibi:N0} KB"),
        _ => string.Create(British, $"{bytes / (double)(Kibi * Kibi):N1} MB"),
    };

    /// <summary>The name of a value in addresses and styles, as "needsReview".</summary>
    public static string Name<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return string.Concat(name[..1].ToLowerInvariant(), name.AsSpan(1));
    }

    /// <summary>A verdict as people say it.</summary>
    public static string Of(VerdictState verdict) => verdict switch
    {
        VerdictState.Ready => "Ready",
        VerdictState.NotReady => "Not ready",
        VerdictState.NotOpen => "Not open yet",
        _ => "Cannot be judged",
    };

    /// <summary>A sub-requirement's state as people say it.</summary>
    public static string Of(CoverageState state) => state switch
    {
        CoverageState.Evidenced => "Evidenced",
        CoverageState.DueSoon => "Evidenced, lapses soon",
        CoverageState.Found => "Found, not confirmed",
        CoverageState.NeedsReview => "Needs a person",
        CoverageState.Expired => "Lapsed",
        _ => "Missing",
    };

    /// <summary>The sign that stands beside a state's word. Only what a person confirmed has a tick.</summary>
    public static string Sign(CoverageState state) => state switch
    {
        CoverageState.Evidenced or CoverageState.DueSoon => "✓",
        CoverageState.Found => "○",
        CoverageState.NeedsReview => "?",
        CoverageState.Expired => "!",
        _ => "×",
    };

    /// <summary>What a state means.</summary>
    public static string Meaning(CoverageState state) => state switch
    {
        CoverageState.Evidenced => "A current document is there, and a person confirmed it.",
        CoverageState.DueSoon => "A person confirmed a document, and the last such document lapses within 30 days.",
        CoverageState.Found => "The program found a document that is not out of date. No person has confirmed it, so it does not count yet. This release cannot record confirmations.",
        CoverageState.NeedsReview => "The program found only documents that it cannot decide on.",
        CoverageState.Expired => "There was a document, but its review date or its validity has passed.",
        _ => "No document was found.",
    };

    /// <summary>What to do next about a state.</summary>
    public static string NextStep(CoverageState state) => state switch
    {
        CoverageState.Evidenced => "Nothing for now.",
        CoverageState.DueSoon => "Hand in the renewed document before it lapses.",
        CoverageState.Found => "Check the quoted passages below against your copy of the Standards.",
        CoverageState.NeedsReview => "Read the documents below and decide whether they prove it.",
        CoverageState.Expired => "Hand in the renewed document.",
        _ => "Hand in a document that proves it.",
    };

    /// <summary>A tier as people say it.</summary>
    public static string Of(Tier tier) => tier == Tier.Core ? "Core" : "Extended";

    /// <summary>What a tier is needed for.</summary>
    public static string Meaning(Tier tier) => tier == Tier.Core
        ? "Needed for Accredited Centre."
        : "Needed, besides all core ones, for Centre of Excellence.";

    /// <summary>How we know a code or its tier.</summary>
    public static string Source(Provenance provenance) => provenance switch
    {
        Provenance.Official => "IASIOS states it.",
        Provenance.Interview => "Staff of a centre said it in a published interview.",
        Provenance.Inferred => "We infer it: letters run on from a, and IASIOS does not publish this one.",
        _ => "This is our own assumption.",
    };

    /// <summary>Whose words a wording, a title or a list is in.</summary>
    public static string WhoseWords(Provenance provenance) => provenance switch
    {
        Provenance.Official => "These are the words of IASIOS.",
        Provenance.Interview => "Staff of a centre said this in a published interview. It is not IASIOS text.",
        _ => "This is our working wording, not IASIOS text.",
    };

    /// <summary>Where a document is on its way, as people say it.</summary>
    public static string Of(Processing processing) => processing switch
    {
        Processing.Waiting => "Waiting",
        Processing.Processed => "Processed",
        Processing.Attention => "Needs a person",
        Processing.Failed => "Failed",
        Processing.Quarantined => "Held back",
        _ => "Deleted",
    };

    /// <summary>What that means.</summary>
    public static string Meaning(Processing processing) => processing switch
    {
        Processing.Waiting => "Handed in, and not read yet. Nothing needs to be done.",
        Processing.Processed => "Read, and compared with every sub-requirement.",
        Processing.Attention => "The program did what it can. A person must look.",
        Processing.Failed => "A fault stopped the processing. It is tried again.",
        Processing.Quarantined => "Held back because it seems to hold patient data. No text of it is kept.",
        _ => "No longer in the facility's folder. It counts for nothing.",
    };

    /// <summary>How far the recognition of a document's pages has come, as "87 of 200 pages".</summary>
    public static string Of(ReadingProgress progress) => $"{Number(progress.PagesDone)} of {Count(progress.Pages, "page")}";

    /// <summary>The sign beside it. Being processed proves nothing, so there is no tick.</summary>
    public static string Sign(Processing processing) => processing switch
    {
        Processing.Waiting => "…",
        Processing.Processed => "·",
        Processing.Attention => "?",
        Processing.Failed or Processing.Quarantined => "!",
        _ => "–",
    };

    /// <summary>A document's currency as people say it.</summary>
    public static string Of(Currency currency) => currency switch
    {
        Currency.Current => "In force",
        Currency.Overdue => "Review overdue",
        Currency.Expired => "No longer valid",
        Currency.Draft => "Draft, or not in force yet",
        Currency.Superseded => "Withdrawn or replaced",
        Currency.Template => "Blank form",
        Currency.ClaimOnly => "Claim without content",
        _ => "Bears no date",
    };

    /// <summary>Whether a document is in force on a day, and the dates that it bears.</summary>
    public static string Dates(DocumentFacts facts, DateOnly asOf)
    {
        string?[] sentences =
        [
            Of(facts.On(asOf)),
            facts.EffectiveDate is { } effective ? $"Effective from {Date(effective)}" : null,
            facts.ReviewDue is { } review ? $"Review due by {Date(review)}" : null,
            facts.ValidUntil is { } valid ? $"Valid until {Date(valid)}" : null,
        ];
        return string.Join(' ', sentences.OfType<string>().Select(sentence => sentence + "."));
    }

    /// <summary>How reading a document ended, as people say it.</summary>
    public static string Of(ReadingOutcome outcome) => outcome switch
    {
        ReadingOutcome.Read => "All text was read",
        ReadingOutcome.Partial => "Some pages gave no text",
        ReadingOutcome.NeedsOcr => "Pictures without text",
        ReadingOutcome.Encrypted => "Locked by a password",
        ReadingOutcome.Unreadable => "The file is broken",
        ReadingOutcome.Unsupported => "A kind of file that is not read",
        _ => "Too large",
    };

    /// <summary>The state that one tag of a document would give its sub-requirement on a day.</summary>
    public static CoverageState StateOf(Tag tag, FiledDocument document, DateOnly asOf) => tag.Band switch
    {
        TagBand.Review => CoverageState.NeedsReview,
        _ when document.CountsOn(asOf) => CoverageState.Found,
        _ => CoverageState.Expired,
    };
}
