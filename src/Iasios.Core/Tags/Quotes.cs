using Iasios.Core.Text;

namespace Iasios.Core.Tags;

/// <summary>Picks the passage that shows best why a document was tagged.</summary>
internal sealed class Quotes(Layout layout, IReadOnlyList<Cue> statements)
{
    /// <summary>The longest quote, in UTF-16 units.</summary>
    public const int MaxLength = 400;

    private const int Lead = 120;
    private const double StrongWeight = 2;
    private const double SectionFactor = 1.3;
    private const double HeadingFactor = 0.3;
    private const double RunningFactor = 0.05;
    private const double TableHeadFactor = 0.3;
    private const double RowFactor = 0.7;
    private const double StatementWeight = 1.0;
    private const double MostStatements = 2;
    private const double NumberWeight = 0.5;
    private const int ShortSentence = 45;

    private static readonly string[] ControlLabels = ["owner", "approved by", "effective", "next review", "version", "document no"];

    private readonly Dictionary<int, IReadOnlyList<Sentence>> sentences = [];
    private readonly Dictionary<int, double[]> statementWeights = [];

    /// <summary>The run of sentences or rows with the most different cues, and the first of several such.</summary>
    public Quote Best(TopicEvidence evidence)
    {
        var best = evidence.Cues
            .GroupBy(cue => cue.Page)
            .SelectMany(page => Passages(page.Key, [.. page.OrderBy(cue => cue.Start)], evidence))
            .MaxBy(passage => passage.Weight)!;
        var text = layout.Pages[best.Page].Text;
        var all = SentencesOf(best.Page);
        var (start, end) = (all[best.First].Start, all[best.Last].End);
        (start, end) = end - start > MaxLength ? Window(text, start, end, best.Cue) : (start, Extend(all, best.First, best.Last));
        return new(layout.Pages[best.Page].Number, start, text[start..end]);
    }

    /// <summary>The beginning of a text, cut between characters.</summary>
    public static string Shorten(string text, int length) => text.Length <= length ? text : text[..Between(text, length)];

    // From each sentence with a cue as far as a quote may reach.
    private IEnumerable<Passage> Passages(int page, List<Cue> cues, TopicEvidence evidence)
    {
        var all = SentencesOf(page);
        var places = cues.ConvertAll(IndexOf);
        for (var first = 0; first < cues.Count; first++)
        {
            var (phrases, weight, last) = (new Dictionary<int, double>(), 0.0, places[first]);
            for (var at = first; at < cues.Count && (at == first || all[places[at]].End - all[places[first]].Start <= MaxLength); at++)
            {
                var value = Weight(cues[at], evidence);
                var before = phrases.GetValueOrDefault(cues[at].Phrase);
                phrases[cues[at].Phrase] = Math.Max(before, value);
                weight += Math.Max(0, value - before);
                last = places[at];
            }

            var telling = StatementsOf(page);
            for (var sentence = places[first]; sentence < all.Count && all[sentence].End - all[places[first]].Start <= MaxLength; sentence++)
            {
                weight += telling[sentence];
            }

            yield return new(page, places[first], last, cues[first], weight);
        }
    }

    // How much each sentence of a page says that something is or must be done.
    private double[] StatementsOf(int page)
    {
        if (!statementWeights.TryGetValue(page, out var weights))
        {
            var all = SentencesOf(page);
            weights = new double[all.Count];
            foreach (var group in statements.Where(cue => cue.Page == page).GroupBy(IndexOf))
            {
                var sentence = all[group.Key];
                var text = layout.Pages[page].Text.AsSpan(sentence.Start, sentence.End - sentence.Start);
                weights[group.Key] = layout.Lines[sentence.Line].Kind == LineKind.Body && text.Length >= ShortSentence
                    ? (StatementWeight * Math.Min(MostStatements, group.DistinctBy(cue => cue.Phrase).Count())) + (text.ContainsAnyInRange('0', '9') ? NumberWeight : 0)
                    : 0;
            }

            statementWeights.Add(page, weights);
        }

        return weights;
    }

    private double Weight(Cue cue, TopicEvidence evidence)
    {
        var line = cue.Line;
        var isOwn = evidence.Section is { } section && line > section.Place.Heading && line < section.Place.End;
        return (cue.Strong ? StrongWeight : 1) * (isOwn ? SectionFactor : 1) * layout.Lines[line].Kind switch
        {
            LineKind.Header or LineKind.Footer => RunningFactor,
            LineKind.Heading => HeadingFactor,
            _ when cue.Page == 0 && layout.Title?.Holds(line, cue.Start) == true => HeadingFactor,
            LineKind.Row when IsControlRow(line) => RunningFactor,
            LineKind.Row when IsTableHead(line) => TableHeadFactor,
            LineKind.Row => RowFactor,
            _ => 1,
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

    // What follows comes along as far as a quote may reach: a row or a heading says little alone.
    private int Extend(IReadOnlyList<Sentence> all, int first, int last)
    {
        while (last + 1 < all.Count && all[last + 1].End - all[first].Start <= MaxLength && layout.Lines[all[last + 1].Line].Kind is LineKind.Body or LineKind.Row)
        {
            last++;
        }

        return all[last].End;
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

    /// <summary>A run of sentences of one page.</summary>
    private sealed record Passage(int Page, int First, int Last, Cue Cue, double Weight);
}
