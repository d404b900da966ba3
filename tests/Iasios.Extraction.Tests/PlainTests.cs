using System.Text;
using Iasios.Core.Text;
using Iasios.Extraction.Tests.Support;

namespace Iasios.Extraction.Tests;

public sealed class PlainTests
{
    private const string German = "Prüfung der Geräte, jährlich – § 5";

    public static TheoryData<byte[]> Encodings => new()
    {
        Encoding.UTF8.GetBytes(German),
        Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(German)).ToArray(),
        Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(German)).ToArray(),
        Encoding.BigEndianUnicode.GetPreamble().Concat(Encoding.BigEndianUnicode.GetBytes(German)).ToArray(),
        Encoding.Unicode.GetBytes(German),
        Encoding.BigEndianUnicode.GetBytes(German),
        CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(German),
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Text_is_read_in_the_encoding_it_was_written_in(byte[] content)
    {
        var reading = await EvidenceFile.ReadAsync(content);

        Assert.Equal((ReadingOutcome.Read, "text"), (reading.Outcome, reading.Format));
        Assert.Equal([new(1, German)], reading.Pages);
    }

    [Fact]
    public async Task Form_feeds_part_the_pages_and_empty_pages_keep_their_number()
    {
        var reading = await EvidenceFile.ReadAsync("# Policy\r\n\r\nFirst page\r\n\f\fThird page\r\n");

        Assert.Equal(3, reading.PageCount);
        Assert.Equal([new(1, "# Policy\n\nFirst page"), new(3, "Third page")], reading.Pages);
    }

    [Theory]
    [InlineData("Device,Serial\nPump,7\n\"Pump, large\",8\n")]
    [InlineData("Device;Serial\r\nPump;7\r\n\"Pump, large\";8\r\n")]
    [InlineData("Device\tSerial\nPump\t7\nPump, large\t8")]
    public async Task A_table_of_separated_values_gives_rows_with_tabs(string content)
    {
        var reading = await EvidenceFile.ReadAsync(content);

        Assert.Equal((ReadingOutcome.Read, "csv"), (reading.Outcome, reading.Format));
        Assert.Equal([new(1, "Device\tSerial\nPump\t7\nPump, large\t8")], reading.Pages);
    }

    [Fact]
    public async Task A_line_break_in_a_cell_does_not_break_the_row() =>
        Assert.Equal("Device\tRemark\nPump\tin order", Assert.Single((await EvidenceFile.ReadAsync("Device;Remark\nPump;\"in\norder\"\n")).Pages).Text);

    [Theory]
    [InlineData("Dear colleague, please sign.\nThe form, as agreed, is attached.\n")]
    [InlineData("First, wash your hands.\nThen, put on gloves.\n")]
    [InlineData("One line, and no more")]
    public async Task Prose_with_commas_stays_as_it_is(string prose) =>
        Assert.Equal(prose.TrimEnd('\n'), Assert.Single((await EvidenceFile.ReadAsync(prose)).Pages).Text);

    [Fact]
    public async Task More_text_than_the_limit_is_too_large() =>
        Assert.Equal(ReadingOutcome.TooLarge, (await EvidenceFile.ReadAsync(new string('a', 101), new() { MaxCharacters = 100 })).Outcome);

    [Fact]
    public async Task A_long_text_is_cut_into_pages_at_the_ends_of_its_paragraphs()
    {
        var paragraph = string.Concat(Enumerable.Repeat("Staff clean their hands. ", 80)).TrimEnd();
        var reading = await EvidenceFile.ReadAsync(string.Join("\n\n", Enumerable.Repeat(paragraph, 60)));

        Assert.InRange(reading.Pages.Count, 3, 5);
        Assert.All(reading.Pages, page => Assert.EndsWith("hands.", page.Text, StringComparison.Ordinal));
        Assert.Equal(60, reading.Pages.Sum(page => page.Text.Split("\n\n").Length));
    }

    [Fact]
    public async Task A_form_feed_for_each_letter_is_too_large() =>
        Assert.Equal(ReadingOutcome.TooLarge, (await EvidenceFile.ReadAsync(string.Concat(Enumerable.Repeat("\fa", 10_000)), new() { MaxCharacters = 100_000 })).Outcome);

    [Fact]
    public async Task A_table_with_a_quotation_mark_that_is_never_closed_is_read_up_to_it()
    {
        var rows = string.Concat(Enumerable.Repeat("Pump;7\n", 60));
        var reading = await EvidenceFile.ReadAsync(rows + "\"" + new string('x', 1_100_000));

        Assert.Equal((ReadingOutcome.Partial, "csv"), (reading.Outcome, reading.Format));
        Assert.StartsWith("Pump\t7\n", Assert.Single(reading.Pages).Text, StringComparison.Ordinal);
    }
}
