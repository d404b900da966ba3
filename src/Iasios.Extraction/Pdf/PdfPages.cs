using System.Text;
using Iasios.Core.Text;

namespace Iasios.Extraction.Pdf;

/// <summary>Makes pages of what pdftotext wrote: every page ends with a form feed, and columns are parted by blanks.</summary>
internal static class PdfPages
{
    // A running title or a page number stamped on a scan stays under this; any page that says something is above it.
    private const int LegibleLetters = 25;

    /// <summary>The pages that were written to their end; a page cut off in its middle is left out.</summary>
    public static List<PageText> Complete(ReadOnlyMemory<byte> output, int firstNumber)
    {
        var written = Encoding.UTF8.GetString(output.Span).Split('\f');
        return [.. written.SkipLast(1).Select((text, index) => new PageText(firstNumber + index, Clean(text)))];
    }

    /// <summary>Whether a page has more letters than a stamp on a picture.</summary>
    public static bool IsLegible(PageText page) => page.Text.Where(char.IsLetterOrDigit).Take(LegibleLetters).Count() == LegibleLetters;

    private static string Clean(string text)
    {
        var lines = text.Split('\n').Select(CleanLine).ToList();
        return string.Join('\n', lines.Where((line, index) => line.Length > 0 || (index > 0 && lines[index - 1].Length > 0))).Trim('\n');
    }

    private static string CleanLine(string line)
    {
        // A font without a good map gives control characters.
        var shown = string.Concat(line.Replace('\t', ' ').Where(character => !char.IsControl(character)));

        // Two blanks are how many people end a sentence; a gap between columns is wider.
        var cells = shown.Split("   ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return string.Join('\t', cells).Replace("  ", " ", StringComparison.Ordinal);
    }
}
