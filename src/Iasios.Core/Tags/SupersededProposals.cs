using System.Globalization;
using Iasios.Core.Text;

namespace Iasios.Core.Tags;

/// <summary>A proposal for a person: one file seems to be replaced by another.</summary>
/// <param name="Older">The file that seems superseded.</param>
/// <param name="Newer">The file with the newer version.</param>
/// <param name="Reason">Why, in plain words; it holds no text of the documents.</param>
public sealed record SupersededProposal(string Older, string Newer, string Reason);

/// <summary>Finds older files of the same document among many. Nothing is decided: a person confirms each proposal.</summary>
public static class SupersededProposals
{
    private const int FewestTitleWords = 2;

    /// <summary>
    /// One proposal for each file of which a newer one exists, with the newest as its successor. Files belong together by their
    /// document number or, where one of them has none, by title and kind. Records such as minutes, whose titles repeat
    /// from month to month, belong together by number and version only.
    /// </summary>
    /// <param name="documents">Each file's name, unique, with its facts. Drafts, templates and superseded files take no part.</param>
    public static IReadOnlyList<SupersededProposal> Of(IEnumerable<(string File, DocumentFacts Facts)> documents)
    {
        var released = documents.Where(document => document.Facts.Standing == Standing.Released).Select(Candidate.Of).ToList();
        var byNumber = released.Where(document => document.Number.Length > 0).GroupBy(document => document.Number, StringComparer.Ordinal)
            .SelectMany(group => Proposals([.. group], "The same document number"));
        var byTitle = released.Where(document => document.Title.Length > 0).GroupBy(document => document.Title, StringComparer.Ordinal)
            .Where(group => group.Where(document => document.Number.Length > 0).DistinctBy(document => document.Number).Count() <= 1)
            .SelectMany(group => Proposals([.. group], "The same title"));
        return [.. byNumber.Concat(byTitle).DistinctBy(proposal => proposal.Older, StringComparer.Ordinal).OrderBy(proposal => proposal.Older, StringComparer.Ordinal)];
    }

    private static IEnumerable<SupersededProposal> Proposals(List<Candidate> group, string what)
    {
        foreach (var older in group)
        {
            var newer = group.Where(other => IsNewer(other, older) is not null).ToList();
            if (newer.Count > 0)
            {
                var newest = newer.Find(candidate => !newer.Exists(other => IsNewer(other, candidate) is not null)) ?? newer[0];
                yield return new(older.File, newest.File, $"{what}, and {IsNewer(newest, older)}.");
            }
        }
    }

    // The version decides; without versions, the day from which each is in force.
    private static string? IsNewer(Candidate newer, Candidate older)
    {
        if (newer.Version is [_, ..] one && older.Version is [_, ..] other)
        {
            return Compare(one, other) > 0 ? "a newer version" : null;
        }

        return !newer.IsRecord && newer.Effective > older.Effective ? "a later date" : null;
    }

    private static int Compare(IReadOnlyList<int> one, IReadOnlyList<int> other)
    {
        for (var at = 0; at < Math.Max(one.Count, other.Count); at++)
        {
            var difference = one.ElementAtOrDefault(at).CompareTo(other.ElementAtOrDefault(at));
            if (difference != 0)
            {
                return difference;
            }
        }

        return 0;
    }

    private sealed record Candidate(string File, string Number, string Title, IReadOnlyList<int> Version, DateOnly? Effective, bool IsRecord)
    {
        public static Candidate Of((string File, DocumentFacts Facts) document)
        {
            var (file, facts) = document;
            var isRecord = facts.Kind is not null && DocumentKinds.Records.Contains(facts.Kind);
            return new(file, Key(facts.Number), TitleKey(facts, isRecord), Numbers(facts.Version), facts.EffectiveDate, isRecord);
        }

        private static string Key(string? text) =>
            text is null ? "" : string.Concat(Tokenizer.Tokenize(text).Select(token => token.Word));

        private static string TitleKey(DocumentFacts facts, bool isRecord)
        {
            var words = facts.Title is null || isRecord ? [] : Tokenizer.Tokenize(facts.Title);
            return words.Count < FewestTitleWords ? "" : $"{facts.Kind}:{string.Join(' ', words.Select(word => word.Word))}";
        }

        // "3.1", "v2", "Rev. 04", "B": a letter counts as its place in the alphabet.
        private static int[] Numbers(string? version)
        {
            var numbers = (version ?? "").Split([.. " .,-_/()vV"], StringSplitOptions.RemoveEmptyEntries)
                .TakeWhile((part, at) => at == 0 || char.IsAsciiDigit(part[0]))
                .Select(part => part.Length == 1 && char.IsAsciiLetterUpper(part[0])
                    ? part[0] - 'A' + 1
                    : int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1)
                .ToArray();
            return Array.TrueForAll(numbers, number => number >= 0) ? numbers : [];
        }
    }
}
