using System.Text;
using Iasios.Core.Text;
using Iasios.Extraction.Tests.Support;

namespace Iasios.Extraction.Tests;

public sealed class PdfTests
{
    private const string First = "The infusion pumps are checked twice a year.";
    private const string Second = "The engineer signs the maintenance record.";

    [Fact]
    public async Task Each_page_gives_its_text_under_its_number()
    {
        var reading = await EvidenceFile.ReadAsync(PdfFile.Of(PdfFile.Page(First), PdfFile.Page(Second)));

        Assert.Equal((ReadingOutcome.Read, null, "pdf", 2), (reading.Outcome, reading.Reason, reading.Format, reading.PageCount));
        Assert.Equal([new(1, First), new(2, Second)], reading.Pages);
    }

    [Fact]
    public async Task A_row_of_a_table_is_one_line_with_tabs_between_its_cells()
    {
        var lines = Assert.Single((await EvidenceFile.ReadSampleAsync("control-table.pdf")).Pages).Text.Split('\n');

        Assert.Contains("Next review date\t10 January 2027", lines);
        Assert.Contains("B. Rossi\tSurgeon\tBasic life support\t2026-02-04\tyes", lines);
    }

    [Fact]
    public async Task The_values_of_a_filled_form_are_read()
    {
        var reading = await EvidenceFile.ReadSampleAsync("filled-form.pdf");

        Assert.Contains("signed by\tMaria Rossi", Assert.Single(reading.Pages).Text);
    }

    [Fact]
    public async Task A_file_that_needs_a_password_is_encrypted()
    {
        var reading = await EvidenceFile.ReadSampleAsync("user-password.pdf");

        Assert.Equal(ReadingOutcome.Encrypted, reading.Outcome);
        Assert.Empty(reading.Pages);
    }

    [Fact]
    public async Task A_file_that_only_forbids_copying_is_read() =>
        Assert.Equal(ReadingOutcome.Read, (await EvidenceFile.ReadSampleAsync("owner-password.pdf")).Outcome);

    [Fact]
    public async Task Characters_that_show_nothing_are_left_out() =>
        Assert.Equal(First, Assert.Single((await EvidenceFile.ReadAsync(PdfFile.Of(PdfFile.Page(First.Replace("pumps", "pu\u0001mps"))))).Pages).Text);

    [Fact]
    public async Task Without_tesseract_pages_that_are_pictures_need_ocr()
    {
        var reading = await EvidenceFile.ReadWithoutOcrAsync(PdfFile.Of(PdfFile.Picture, PdfFile.Page("Page 2 of 2")));

        Assert.Equal((ReadingOutcome.NeedsOcr, 2), (reading.Outcome, reading.PageCount));
        Assert.Empty(reading.Pages);
    }

    [Fact]
    public async Task Without_tesseract_a_picture_among_pages_of_text_is_named_in_the_reason()
    {
        var reading = await EvidenceFile.ReadWithoutOcrAsync(PdfFile.Of(PdfFile.Page(First), PdfFile.Picture));

        Assert.Equal((ReadingOutcome.Partial, 2), (reading.Outcome, reading.PageCount));
        Assert.Equal("Hardly any text was found on 1 of 2 pages, which may be pictures.", reading.Reason);
        Assert.Equal([new(1, First)], reading.Pages);
    }

    [Fact]
    public async Task Pages_beyond_the_limit_are_reported()
    {
        var reading = await EvidenceFile.ReadAsync(PdfFile.Of(PdfFile.Page(First), PdfFile.Page(Second), PdfFile.Page(First)), new() { MaxPages = 2 });

        Assert.Equal((ReadingOutcome.Partial, "Only the first 2 of 3 pages were read.", 3), (reading.Outcome, reading.Reason, reading.PageCount));
        Assert.Equal([1, 2], reading.Pages.Select(page => page.Number));
    }

    [Fact]
    public async Task A_file_with_just_as_many_pages_as_the_limit_is_read() =>
        Assert.Equal(ReadingOutcome.Read, (await EvidenceFile.ReadAsync(PdfFile.Of(PdfFile.Page(First), PdfFile.Page(Second)), new() { MaxPages = 2 })).Outcome);

    [Fact]
    public async Task A_file_cut_off_in_its_middle_is_unreadable()
    {
        var whole = PdfFile.Of(PdfFile.Page(First), PdfFile.Page(Second));

        Assert.Equal(ReadingOutcome.Unreadable, (await EvidenceFile.ReadAsync(whole[..(whole.Length / 2)])).Outcome);
    }

    [Fact]
    public async Task A_file_whose_end_is_missing_is_partial_even_when_it_opens()
    {
        var whole = PdfFile.Of(PdfFile.Page(First));

        var reading = await EvidenceFile.ReadAsync(whole[..^"startxref\n123\n%%EOF\n".Length]);

        Assert.Equal((ReadingOutcome.Partial, "The end of the file is missing, so pages may be missing too."), (reading.Outcome, reading.Reason));
    }

    [Fact]
    public async Task A_file_that_only_begins_like_a_pdf_is_unreadable() =>
        Assert.Equal(ReadingOutcome.Unreadable, (await EvidenceFile.ReadAsync("%PDF-1.7 and then nothing of the kind")).Outcome);

    [Fact]
    public async Task Columns_of_prose_come_one_after_the_other_and_hyphenated_words_are_whole()
    {
        string[] left = ["The pumps are checked twice by the engi-", "neer who keeps the record of them", "and signs it on every second Monday", "before the first patient is called in."];
        string[] right = ["Every nurse learns in her first week", "how a pump is set and what its alarm", "means, and shows it to the nurse edu-", "cator in the presence of a colleague."];
        var lines = left.Select((line, index) => $"1 0 0 1 40 {700 - (14 * index)} Tm ({line}) Tj 1 0 0 1 320 {700 - (14 * index)} Tm ({right[index]}) Tj");

        var reading = await EvidenceFile.ReadAsync(PdfFile.Of(new PdfFile.PdfPage(Encoding.ASCII.GetBytes($"BT /F1 10 Tf {string.Join(' ', lines)} ET"), "")));

        var text = Assert.Single(reading.Pages).Text;
        Assert.Contains("by the engineer\nwho keeps the record of them\nand signs", text);
        Assert.Contains("nurse educator\nin the presence", text);
        Assert.True(text.IndexOf("patient is called in.", StringComparison.Ordinal) < text.IndexOf("Every nurse", StringComparison.Ordinal));
    }
}
