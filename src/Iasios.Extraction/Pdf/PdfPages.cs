using System.Text;

namespace Iasios.Extraction.Pdf;

/// <summary>Makes pages of what pdftotext wrote: every page ends with a form feed, and columns are parted by blanks.</summary>
internal static class PdfPages
{
    /// <summary>The pages that were written to their end; a page cut off in its middle is left out.</summary>
    public static List<PdfPage> Complete(ReadOnlyMemory<byte> output, int firstNumber)
    {
        List<PdfPage> pages = [];
        var left = Encoding.UTF8.GetString(output.Span).AsSpan();
        for (var end = left.IndexOf('\f'); end >= 0; end = left.IndexOf('\f'))
        {
            pages.Add(Page(firstNumber + pages.Count, left[..end]));
            left = left[(end + 1)..];
        }

        return pages;
    }

    private static PdfPage Page(int number, ReadOnlySpan<char> written)
    {
        var (letters, illegible) = (0, 0);
        foreach (var character in written)
        {
            letters += char.IsLetterOrDigit(character) ? 1 : 0;
            illegible += IsIllegible(character) ? 1 : 0;
        }

        var confidence = illegible == 0 ? 1 : 1 - ((double)illegible / (letters + illegible));
        return new(new(number, LayoutText.Of(written)) { Confidence = confidence }, letters);
    }

    private static bool IsIllegible(char character) =>
        character is '\uFFFD' or (>= '\uE000' and <= '\uF8FF') || (char.IsControl(character) && character is not ('\n' or '\t'));
}
