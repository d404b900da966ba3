using Iasios.Core.Text;
using Iasios.Extraction.Tests.Support;
using Iasios.OcrRig;

namespace Iasios.Extraction.Tests.Ocr;

[Collection(PrintedPagesGroup.Name)]
public sealed class RecognitionTests(PrintedPages printed)
{
    private const double CleanRecall = 0.96;
    private const double WornRecall = 0.95;

    [Theory]
    [InlineData(DocumentLanguage.En)]
    [InlineData(DocumentLanguage.De)]
    [InlineData(DocumentLanguage.Fr)]
    [InlineData(DocumentLanguage.Es)]
    [InlineData(DocumentLanguage.It)]
    public async Task A_clean_scan_is_read_as_well_as_by_tesseract_itself(DocumentLanguage language)
    {
        var page = printed.Draw(language);
        var truth = PrintedPages.Truth(language).Words;

        var reading = await EvidenceFile.ReadInAsync(ScanFile.Pdf(PrintedPages.Dpi, page), language);

        var recall = WordRecall.Of(truth, Assert.Single(reading.Pages).Text);
        Assert.InRange(recall, Math.Max(CleanRecall, WordRecall.Of(truth, BareTesseract.Read(page.ToPgm(), language, PrintedPages.Dpi))), 1);
    }

    [Fact]
    public async Task A_finer_scan_is_read_as_well_as_by_tesseract_itself()
    {
        const int Dpi = 300;
        var page = printed.Draw(DocumentLanguage.Fr, Dpi);
        var truth = PrintedPages.Truth(DocumentLanguage.Fr).Words;

        var reading = await EvidenceFile.ReadInAsync(ScanFile.Pdf(Dpi, page), DocumentLanguage.Fr);

        var recall = WordRecall.Of(truth, Assert.Single(reading.Pages).Text);
        Assert.InRange(recall, Math.Max(CleanRecall, WordRecall.Of(truth, BareTesseract.Read(page.ToPgm(), DocumentLanguage.Fr, Dpi))), 1);
    }

    [Fact]
    public async Task A_skewed_blurred_and_noisy_scan_is_read()
    {
        var page = printed.Draw(DocumentLanguage.De).Worn(wear: 1, seed: 1);

        var reading = await EvidenceFile.ReadInAsync(ScanFile.JpegPdf(PrintedPages.Dpi, page), DocumentLanguage.De);

        Assert.InRange(WordRecall.Of(PrintedPages.Truth(DocumentLanguage.De).Words, Assert.Single(reading.Pages).Text), WornRecall, 1);
    }

    [Fact]
    public async Task A_page_in_another_language_than_expected_is_read_in_its_own()
    {
        var page = printed.Draw(DocumentLanguage.De);

        var reading = await EvidenceFile.ReadInAsync(ScanFile.Pdf(PrintedPages.Dpi, page), DocumentLanguage.En, DocumentLanguage.Fr);

        Assert.InRange(WordRecall.Of(PrintedPages.Truth(DocumentLanguage.De).Words, Assert.Single(reading.Pages).Text), CleanRecall, 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_page_that_lies_on_its_side_or_its_head_is_read(int quarters)
    {
        var page = printed.Draw(DocumentLanguage.En);
        for (var quarter = 0; quarter < quarters; quarter++)
        {
            page = page.Turned();
        }

        var reading = await EvidenceFile.ReadInAsync(ScanFile.Pdf(PrintedPages.Dpi, page), DocumentLanguage.En);

        Assert.InRange(WordRecall.Of(PrintedPages.Truth(DocumentLanguage.En).Words, Assert.Single(reading.Pages).Text), WornRecall, 1);
    }

    [Fact]
    public async Task A_page_says_that_its_text_was_recognised_and_how_sure_it_is()
    {
        var page = Assert.Single((await EvidenceFile.ReadAsync(ScanFile.Pdf(PrintedPages.Dpi, printed.ShortPage))).Pages);

        Assert.Equal(TextSource.Ocr, page.Source);
        Assert.InRange(page.Confidence, 0.9, 1);
        Assert.Equal(["Resuscitation trolley", "", PrintedPages.ShortSentence, "", "Anything missing is replaced before the first patient."], page.Text.Split('\n'));
    }

    [Fact]
    public async Task Of_a_mixed_document_only_the_scanned_page_is_recognised()
    {
        const string Sentence = "The infusion pumps are checked twice a year.";
        using var folder = new WorkFolder();
        Tool.Run(
            "pdfunite",
            folder.Write("text.pdf", PdfFile.Of(PdfFile.Page(Sentence))),
            folder.Write("scan.pdf", ScanFile.Pdf(PrintedPages.Dpi, printed.ShortPage)),
            folder.File("mixed.pdf"));

        var reading = await EvidenceFile.ReadAsync(await File.ReadAllBytesAsync(folder.File("mixed.pdf")));

        Assert.Equal((ReadingOutcome.Read, null), (reading.Outcome, reading.Reason));
        Assert.Equal([TextSource.Text, TextSource.Ocr], reading.Pages.Select(page => page.Source));
        Assert.Equal(Sentence, reading.Pages[0].Text);
        Assert.Contains(PrintedPages.ShortSentence, reading.Pages[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cells_of_a_row_are_parted()
    {
        var reading = await EvidenceFile.ReadAsync(ScanFile.Pdf(PrintedPages.Dpi, printed.Draw(DocumentLanguage.En)));

        Assert.Contains("Major complications\tunder 2 %\tRegistry\tQuarterly", Assert.Single(reading.Pages).Text, StringComparison.Ordinal);
    }
}
