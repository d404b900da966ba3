using System.Text.RegularExpressions;

namespace Iasios.Core.Text;

/// <summary>Cuts pages into lines, and tells the lines that run through the document from those of its text.</summary>
internal static partial class LineReader
{
    // Headers and footers are looked for in so many lines from the top and the bottom of a page.
    private const int Edge = 4;
    private const int LongestPageNumber = 40;
    private const int PagesWithTwoSides = 6;
    private const double ShareOfOneSide = 0.4;

    public static List<TextLine> Read(IReadOnlyList<PageText> pages)
    {
        var lines = new List<TextLine>();
        var firsts = new List<int>(pages.Count + 1);
        for (var page = 0; page < pages.Count; page++)
        {
            firsts.Add(lines.Count);
            Split(pages[page], page, lines);
        }

        firsts.Add(lines.Count);
        MarkRunning(lines, firsts);
        return lines;
    }

    private static void Split(PageText page, int number, List<TextLine> lines)
    {
        var text = page.Text;
        var first = lines.Count;
        for (var start = 0; start <= text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            var trimmed = text.AsSpan(start, end - start).TrimStart();
            var from = end - trimmed.Length;
            trimmed = trimmed.TrimEnd();
            if (trimmed.Length > 0 || lines.Count == first || lines[^1].Kind != LineKind.Blank)
            {
                var kind = trimmed.IsEmpty ? LineKind.Blank : trimmed.Contains('\t') ? LineKind.Row : LineKind.Body;
                lines.Add(new(page, number, from, from + trimmed.Length, kind));
            }

            start = end + 1;
        }
    }

    private static void MarkRunning(List<TextLine> lines, List<int> firsts)
    {
        var pageCount = firsts.Count - 1;
        var edges = Enumerable.Range(0, pageCount).Select(page => EdgesOf(lines, firsts[page], firsts[page + 1])).ToList();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var key in edges.SelectMany(page => page.Top.Concat(page.Bottom).Select(line => Key(lines[line])).Distinct(StringComparer.Ordinal)))
        {
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        // Books bear another header on the left than on the right.
        var most = pageCount < PagesWithTwoSides ? Math.Max(2, (pageCount / 2) + 1) : (int)Math.Ceiling(pageCount * ShareOfOneSide);
        foreach (var (top, bottom) in edges)
        {
            Mark(top, LineKind.Header);
            Mark(bottom, LineKind.Footer);
        }

        void Mark(List<int> places, LineKind kind)
        {
            foreach (var line in places.Where(line => counts[Key(lines[line])] >= most || IsPageNumber(lines[line])))
            {
                lines[line] = lines[line] with { Kind = kind };
            }
        }
    }

    // Of a page with few lines, the upper half is the top.
    private static (List<int> Top, List<int> Bottom) EdgesOf(List<TextLine> lines, int first, int end)
    {
        var (top, bottom) = (new List<int>(), new List<int>());
        for (var line = first; line < end && top.Count < Edge; line++)
        {
            if (lines[line].Kind != LineKind.Blank)
            {
                top.Add(line);
            }
        }

        for (var line = end - 1; line > (top.Count > 0 ? top[^1] : end) && bottom.Count < Edge; line--)
        {
            if (lines[line].Kind != LineKind.Blank)
            {
                bottom.Add(line);
            }
        }

        var below = bottom.Count < Edge ? (top.Count - bottom.Count + 1) / 2 : 0;
        bottom.AddRange(top[^below..]);
        return (top[..^below], bottom);
    }

    // Page numbers and dates of printing change from page to page.
    private static string Key(TextLine line) => string.Concat(line.Text.Where(letter => !char.IsDigit(letter)));

    private static bool IsPageNumber(TextLine line) => line.Length <= LongestPageNumber && PageNumber().IsMatch(line.Span);

    [GeneratedRegex(@"^[-–— ]*(page|pg\.?|seite|s\.|p\.|p[aá]gina|p[aá]g\.?|blatt|feuillet|foglio|hoja)?:? *\d{1,4} *((of|von|sur|de|di|/|\|) *\d{1,4})[-–— ]*$|^(page|seite|p[aá]gina|p[aá]g\.?|blatt|foglio|hoja):? +\d{1,4}$|^[-–—] *\d{1,4} *[-–—]$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PageNumber();
}
