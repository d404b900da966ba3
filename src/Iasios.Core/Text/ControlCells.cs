namespace Iasios.Core.Text;

/// <summary>A pair in a cell or a line: a label and what follows it, which may be nothing.</summary>
/// <param name="Label">The label.</param>
/// <param name="Start">Where the value begins in the page's text.</param>
/// <param name="End">The unit after its last one; the value is empty where the label stands alone.</param>
/// <param name="IsParted">A colon or the like parts the two, or a cell's border.</param>
internal readonly record struct ControlPair(ControlLabel Label, int Start, int End, bool IsParted)
{
    public bool IsAlone => Start == End;
}

/// <summary>Cuts a line into cells, and a cell into pairs of label and value.</summary>
internal static class ControlCells
{
    private const string Borders = "\t|·•";
    private const string Between = " \u00A0,;–—-/";

    /// <summary>The cells of a line, which tabs, bars, bullets or two blanks part.</summary>
    public static List<(int Start, int End)> Split(TextLine line)
    {
        var text = line.Source.Text;
        var cells = new List<(int Start, int End)>();
        var start = line.Start;
        for (var at = line.Start; at <= line.End; at++)
        {
            var isBorder = at == line.End || Borders.Contains(text[at], StringComparison.Ordinal);
            if (isBorder || (text[at] == ' ' && at + 1 < line.End && text[at + 1] == ' '))
            {
                var cell = text.AsSpan(start, at - start);
                var first = start + cell.Length - cell.TrimStart().Length;
                if (!cell.IsWhiteSpace() || (at < line.End && text[at] == '\t'))
                {
                    cells.Add((first, first + cell.Trim().Length));
                }

                start = at + 1;
            }
        }

        return cells;
    }

    /// <summary>The pairs in a cell. The first label may go without a colon, every further one needs it.</summary>
    public static List<ControlPair> Pairs(string text, int start, int end)
    {
        var cell = text[start..end];
        var tokens = Tokenizer.Tokenize(cell);
        var pairs = new List<ControlPair>();
        for (var at = 0; at < tokens.Count;)
        {
            if (Find(tokens, at) is not var (label, count) || After(cell, tokens[at + count - 1].End) is var (value, isParted) && !isParted && at > 0)
            {
                at++;
                continue;
            }

            Close(pairs, text, start + tokens[at].Start);
            pairs.Add(new(label, start + value, end, isParted));
            at += count;
        }

        Close(pairs, text, end);
        return pairs;
    }

    private static (ControlLabel Label, int Count)? Find(IReadOnlyList<Token> tokens, int at)
    {
        for (var count = Math.Min(ControlLabels.MostWords, tokens.Count - at); count > 0; count--)
        {
            if (ControlLabels.Find(string.Join(' ', tokens.Skip(at).Take(count).Select(token => token.Word))) is { } label)
            {
                return (label, count);
            }
        }

        return null;
    }

    // Behind the label: a dot of an abbreviation, a hint in brackets such as "(dd.mm.yyyy)", and the colon.
    private static (int Value, bool IsParted) After(string cell, int at)
    {
        at = SkipAny(cell, at, " .#°º\u00A0");
        if (at < cell.Length && cell[at] == '(' && cell.IndexOf(')', at) is > 0 and var close)
        {
            at = SkipAny(cell, close + 1, " \u00A0");
        }

        var value = SkipAny(cell, at, " :=：\u00A0");
        var isParted = cell.AsSpan(at, value - at).IndexOfAny(':', '=', '：') >= 0;
        return (value, isParted);
    }

    private static int SkipAny(string cell, int at, string signs)
    {
        while (at < cell.Length && signs.Contains(cell[at], StringComparison.Ordinal))
        {
            at++;
        }

        return at;
    }

    // A value ends where the next label begins, without the signs between them.
    private static void Close(List<ControlPair> pairs, string text, int end)
    {
        if (pairs.Count > 0)
        {
            var last = pairs[^1];
            var trimmed = text.AsSpan(last.Start, Math.Max(0, end - last.Start)).TrimEnd(Between).Length;
            pairs[^1] = last with { End = last.Start + trimmed };
        }
    }
}
