namespace Iasios.Core.Tags;

/// <summary>Tells headings from body text by their form alone: short, no full stop, numbered or set apart.</summary>
internal static class Headings
{
    private const int MaxLength = 90;
    private const int MaxWords = 12;

    /// <summary>Marks the headings among a document's lines.</summary>
    public static void Mark(List<Line> lines)
    {
        for (var at = 0; at < lines.Count; at++)
        {
            if (lines[at].Role == LineRole.Body && IsHeading(lines, at))
            {
                lines[at] = lines[at] with { Role = LineRole.Heading };
            }
        }
    }

    /// <summary>The sections under the headings.</summary>
    public static IReadOnlyList<Section> Sections(List<Line> lines)
    {
        var sections = new List<Section>();
        var open = new Stack<(int Line, int Depth)>();
        for (var at = 0; at < lines.Count; at++)
        {
            if (lines[at].Role == LineRole.Heading)
            {
                Close(open, sections, at, Depth(lines[at].Text));
                open.Push((at, Depth(lines[at].Text)));
            }
        }

        Close(open, sections, lines.Count, 1);
        while (open.TryPop(out var rest))
        {
            sections.Add(new(rest.Line, lines.Count));
        }

        return [.. sections.OrderBy(section => section.Heading)];
    }

    /// <summary>Whether a line looks like a heading or a title in itself, whatever stands around it.</summary>
    public static bool HasForm(string line) =>
        line.Length is >= 3 and <= MaxLength
        && (char.IsUpper(line[0]) || char.IsDigit(line[0]) || line[0] == '#')
        && line[^1] is not ('.' or ',' or ';' or '!')
        && line.Any(char.IsLetter)
        && !line.Contains(". ", StringComparison.Ordinal) | Depth(line) > 0
        && line.Count(letter => letter == ' ') < MaxWords;

    // 1 for "3 Consent" and "3. Consent", 2 for "3.1 Scope", 0 for a heading without a number.
    private static int Depth(string line)
    {
        var number = line.AsSpan(0, Math.Max(0, line.IndexOf(' ', StringComparison.Ordinal))).TrimEnd('.');
        var depth = 1;
        foreach (var letter in number)
        {
            if (letter == '.')
            {
                depth++;
            }
            else if (!char.IsAsciiDigit(letter))
            {
                return 0;
            }
        }

        return number.IsEmpty || number.Length > 8 ? 0 : depth;
    }

    private static bool IsHeading(List<Line> lines, int at)
    {
        var line = lines[at].Text;
        if (!HasForm(line))
        {
            return false;
        }

        var depth = Depth(line);
        var next = at + 1 < lines.Count && lines[at + 1].Page == lines[at].Page ? lines[at + 1] : null;
        if (depth > 0)
        {
            // Neighbours of the same depth are the points of a list.
            return char.IsUpper(line[line.IndexOf(' ', StringComparison.Ordinal)..].TrimStart()[0])
                && !(next is { Role: LineRole.Body } && Depth(next.Text) == depth)
                && !(at > 0 && lines[at - 1].Role == LineRole.Body && Depth(lines[at - 1].Text) == depth);
        }

        return !IsLabel(line) && !ContinuesBefore(lines, at) && !(next is { Role: LineRole.Body, Text: [var first, ..] } && char.IsLower(first));
    }

    // "Version: 3" gives a value; "Scope:" opens a section.
    private static bool IsLabel(string line) => line.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0 && colon < line.Length - 1;

    private static bool ContinuesBefore(List<Line> lines, int at)
    {
        if (at == 0 || lines[at - 1].Page != lines[at].Page)
        {
            return false;
        }

        var before = lines[at - 1];
        return before.Role == LineRole.Body && before.Text[^1] is not ('.' or '!' or '?' or ':') && !HasForm(before.Text);
    }

    private static void Close(Stack<(int Line, int Depth)> open, List<Section> sections, int end, int depth)
    {
        // A heading without a number ends only those without one; a number ends all that are as deep or deeper.
        while (open.TryPeek(out var top) && (top.Depth == 0 || (depth > 0 && top.Depth >= depth)))
        {
            sections.Add(new(top.Line, end));
            open.Pop();
        }
    }
}
