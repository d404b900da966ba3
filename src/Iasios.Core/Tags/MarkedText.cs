using Iasios.Core.Standards;
using Iasios.Core.Text;

namespace Iasios.Core.Tags;

/// <summary>A stretch of a page's text.</summary>
/// <param name="Text">The words as they stand there.</param>
/// <param name="Codes">The sub-requirements whose quote it belongs to; empty for unmarked text.</param>
public sealed record MarkedSegment(string Text, IReadOnlyList<RequirementCode> Codes);

/// <summary>Marks the quotes of tags in the text that they were taken from.</summary>
public static class MarkedText
{
    /// <summary>Cuts a page at the borders of its quotes. The segments' texts together are the page's text.</summary>
    public static IReadOnlyList<MarkedSegment> Of(PageText page, IEnumerable<Tag> tags)
    {
        var quotes = tags
            .Where(tag => tag.Quote is { } quote && quote.Page == page.Number && quote.Offset >= 0 && quote.Offset + quote.Text.Length <= page.Text.Length)
            .Select(tag => (tag.Code, Start: tag.Quote!.Offset, End: tag.Quote.Offset + tag.Quote.Text.Length))
            .ToList();
        var cuts = quotes.SelectMany(quote => new[] { quote.Start, quote.End }).Append(0).Append(page.Text.Length).Distinct().Order().ToList();
        return [.. cuts.Zip(cuts.Skip(1), (start, end) => new MarkedSegment(
            page.Text[start..end],
            [.. quotes.Where(quote => quote.Start < end && quote.End > start).Select(quote => quote.Code)]))];
    }
}
