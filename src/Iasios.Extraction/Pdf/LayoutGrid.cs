using System.Globalization;

namespace Iasios.Extraction.Pdf;

/// <summary>A page as pdftotext laid it out: lines of characters, on which columns stand beside each other.</summary>
internal sealed class LayoutGrid
{
    /// <summary>Blanks from which two texts on a line are two cells; two blanks are how many people end a sentence.</summary>
    public const int CellGap = 3;

    // Stands where a word was hyphenated, for the letters that were moved up from the next line. Control characters of the page are gone by then.
    private const char Joint = '\u0001';
    private const char Nothing = '\0';

    // How far the next line of the same column may begin to the left (an indented first line), and how many blank lines may lie between.
    private const int MostOutdent = 10;
    private const int MostBlankLines = 2;

    private readonly char[] text;
    private readonly List<Range> lines = [];
    private readonly Dictionary<int, string> moved = [];

    public LayoutGrid(ReadOnlySpan<char> page)
    {
        text = new char[page.Length];
        for (var i = 0; i < page.Length; i++)
        {
            text[i] = Shown(page[i]);
        }

        foreach (var line in page.Split('\n'))
        {
            lines.Add(line);
        }

        JoinHyphens();
    }

    public int LineCount => lines.Count;

    /// <summary>The width of the widest line.</summary>
    public int Width => lines.Max(line => line.End.Value - line.Start.Value);

    /// <summary>A line's characters from one column to another, as far as it reaches.</summary>
    public ReadOnlySpan<char> Slice(int line, int left, int right)
    {
        var whole = text.AsSpan(lines[line]);
        return left >= whole.Length ? [] : whole[left..Math.Min(right, whole.Length)];
    }

    /// <summary>Writes a part of a line: trimmed, its cells parted by a tab, hyphenated words whole.</summary>
    public void Write(int line, int left, int right, List<char> output)
    {
        var part = Slice(line, left, right);
        var offset = lines[line].Start.Value + left;
        var (blanks, empty) = (0, true);
        for (var i = 0; i < part.Length; i++)
        {
            switch (part[i])
            {
                case ' ':
                    blanks++;
                    continue;
                case Nothing:
                    continue;
            }

            if (blanks > 0 && !empty)
            {
                output.Add(blanks >= CellGap ? '\t' : ' ');
            }

            (blanks, empty) = (0, false);
            if (part[i] == Joint)
            {
                output.AddRange(moved[offset + i].AsSpan());
            }
            else
            {
                output.Add(part[i]);
            }
        }
    }

    // A font without a good map gives control characters. Marks of writing direction stay: pdftotext parts words by nothing else there.
    private static char Shown(char character) => character switch
    {
        '\n' or '\t' or '\u00A0' => ' ',
        < ' ' or (>= '\u007F' and <= '\u009F') => Nothing,
        _ => character,
    };

    // From the last line to the first, so that a word over three lines comes together.
    private void JoinHyphens()
    {
        for (var line = lines.Count - 2; line >= 0; line--)
        {
            var (start, end) = (lines[line].Start.Value, lines[line].End.Value);
            for (var i = start; i < end; i++)
            {
                if (text[i] == '\u00AD' && !EndsCell(i, end))
                {
                    text[i] = Nothing;
                }
                else if (text[i] is '-' or '\u2010' or '\u00AD' && i > start && char.IsLetter(text[i - 1]) && EndsCell(i, end))
                {
                    Join(line, i);
                }
            }
        }
    }

    private bool EndsCell(int i, int end) => i + 1 >= end || (text[i + 1] == ' ' && (i + 2 >= end || text[i + 2] == ' '));

    private void Join(int line, int hyphen)
    {
        var (left, right) = (hyphen, hyphen - lines[line].Start.Value);
        for (var blanks = 0; left > lines[line].Start.Value && blanks < CellGap; left--)
        {
            blanks = text[left - 1] == ' ' ? blanks + 1 : 0;
        }

        left -= lines[line].Start.Value;
        if (NextPart(line, left, right) is { } word)
        {
            moved[hyphen] = Resolved(word);
            text.AsSpan(word).Fill(' ');
            text[hyphen] = Joint;
        }
    }

    /// <summary>The first word of the cell below, if it goes on with a small letter.</summary>
    private Range? NextPart(int line, int left, int right)
    {
        for (var next = line + 1; next <= Math.Min(line + 1 + MostBlankLines, lines.Count - 1); next++)
        {
            var (start, length) = (lines[next].Start.Value, lines[next].End.Value - lines[next].Start.Value);
            var first = left;
            while (first < Math.Min(right, length) && text[start + first] == ' ')
            {
                first++;
            }

            if (first >= Math.Min(right, length))
            {
                continue;
            }

            // The cell may begin further to the left.
            for (var (at, blanks) = (first, 0); at > 0 && blanks < CellGap; at--)
            {
                blanks = text[start + at - 1] == ' ' ? blanks + 1 : 0;
                first = blanks == 0 ? at - 1 : first;
            }

            return first >= left - MostOutdent && IsSmall(text[start + first]) ? Word(start + first, start + length) : null;
        }

        return null;
    }

    private static bool IsSmall(char letter) => char.GetUnicodeCategory(letter) is UnicodeCategory.LowercaseLetter;

    private Range Word(int start, int end)
    {
        var length = text.AsSpan(start, end - start).IndexOf(' ');
        return start..(length < 0 ? end : start + length);
    }

    private string Resolved(Range word)
    {
        var letters = text[word].AsSpan();
        var joint = letters.IndexOf(Joint);
        return joint < 0 ? new(letters) : string.Concat(letters[..joint], moved[word.Start.Value + joint], letters[(joint + 1)..]);
    }
}
