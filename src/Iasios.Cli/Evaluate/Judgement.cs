using System.Globalization;
using System.Text;
using Iasios.Cli.Tag;
using Iasios.Core.Tags;

namespace Iasios.Cli.Evaluate;

/// <summary>One document's tags held against its labels.</summary>
internal sealed class Judgement
{
    private readonly HashSet<string> expected;
    private readonly HashSet<string> tolerated;
    private readonly TaggedFile file;
    private readonly TagLine line;

    public Judgement(LabelledDocument labels, TaggedFile file, DateOnly asOf)
    {
        (Labels, this.file) = (labels, file);
        line = TagLine.Of(file, asOf);
        expected = [.. (labels.Labels ?? []).Select(label => label.Code)];
        tolerated = [.. labels.Tolerated ?? []];
        Tags = [.. line.Tags.Where(tag => expected.Contains(tag.Code) || !tolerated.Contains(tag.Code))];
    }

    public LabelledDocument Labels { get; }

    public string Language => CliJson.Word(line.Language);

    /// <summary>The tags that are right or wrong, best first.</summary>
    public IReadOnlyList<TagOfFile> Tags { get; }

    public bool IsNegative => expected.Count == 0 && !Labels.Quarantine;

    /// <summary>A document with patients' data has no tags to be right about.</summary>
    public bool IsTaggable => !Labels.Quarantine;

    public bool Quarantined => line.Quarantine;

    public bool NeedsPerson => line.Quarantine || file.Tagged is null || line.Remark is not null || line.Tags.Any(tag => tag.Band == TagBand.Review);

    public bool IsRight(TagOfFile tag) => expected.Contains(tag.Code);

    /// <summary>Counts for each code, of the accepted tags alone or of all.</summary>
    public IEnumerable<(string Code, Counts Counts)> Count(bool acceptedOnly)
    {
        var given = Tags.Where(tag => !acceptedOnly || tag.Band == TagBand.Accepted).Select(tag => tag.Code).ToHashSet();
        return given.Union(expected).Select(code => (code, new Counts(
            given.Contains(code) && expected.Contains(code) ? 1 : 0,
            given.Contains(code) && !expected.Contains(code) ? 1 : 0,
            given.Contains(code) ? 0 : 1)));
    }

    public bool? IsCurrencyRight => Labels.Currency is null || file.Tagged is null ? null : Labels.Currency == line.Currency;

    public bool IsEffectiveRight => IsSameDate(Labels.EffectiveDate, line.EffectiveDate);

    public bool IsReviewRight => IsSameDate(Labels.ReviewDue, line.ReviewDue);

    /// <summary>For each right tag whose passage is marked: whether the quote contains or overlaps it.</summary>
    public IEnumerable<bool> Overlaps()
    {
        var text = new FoldedText(string.Join('\n', file.Reading.Pages.Select(page => page.Text)));
        foreach (var (code, quote) in Tags.Select(tag => (tag.Code, tag.Quote)))
        {
            var marked = (Labels.Labels ?? []).Where(label => label.Code == code).Select(label => label.Quote).OfType<string>().ToList();
            if (quote is not null && marked.Count > 0)
            {
                yield return marked.Exists(passage => text.Overlap(quote, passage));
            }
        }
    }

    // A label may name the month only.
    private static bool IsSameDate(string? label, DateOnly? date) =>
        label is null ? date is null : date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture).StartsWith(label, StringComparison.Ordinal) == true;

    /// <summary>A text by its letters and digits alone: layouts of the same words differ from format to format.</summary>
    private sealed class FoldedText(string text)
    {
        private readonly string folded = Fold(text);

        public bool Overlap(string one, string other)
        {
            var (first, second) = (Places(one), Places(other));
            return first.Any(place => second.Any(found => place.Start < found.End && found.Start < place.End));
        }

        private List<(int Start, int End)> Places(string passage)
        {
            var sought = Fold(passage);
            var places = new List<(int, int)>();
            for (var at = sought.Length == 0 ? -1 : folded.IndexOf(sought, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(sought, at + 1, StringComparison.Ordinal))
            {
                places.Add((at, at + sought.Length));
            }

            return places;
        }

        private static string Fold(string text) =>
            string.Concat(text.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));
    }
}
