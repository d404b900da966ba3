using System.Text;

namespace Iasios.Core.Guard;

/// <summary>A stretch of a page's text.</summary>
internal readonly record struct Stretch(int Start, int End)
{
    public int Length => End - Start;
}

/// <summary>A page cut into lines, with a copy in small letters without accents in which every letter keeps its place.</summary>
internal sealed class GuardPage
{
    private const int FoldedRange = 0x250;
    private static readonly char[] Folds = MakeFolds();

    public GuardPage(int number, string text)
    {
        Number = number;
        Text = Compose(text);
        Folded = string.Create(Text.Length, Text, static (folded, original) =>
        {
            for (var at = 0; at < folded.Length; at++)
            {
                folded[at] = Fold(original[at]);
            }
        });
        Lines = CutLines(Text);
    }

    public int Number { get; }

    public string Text { get; }

    public string Folded { get; }

    public IReadOnlyList<Stretch> Lines { get; }

    /// <summary>One letter without case and accent.</summary>
    public static char Fold(char letter) => letter < FoldedRange ? Folds[letter] : char.ToLowerInvariant(letter);

    public ReadOnlySpan<char> FoldedLine(int line) => Folded.AsSpan(Lines[line].Start, Lines[line].Length);

    /// <summary>The cells of a line: parted by a tab, a bar, a semicolon or two blanks. Blank cells between tabs count.</summary>
    public List<Stretch> Cells(int line)
    {
        var (start, end) = Lines[line];
        var cells = new List<Stretch>();
        for (var at = start; at <= end;)
        {
            var cellEnd = CellEnd(at, end);
            cells.Add(Trim(at, cellEnd));
            at = cellEnd;
            if (at < end && Text[at] == ' ')
            {
                at = SkipBlanks(at, end);
            }

            if (at >= end)
            {
                break;
            }

            at += IsBorder(Text[at]) ? 1 : 0;
        }

        // A row of a drawn table begins and ends with a bar.
        return cells.Count > 0 && cells[0].Length == 0 && start < end && Text[start] is '|' or ' ' ? cells[1..] : cells;
    }

    /// <summary>The end of the cell that a place lies in.</summary>
    public int CellEnd(int at, int lineEnd)
    {
        while (at < lineEnd && !IsBorder(Text[at]) && !(Text[at] == ' ' && at + 1 < lineEnd && Text[at + 1] == ' '))
        {
            at++;
        }

        return at;
    }

    public int SkipBlanks(int at, int end)
    {
        while (at < end && Text[at] == ' ')
        {
            at++;
        }

        return at;
    }

    public bool IsBlank(int line) => Text.AsSpan(Lines[line].Start, Lines[line].Length).IsWhiteSpace();

    private static bool IsBorder(char character) => character is '\t' or '|' or ';';

    private Stretch Trim(int start, int end)
    {
        start = SkipBlanks(start, end);
        while (end > start && Text[end - 1] == ' ')
        {
            end--;
        }

        return new(start, end);
    }

    private static List<Stretch> CutLines(string text)
    {
        var lines = new List<Stretch>();
        for (var start = 0; start <= text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            lines.Add(new(start, end));
            start = end + 1;
        }

        return lines;
    }

    // Broken surrogates cannot be composed; they hold no labels either.
    private static string Compose(string text)
    {
        text = text.Replace('\u00A0', ' ').Replace('\u202F', ' ').Replace('\r', ' ').Replace('\f', ' ');
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    private static char[] MakeFolds()
    {
        var folds = new char[FoldedRange];
        for (var at = 0; at < FoldedRange; at++)
        {
            var plain = ((char)at).ToString().Normalize(NormalizationForm.FormD)[0];
            folds[at] = (char)at switch
            {
                'ß' => 's',
                'ø' or 'Ø' => 'o',
                'ł' or 'Ł' => 'l',
                _ => char.ToLowerInvariant(plain),
            };
        }

        return folds;
    }
}
