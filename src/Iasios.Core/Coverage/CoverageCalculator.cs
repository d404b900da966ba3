using Iasios.Core.Ledger;
using Iasios.Core.Standards;
using Iasios.Core.Tags;

namespace Iasios.Core.Coverage;

/// <summary>Works out how every sub-requirement stands, from the documents and tags alone.</summary>
public static class CoverageCalculator
{
    private const int BestDocuments = 3;
    private const int QuoteLength = 200;

    /// <summary>The coverage of every sub-requirement of the catalogue on a day, in the catalogue's order.</summary>
    /// <param name="catalogue">The sub-requirements asked for.</param>
    /// <param name="documents">The facility's documents; deleted ones are passed over.</param>
    /// <param name="tags">Their tags.</param>
    /// <param name="asOf">The facility's date.</param>
    public static IReadOnlyList<CodeCoverage> Calculate(
        Catalogue catalogue,
        IEnumerable<FiledDocument> documents,
        IEnumerable<FiledTag> tags,
        DateOnly asOf)
    {
        var byKey = documents.Where(document => document.Processing != Processing.Deleted).ToDictionary(document => document.Key);
        var byCode = tags.Where(tag => byKey.ContainsKey(tag.Document)).ToLookup(tag => tag.Tag.Code);

        return [.. catalogue.Requirements.Select(requirement => Cover(
            requirement.Code,
            [.. byCode[requirement.Code].Select(tag => new Candidate(byKey[tag.Document], tag.Tag, asOf))]))];
    }

    /// <summary>The first day after <paramref name="asOf"/> on which a document's currency changes; null when none will.</summary>
    public static DateOnly? NextChange(IEnumerable<FiledDocument> documents, DateOnly asOf) => documents
        .Select(document => document.Facts)
        .OfType<DocumentFacts>()
        .SelectMany(facts => new[] { facts.EffectiveDate, DayAfter(facts.ReviewDue), DayAfter(facts.ValidUntil) })
        .Where(day => day > asOf)
        .Min();

    private static DateOnly? DayAfter(DateOnly? day) => day < DateOnly.MaxValue ? day?.AddDays(1) : null;

    private static CodeCoverage Cover(RequirementCode code, IReadOnlyList<Candidate> candidates)
    {
        var current = candidates.Where(candidate => candidate is { Accepted: true, Counts: true }).ToList();
        var state = current.Count > 0 ? CoverageState.Found
            : candidates.Any(candidate => candidate.HasLapsed) ? CoverageState.Expired
            : candidates.Count > 0 ? CoverageState.NeedsReview
            : CoverageState.Missing;
        var lastDay = current.Count > 0 && current.All(candidate => candidate.LastDay is not null)
            ? current.Max(candidate => candidate.LastDay)
            : null;

        return new(code, state, candidates.Count, lastDay, [.. candidates
            .OrderByDescending(candidate => candidate.Accepted && candidate.Counts)
            .ThenByDescending(candidate => candidate.Accepted)
            .ThenByDescending(candidate => candidate.Tag.Confidence)
            .ThenBy(candidate => candidate.Document.Path, StringComparer.Ordinal)
            .Take(BestDocuments)
            .Select(candidate => candidate.Summarise())]);
    }

    private sealed record Candidate(FiledDocument Document, Tag Tag, DateOnly AsOf)
    {
        public bool Accepted => Tag.Band == TagBand.Accepted;

        public bool Counts { get; } = Document.CountsOn(AsOf);

        public Currency Currency { get; } = Document.Facts?.On(AsOf) ?? Currency.Undated;

        public bool HasLapsed => Accepted && Currency is Currency.Overdue or Currency.Expired;

        public DateOnly? LastDay =>
            (Document.Facts?.ReviewDue, Document.Facts?.ValidUntil) switch
            {
                ({ } review, { } validity) => review < validity ? review : validity,
                var (review, validity) => review ?? validity,
            };

        public EvidenceSummary Summarise() => new(
            Document.Key,
            Shorten.To(Document.Path, QuoteLength),
            Tag.Quote?.Page,
            Tag.Quote is { } quote ? Shorten.To(quote.Text, QuoteLength) : null,
            Tag.Confidence,
            Tag.Band,
            Currency,
            LastDay);
    }
}
