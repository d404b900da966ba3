using System.Text;

namespace Iasios.Extraction.Pdf;

/// <summary>Makes pages of what pdftotext wrote: every page ends with a form feed, and columns are parted by blanks.</summary>
internal static class PdfPages
{
    /// <summary>The pages that were written to their end; a page cut off in its middle is left out.</summary>
    public static List<PdfPage> Complete(ReadOnlyMemory<byte> output, int firstNumber)
    {
        var written = Encoding.UTF8.GetString(output.Span).Split('\f');
        return [.. written.SkipLast(1).Select((text, index) => Page(firstNumber + index, text))];
    }

    private static PdfPage Page(int number, string written)
    {
        var (letters, illegible) = (0, 0);
        foreach (var character in written)
        {
            letters += char.IsLetterOrDigit(character) ? 1 : 0;
            illegible += character is '\uFFFD' or (>= '\uE000' and <= '\uF8FF') || (char.IsControl(character) && character is not ('\n' or '\t')) ? 1 : 0;
        }

        var confidence = illegible == 0 ? 1 : 1 - ((double)illegible / (letters + illegible));
        return new(new(number, Clean(written)) { Confidence = confidence }, letters);
    }

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
