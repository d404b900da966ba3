using System.Text.RegularExpressions;

namespace Iasios.Core.Text;

/// <summary>Tells headings from body text by their form alone: short, no full stop, numbered or set apart.</summary>
internal static partial class Headings
{
    private const int MaxLength = 90;
    private const int MaxWords = 12;
    private const int LongestNumber = 9;

    /// <summary>Marks the headings among a document's lines.</summary>
    public static void Mark(List<TextLine> lines)
    {
        for (var at = 0; at < lines.Count; at++)
        {
            if (lines[at].Kind == LineKind.Body && IsHeading(lines, at))
            {
                lines[at] = lines[at] with { Kind = LineKind.Heading };
            }
        }
    }

    /// <summary>The sections under the headings.</summary>
    public static IReadOnlyList<Section> Sections(List<TextLine> lines)
    {
        var sections = new List<Section>();
        var open = new Stack<(int Line, int Depth)>();
        for (var at = 0; at < lines.Count; at++)
        {
            if (lines[at].Kind == LineKind.Heading)
            {
                Close(open, sections, at, Depth(lines[at].Span));
                open.Push((at, Depth(lines[at].Span)));
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
    public static bool HasForm(ReadOnlySpan<char> line) =>
        line.Length is >= 3 and <= MaxLength
        && (char.IsUpper(line[0]) || char.IsDigit(line[0]) || line[0] is '#' or '§')
        && line[^1] is not ('.' or ',' or ';' or '!')
        && HasLetter(line)
        && (!line.Contains(". ", StringComparison.Ordinal) || Depth(line) > 0)
        && line.Count(' ') < MaxWords;

    private static bool HasLetter(ReadOnlySpan<char> line)
    {
        foreach (var letter in line)
        {
            if (char.IsLetter(letter))
            {
                return true;
            }
        }

        return false;
    }

    // 1 for "3 Consent", "3. Consent", "# Consent", "IV. Consent" and "KK. Consent", 2 for "3.1 Scope" and "## Scope", 0 for a heading without a number.
    private static int Depth(ReadOnlySpan<char> line)
    {
        var number = line[..Math.Max(0, line.IndexOf(' '))];
        if (number.Length is 0 or > LongestNumber)
        {
            return 0;
        }

        if (number.TrimStart('#').IsEmpty || Letters().IsMatch(number))
        {
            return number[0] == '#' ? number.Length : 1;
        }

        var depth = 1;
        foreach (var letter in number.TrimEnd('.'))
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

        return depth;
    }

    private static bool IsHeading(List<TextLine> lines, int at)
    {
        var line = lines[at].Span;
        if (!HasForm(line))
        {
            return false;
        }

        var depth = Depth(line);
        TextLine? next = at + 1 < lines.Count && lines[at + 1].Page == lines[at].Page ? lines[at + 1] : null;
        if (depth > 0)
        {
            // Neighbours of the same depth are the points of a list.
            return line[0] == '#' || char.IsUpper(line[line.IndexOf(' ')..].TrimStart()[0])
                && !(next is { Kind: LineKind.Body } && Depth(next.Value.Span) == depth)
                && !(at > 0 && lines[at - 1].Kind == LineKind.Body && Depth(lines[at - 1].Span) == depth);
        }

        return !IsLabel(line) && !ContinuesBefore(lines, at) && !(next is { Kind: LineKind.Body } && char.IsLower(next.Value.Span[0]));
    }

    // "Version: 3" gives a value; "Scope:" opens a section.
    private static bool IsLabel(ReadOnlySpan<char> line) => line.IndexOf(':') is var colon and >= 0 && colon < line.Length - 1;

    private static bool ContinuesBefore(List<TextLine> lines, int at)
    {
        if (at == 0 || lines[at - 1].Page != lines[at].Page)
        {
            return false;
        }

        var before = lines[at - 1];
        return before.Kind == LineKind.Body && before.Span[^1] is not ('.' or '!' or '?' or ':') && !HasForm(before.Span);
    }

    // Roman numbers of two letters and more, and double letters; single letters may be initials.
    [GeneratedRegex(@"^((?=.{3})X{0,3}(IX|IV|V?I{0,3})\.|(?<letter>[A-Z])\k<letter>\.)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Letters();

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
