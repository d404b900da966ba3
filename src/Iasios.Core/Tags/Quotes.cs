using Iasios.Core.Text;

namespace Iasios.Core.Tags;

/// <summary>Picks the passage that shows best why a document was tagged.</summary>
internal sealed class Quotes(Layout layout)
{
    /// <summary>The longest quote, in UTF-16 units.</summary>
    public const int MaxLength = 400;

    private const int ShortQuote = 60;
    private const int Lead = 120;
    private const int StrongWeight = 2;
    private const double SectionBonus = 1;
    private const double HeadingLoss = 1.5;
    private const double RunningLoss = 4;
    private const double RowLoss = 0.5;
    private const double TableHeadLoss = 3;

    private static readonly string[] ControlLabels = ["owner", "approved by", "effective", "next review", "version", "document no"];

    private readonly Dictionary<int, IReadOnlyList<Sentence>> sentences = [];

    /// <summary>The sentence or rows with the most different cues, and the first of several such.</summary>
    public Quote Best(TopicEvidence evidence)
    {
        var best = evidence.Cues
            .GroupBy(cue => (cue.Page, Sentence: IndexOf(cue)))
            .MaxBy(group => Weight(group, evidence))!;
        var all = SentencesOf(best.Key.Page);
        var text = layout.Pages[best.Key.Page].Text;
        var sentence = all[best.Key.Sentence];
        var (start, end) = (sentence.Start, Extend(all, best.Key.Sentence, text));
        if (end - start > MaxLength)
        {
            (start, end) = Window(text, start, end, best.OrderByDescending(cue => cue.Strong).First());
        }

        return new(layout.Pages[best.Key.Page].Number, start, text[start..end]);
    }

    /// <summary>The beginning of a text, cut between characters.</summary>
    public static string Shorten(string text, int length) => text.Length <= length ? text : text[..Between(text, length)];

    private double Weight(IEnumerable<Cue> cues, TopicEvidence evidence)
    {
        var distinct = cues.DistinctBy(cue => cue.Phrase).ToList();
        var line = distinct[0].Line;
        var inSection = evidence.Section is { } section && line > section.Place.Heading && line < section.Place.End;
        return distinct.Sum(cue => cue.Strong ? StrongWeight : 1)
            + (inSection ? SectionBonus : 0)
            - layout.Lines[line].Kind switch
            {
                LineKind.Header or LineKind.Footer => RunningLoss,
                LineKind.Heading => HeadingLoss,
                _ when line == layout.Title?.LastLine => HeadingLoss,
                LineKind.Row when IsControlRow(line) => RunningLoss,
                LineKind.Row when IsTableHead(line) => TableHeadLoss,
                LineKind.Row => RowLoss,
                _ => 0,
            };
    }

    // Who owns and approved a document says nothing of what it asks.
    private bool IsControlRow(int line) =>
        ControlLabels.Count(label => layout.Lines[line].Text.Contains(label, StringComparison.OrdinalIgnoreCase)) >= 2;

    // The first row of a table names its columns: many right words, and no evidence yet.
    private bool IsTableHead(int line)
    {
        var before = line - 1;
        while (before >= 0 && layout.Lines[before].Kind == LineKind.Blank && layout.Lines[before].Page == layout.Lines[line].Page)
        {
            before--;
        }

        return before < 0 || layout.Lines[before].Kind != LineKind.Row || layout.Lines[before].Page != layout.Lines[line].Page;
    }

    private IReadOnlyList<Sentence> SentencesOf(int page)
    {
        if (!sentences.TryGetValue(page, out var found))
        {
            found = SentenceReader.Read(layout, page);
            sentences.Add(page, found);
        }

        return found;
    }

    private int IndexOf(Cue cue)
    {
        var all = SentencesOf(cue.Page);
        var (low, high) = (0, all.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = all[middle].Start <= cue.Start ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    // A short row or heading says little alone, so what follows it comes along.
    private static int Extend(IReadOnlyList<Sentence> all, int index, string text)
    {
        var (start, end) = (all[index].Start, all[index].End);
        while (end - start < ShortQuote && index + 1 < all.Count && all[index + 1].End - start <= MaxLength && !text.AsSpan(end, all[index + 1].Start - end).Contains("\n\n\n", StringComparison.Ordinal))
        {
            index++;
            end = all[index].End;
        }

        return end;
    }

    private static (int Start, int End) Window(string text, int start, int end, Cue cue)
    {
        var from = Math.Max(start, cue.Start - Lead);
        while (from > start && from < cue.Start && !char.IsWhiteSpace(text[from - 1]))
        {
            from++;
        }

        var to = Math.Min(end, from + MaxLength);
        var cut = to;
        while (to < end && cut > cue.End && cut > from && !char.IsWhiteSpace(text[cut]))
        {
            cut--;
        }

        to = Between(text, cut > cue.End ? cut : to);
        while (to > from && char.IsWhiteSpace(text[to - 1]))
        {
            to--;
        }

        return (from, to);
    }

    // Never between the halves of a surrogate pair.
    private static int Between(string text, int at) =>
        at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]) ? at - 1 : at;
}
