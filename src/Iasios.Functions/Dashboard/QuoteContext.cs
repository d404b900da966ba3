using Iasios.Core.Tags;
using Iasios.Core.Text;

namespace Iasios.Functions.Dashboard;

/// <summary>A quote with the text around it, as it stands on its page.</summary>
/// <param name="Page">The page's number.</param>
/// <param name="Before">What stands before the quote, about 300 characters, with an ellipsis where it is cut.</param>
/// <param name="Quote">The quote.</param>
/// <param name="After">What follows it, as long.</param>
public sealed record QuoteContext(int Page, string Before, string Quote, string After)
{
    private const int Length = 300;

    /// <summary>The context of a tag's quote; null when the tag has no quote, or its page's text is not there.</summary>
    public static QuoteContext? Of(Tag tag, IEnumerable<PageText> pages)
    {
        if (tag.Quote is not { } quote
            || pages.FirstOrDefault(page => page.Number == quote.Page) is not { Text: var text }
            || string.CompareOrdinal(text, quote.Offset, quote.Text, 0, quote.Text.Length) != 0)
        {
            return null;
        }

        var end = quote.Offset + quote.Text.Length;
        var from = Math.Max(0, quote.Offset - Length);
        var to = Math.Min(text.Length, end + Length);
        return new(quote.Page, TrimStart(text, from, quote.Offset), quote.Text, TrimEnd(text, end, to));
    }

    // Cut where a word ends.
    private static string TrimStart(string text, int from, int end)
    {
        var start = from;
        while (start > 0 && start < end && !char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        return start == 0 ? text[..end] : "…" + text[start..end];
    }

    private static string TrimEnd(string text, int start, int to)
    {
        var end = to;
        while (end < text.Length && end > start && !char.IsWhiteSpace(text[end]))
        {
            end--;
        }

        return end == text.Length ? text[start..] : text[start..end] + "…";
    }
}
