using FsCheck;
using FsCheck.Fluent;
using Iasios.Core.Tags;
using Iasios.Core.Text;
using static Iasios.Core.Tests.Support.Ledgers;

namespace Iasios.Core.Tests.Tags;

/// <summary>Quotes marked in the text that they were taken from.</summary>
public sealed class MarkedTextTests
{
    private static readonly string[] Codes = ["1a", "8c", "10c"];

    [Fact]
    public void A_quote_is_marked_and_the_rest_is_not() => Assert.Equal(
        "Before |8c:the quote| after.",
        Show("Before the quote after.", Quote("8c", 7, "the quote")));

    [Fact]
    public void Where_quotes_overlap_the_text_bears_both_codes() => Assert.Equal(
        "1a:ab|1a 8c:cd|8c:ef|g",
        Show("abcdefg", Quote("1a", 0, "abcd"), Quote("8c", 2, "cdef")));

    [Fact]
    public void A_quote_of_another_page_or_beyond_the_text_marks_nothing() => Assert.Equal(
        "abc",
        Show("abc", Quote("8c", 0, "abc", page: 2), Quote("8c", 1, "bcd"), Quote("8c", -1, "ab")));

    [Fact]
    public void A_tag_that_rests_on_the_folder_name_marks_nothing() => Assert.Equal("abc", Show("abc", Quote("8c", 0, "a") with { Quote = null }));

    [Fact]
    public void The_segments_together_are_always_the_page() => FsCheck.Check.QuickThrowOnFailure(Prop.ForAll(Pages(), page =>
        string.Concat(MarkedText.Of(page.Text, page.Tags).Select(segment => segment.Text)) == page.Text.Text));

    [Fact]
    public void What_bears_a_code_is_always_exactly_its_quotes() => FsCheck.Check.QuickThrowOnFailure(Prop.ForAll(Pages(), page =>
    {
        var marked = new bool[page.Text.Text.Length];
        foreach (var quote in page.Tags.Where(tag => tag.Code == Code("8c")).Select(tag => tag.Quote!))
        {
            Array.Fill(marked, true, quote.Offset, quote.Text.Length);
        }

        return MarkedText.Of(page.Text, page.Tags)
            .SelectMany(segment => Enumerable.Repeat(segment.Codes.Contains(Code("8c")), segment.Text.Length))
            .SequenceEqual(marked);
    }));

    private static Arbitrary<(PageText Text, List<Tag> Tags)> Pages() => (
        from length in Gen.Choose(0, 60)
        let text = string.Concat(Enumerable.Range(0, length).Select(index => (char)('a' + (index % 26))))
        from quotes in (
            from start in Gen.Choose(0, length)
            from end in Gen.Choose(start, length)
            from code in Gen.Elements(Codes)
            select Quote(code, start, text[start..end])).ListOf()
        select (new PageText(1, text), quotes.ToList())).ToArbitrary();

    private static Tag Quote(string code, int offset, string text, int page = 1) =>
        new("topic", Code(code), TagBand.Accepted, 0.9, new(page, offset, text), [], null);

    private static string Show(string text, params Tag[] tags) => string.Join('|', MarkedText.Of(new(1, text), tags)
        .Select(segment => segment.Codes.Count == 0 ? segment.Text : $"{string.Join(' ', segment.Codes)}:{segment.Text}"));
}
