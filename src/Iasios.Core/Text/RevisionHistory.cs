namespace Iasios.Core.Text;

/// <summary>Finds the table of a document's older versions.</summary>
internal static class RevisionHistory
{
    private const int ShortestHeading = 7;
    private const int LongestHeading = 60;
    private const int MostBlanks = 5;
    private const int LongestHead = 200;

    /// <summary>The first row and the number of lines of the table; null and 0 where there is none.</summary>
    public static (int? First, int Count) Find(IReadOnlyList<TextLine> lines)
    {
        for (var at = 0; at < lines.Count; at++)
        {
            if (First(lines, at) is { } first)
            {
                var end = first + 1;
                while (end < lines.Count && IsPart(lines, end))
                {
                    end++;
                }

                return (first, end - first);
            }
        }

        return (null, 0);
    }

    private static int? First(IReadOnlyList<TextLine> lines, int at)
    {
        if (lines[at].Kind == LineKind.Row)
        {
            return (at == 0 || lines[at - 1].Kind != LineKind.Row) && IsHead(lines[at]) ? at : null;
        }

        if (lines[at].Length is < ShortestHeading or > LongestHeading || lines[at].Span.Count(' ') > MostBlanks || !IsNamed(lines[at].Text))
        {
            return null;
        }

        var next = at + 1;
        while (next < lines.Count && lines[next].Kind == LineKind.Blank)
        {
            next++;
        }

        return next < lines.Count && (IsHead(lines[next]) || IsPart(lines, next)) ? next : null;
    }

    // "7. Revision history", "Änderungshistorie:".
    private static bool IsNamed(string line) =>
        ControlLabels.Histories.Contains(string.Join(' ', Tokenizer.Tokenize(line).Select(token => token.Word).SkipWhile(word => word.All(char.IsAsciiDigit))));

    // The head names a version or a day, and the change.
    private static bool IsHead(TextLine line)
    {
        if (line.Length > LongestHead)
        {
            return false;
        }

        if (line.Kind != LineKind.Row)
        {
            return Tokenizer.Tokenize(line.Text) is [var first, _, ..] && IsVersionOrDay(first.Word);
        }

        var cells = ControlCells.Split(line).ConvertAll(cell => ControlLabels.Folded(line.Source.Text[cell.Start..cell.End]));
        return cells.Exists(ControlLabels.Changes.Contains) && cells.Exists(IsVersionOrDay);
    }

    private static bool IsVersionOrDay(string words) => ControlLabels.Find(words) is { Field: ControlField.Version or ControlField.Issued };

    // Rows follow each other; after a gap, or where the columns were lost, a line must begin with a version or a day.
    private static bool IsPart(IReadOnlyList<TextLine> lines, int at) => lines[at].Kind switch
    {
        LineKind.Blank => at + 1 < lines.Count && IsVersion(lines[at + 1]),
        LineKind.Row => true,
        LineKind.Body => IsVersion(lines[at]),
        _ => false,
    };

    private static bool IsVersion(TextLine line) =>
        line.Kind is LineKind.Row or LineKind.Body && line.Span is [>= '0' and <= '9', ..] or ['v' or 'V', >= '0' and <= '9', ..];
}
