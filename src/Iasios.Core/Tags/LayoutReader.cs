using Iasios.Core.Text;

namespace Iasios.Core.Tags;

/// <summary>Finds lines, running headers, headings and sections in the text of pages.</summary>
internal static class LayoutReader
{
    // Headers and footers are looked for in so many lines from the top and the bottom of a page.
    private const int Edge = 4;

    public static Layout Read(IReadOnlyList<PageText> pages)
    {
        var pageLines = pages.Select((page, index) => Split(page.Text, index)).ToList();
        var running = RunningLines(pageLines);
        List<Line> lines = [.. pageLines.SelectMany(page => MarkRunning(page, running))];
        Headings.Mark(lines);
        var tokens = pages.Select(page => Tokenizer.Tokenize(page.Text)).ToList();
        return new(pages, tokens, lines, Headings.Sections(lines), TitleFinder.Find(lines))
        {
            WordsBefore = CountWords(lines, tokens),
        };
    }

    private static List<Line> Split(string text, int page)
    {
        var lines = new List<Line>();
        for (var start = 0; start <= text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            var (first, last) = (start, end);
            while (first < last && char.IsWhiteSpace(text[first]))
            {
                first++;
            }

            while (last > first && char.IsWhiteSpace(text[last - 1]))
            {
                last--;
            }

            var trimmed = text[first..last];
            lines.Add(new(page, first, trimmed, RoleOf(trimmed)));
            start = end + 1;
        }

        return lines;
    }

    private static LineRole RoleOf(string line) => line switch
    {
        "" => LineRole.Blank,
        _ when line.Contains('\t', StringComparison.Ordinal) => LineRole.Row,
        _ => LineRole.Body,
    };

    private static HashSet<string> RunningLines(List<List<Line>> pages)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var key in pages.SelectMany(page => EdgesOf(page).Select(line => Key(line.Text)).Distinct(StringComparer.Ordinal)))
        {
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        var most = Math.Max(2, (pages.Count / 2) + 1);
        return [.. counts.Where(count => count.Value >= most).Select(count => count.Key)];
    }

    private static IEnumerable<Line> EdgesOf(List<Line> page)
    {
        var filled = page.Where(line => line.Role != LineRole.Blank).ToList();
        return filled.Where((_, at) => at < Edge || at >= filled.Count - Edge);
    }

    // Page numbers and dates of printing change from page to page.
    private static string Key(string line) => string.Concat(line.Where(letter => !char.IsDigit(letter)));

    private static IEnumerable<Line> MarkRunning(List<Line> page, HashSet<string> running)
    {
        var edges = running.Count == 0 ? [] : EdgesOf(page).Where(line => running.Contains(Key(line.Text))).ToHashSet();
        return page.Select(line => edges.Contains(line) ? line with { Role = LineRole.Running } : line);
    }

    private static int[] CountWords(List<Line> lines, List<IReadOnlyList<Token>> tokens)
    {
        var before = new int[lines.Count + 1];
        var token = 0;
        for (var at = 0; at < lines.Count; at++)
        {
            var line = lines[at];
            token = at > 0 && lines[at - 1].Page != line.Page ? 0 : token;
            var first = token;
            while (token < tokens[line.Page].Count && tokens[line.Page][token].Start < line.End)
            {
                token++;
            }

            before[at + 1] = before[at] + (line.Role is LineRole.Body or LineRole.Row ? token - first : 0);
        }

        return before;
    }
}
