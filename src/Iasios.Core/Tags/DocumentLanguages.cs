using Iasios.Core.Text;

namespace Iasios.Core.Tags;

/// <summary>
/// The languages whose cards are used for a document: usually one, two where each has a substantial share of it, and all
/// where there are too few words to tell.
/// </summary>
internal static class DocumentLanguages
{
    private const int Windows = 24;
    private const int WindowLength = 1_200;
    private const double LeastShare = 0.3;
    private const int FewWords = 30;

    private static readonly DocumentLanguage[] All = [.. Enum.GetValues<DocumentLanguage>().Where(language => language != DocumentLanguage.Other)];

    /// <summary>None when a person must read the document because there are no cards for its language.</summary>
    public static IReadOnlyList<DocumentLanguage> Of(IReadOnlyList<PageText> pages)
    {
        var windows = Cut(pages)
            .Select(window => LanguageDetector.Detect([window]))
            .Where(language => language != DocumentLanguage.Other)
            .ToList();
        var whole = LanguageDetector.Detect(pages);
        var shares = windows.CountBy(language => language)
            .Where(share => share.Value >= windows.Count * LeastShare)
            .OrderByDescending(share => share.Value)
            .Select(share => share.Key)
            .Take(2)
            .ToList();
        return (whole, shares.Count) switch
        {
            (_, 2) => shares,
            (not DocumentLanguage.Other, _) => [whole],
            _ => HasFewWords(pages) ? All : [],
        };
    }

    private static bool HasFewWords(IReadOnlyList<PageText> pages)
    {
        var words = 0;
        Span<char> buffer = stackalloc char[WordScanner.LongestWord];
        foreach (var page in pages)
        {
            var scanner = new WordScanner(page.Text, DocumentLanguage.Other, buffer);
            while (scanner.Next())
            {
                if (++words > FewWords)
                {
                    return false;
                }
            }
        }

        return true;
    }

    // Windows that lie evenly over the text.
    private static IEnumerable<PageText> Cut(IReadOnlyList<PageText> pages)
    {
        var total = pages.Sum(page => (long)page.Text.Length);
        var step = Math.Max(WindowLength, total / Windows);
        var next = 0L;
        var before = 0L;
        foreach (var page in pages)
        {
            for (; next < before + page.Text.Length; next += step)
            {
                var start = (int)(next - before);
                yield return new(1, page.Text.Substring(start, Math.Min(WindowLength, page.Text.Length - start)));
            }

            before += page.Text.Length;
        }
    }
}
