namespace Iasios.Core.Text;

/// <summary>
/// Tells the language of a document from its small words, the words of forms and tables, endings and letters. Languages
/// without a value of their own compete too, and a close race is nobody's. Reads a sample, so long texts cost no more.
/// </summary>
public static class LanguageDetector
{
    private const int Windows = 64;
    private const int WindowLength = 2_000;

    /// <summary>The language of the text; <see cref="DocumentLanguage.Other"/> for any other language, a mixture, or too few words.</summary>
    /// <param name="pages">Any text, broken surrogates included; at most 128,000 characters are read, evenly over the whole.</param>
    public static DocumentLanguage Detect(IReadOnlyList<PageText> pages)
    {
        var votes = new LanguageVotes();
        foreach (var (page, start, length) in Sample(pages))
        {
            votes.Count(pages[page].Text.AsSpan(start, length));
        }

        return votes.Winner();
    }

    private static IEnumerable<(int Page, int Start, int Length)> Sample(IReadOnlyList<PageText> pages)
    {
        var total = pages.Sum(page => (long)page.Text.Length);
        if (total <= Windows * WindowLength)
        {
            return pages.Select((page, index) => (index, 0, page.Text.Length));
        }

        var windows = new List<(int Page, int Start, int Length)>(Windows);
        var (at, before) = (0, 0L);
        for (var window = 0; window < Windows; window++)
        {
            var place = total * window / Windows;
            while (place >= before + pages[at].Text.Length)
            {
                before += pages[at++].Text.Length;
            }

            var start = (int)(place - before);
            windows.Add((at, start, Math.Min(WindowLength, pages[at].Text.Length - start)));
        }

        return windows;
    }
}
