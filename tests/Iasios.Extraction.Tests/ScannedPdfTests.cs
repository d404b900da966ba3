using System.Globalization;
using System.Text;
using Iasios.Core.Text;
using Iasios.Extraction.Native;
using Iasios.Extraction.Ocr;
using Iasios.Extraction.Tests.Support;
using Iasios.TestSupport.DocumentIntelligence;

namespace Iasios.Extraction.Tests;

public sealed class ScannedPdfTests
{
    private const string Sentence = "The infusion pumps are checked twice a year.";
    private static readonly string Long = string.Join(' ', Enumerable.Repeat(Sentence, 4));
    private readonly TestEngine engine = new(page => Recognised(page));

    [Fact]
    public async Task A_page_that_is_a_picture_is_recognised_and_a_page_of_text_is_not()
    {
        var reading = await ReadAsync([PdfFile.Page(Sentence), PdfFile.Picture]);

        Assert.Equal((ReadingOutcome.Read, 2), (reading!.Outcome, reading.PageCount));
        Assert.Equal([new(1, Sentence), Recognised(2)], reading.Pages);
        Assert.Equal([2], engine.Asked);
    }

    [Theory]
    [InlineData(Sentence, 0.6)]
    [InlineData("Page 3 of 7", 0.2)]
    public async Task A_stamp_on_a_picture_is_kept_before_the_recognised_text(string stamp, double share)
    {
        var page = Assert.Single((await ReadAsync([PdfFile.PictureAndText(share, stamp)]))!.Pages);

        Assert.Equal((TextSource.TextAndOcr, 0.8), (page.Source, page.Confidence));
        Assert.Equal((stamp, "recognised 1"), (page.Text[..(page.OcrStart!.Value - 1)], page.Text[page.OcrStart.Value..]));
    }

    [Theory]
    [InlineData(Sentence, 0.4)]
    [InlineData("Page 3 of 7", 0.05)]
    public async Task A_picture_that_covers_little_is_not_recognised(string text, double share)
    {
        var reading = await ReadAsync([PdfFile.PictureAndText(share, text)]);

        Assert.Equal([new(1, text)], reading!.Pages);
        Assert.Empty(engine.Asked);
    }

    [Fact]
    public async Task Blank_pages_and_short_ones_without_a_picture_are_nothing_to_report()
    {
        var reading = await ReadAsync([PdfFile.Page(Sentence), PdfFile.Page(""), PdfFile.Page("Annex")]);

        Assert.Equal((ReadingOutcome.Read, null, 3), (reading!.Outcome, reading.Reason, reading.PageCount));
        Assert.Equal([new(1, Sentence), new(3, "Annex")], reading.Pages);
        Assert.Empty(engine.Asked);
    }

    [Fact]
    public async Task A_page_whose_letters_are_illegible_is_recognised()
    {
        var page = Assert.Single((await ReadAsync([PdfFile.Page(Sentence.Replace('e', '\u0001'))]))!.Pages);

        Assert.Equal(TextSource.TextAndOcr, page.Source);
        Assert.InRange(page.Confidence, 0.7, 0.8);
    }

    [Fact]
    public async Task Reading_pauses_between_pages_and_goes_on_without_repeating_one()
    {
        var pages = Enumerable.Repeat(PdfFile.Picture, 3).ToArray();
        using var pause = new CancellationTokenSource();
        List<RecognisedPage> told = [];

        var first = await ReadAsync(pages, new() { Pause = pause.Token, OnRecognised = PauseAfterOneAsync });
        var second = await ReadAsync(pages, new() { Recognised = [told[0].Page], OnRecognised = TellAsync });

        Assert.Null(first);
        Assert.Equal([Recognised(1), Recognised(2), Recognised(3)], second!.Pages);
        Assert.Equal([1, 2, 3], engine.Asked);
        Assert.Equal([(1, 1, 3), (2, 2, 3), (3, 3, 3)], told.Select(page => (page.Page.Number, page.Done, page.Total)));

        Task PauseAfterOneAsync(RecognisedPage page, CancellationToken _)
        {
            pause.Cancel();
            return TellAsync(page, CancellationToken.None);
        }

        Task TellAsync(RecognisedPage page, CancellationToken _)
        {
            told.Add(page);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task The_pages_that_a_begun_chunk_gives_out_are_all_kept()
    {
        var pages = Enumerable.Repeat(PdfFile.Picture, 3).ToArray();
        using var pause = new CancellationTokenSource();
        List<int> told = [];
        await using var service = await FakeDocumentIntelligence.StartAsync();
        service.OnPoll = pause.Cancel;
        using var recognition = new Recognition(service) { Budget = 2 };
        using var document = new EvidenceFile(PdfFile.Of(pages));
        var reader = new DocumentReader(new(), new NativeTools(), recognition.Engine);

        var reading = await reader.ReadAsync(document.Path, new ReadingRequest { Pause = pause.Token, OnRecognised = TellAsync }, CancellationToken.None);

        Assert.Null(reading);
        Assert.Equal([1, 2], told);

        Task TellAsync(RecognisedPage page, CancellationToken _)
        {
            told.Add(page.Page.Number);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task Pages_over_the_month_s_budget_are_reported_with_the_reason()
    {
        await using var service = await FakeDocumentIntelligence.StartAsync();
        using var some = new Recognition(service) { Budget = 1 };
        using var none = new Recognition(service) { Budget = 0 };

        var part = await ReadAsync([PdfFile.Picture, PdfFile.Picture], engine: some.Engine);
        var nothing = await ReadAsync([PdfFile.Picture], engine: none.Engine);

        Assert.Equal(
            (ReadingOutcome.Partial, "The text of 1 of 2 pages, which are pictures, could not be recognised. This month's budget for text recognition is used up."),
            (part!.Outcome, part.Reason));
        Assert.Equal(
            (ReadingOutcome.NeedsOcr, "The pages have hardly any text: they look like scans. This month's budget for text recognition is used up. Please hand in the document with its text."),
            (nothing!.Outcome, nothing.Reason));
    }

    [Fact]
    public async Task The_language_of_the_pages_with_text_is_the_likeliest_of_those_without()
    {
        const string German = "Die Pumpen werden zweimal im Jahr von der Technik geprüft, und das Ergebnis wird in der Akte der Station abgelegt.";

        await ReadAsync([PdfFile.Page(German), PdfFile.Picture], new() { Languages = [DocumentLanguage.Fr, DocumentLanguage.De] });

        Assert.Equal([DocumentLanguage.De, DocumentLanguage.Fr], engine.Languages);
    }

    [Fact]
    public async Task Pictures_beyond_the_limit_are_reported()
    {
        var reading = await ReadAsync([PdfFile.Picture, PdfFile.Picture, PdfFile.Picture], limits: new() { MaxOcrPages = 2 });

        Assert.Equal((ReadingOutcome.Partial, "3 pages are pictures; only the first 2 of them were recognised."), (reading!.Outcome, reading.Reason));
        Assert.Equal([1, 2], engine.Asked);
    }

    [Fact]
    public async Task Pictures_that_could_not_be_recognised_are_reported()
    {
        var failing = new TestEngine(page => page switch { 1 => Recognised(1), 2 => new(2, "") { Confidence = 0 }, _ => null });

        var reading = await ReadAsync([PdfFile.Picture, PdfFile.Picture, PdfFile.Picture], engine: failing);

        Assert.Equal(
            (ReadingOutcome.Partial, "The text of 2 of 3 pages, which are pictures, could not be recognised."), (reading!.Outcome, reading.Reason));
        Assert.Equal([Recognised(1)], reading.Pages);
    }

    [Fact]
    public async Task A_scan_of_which_nothing_could_be_recognised_needs_ocr() =>
        Assert.Equal(ReadingOutcome.NeedsOcr, (await ReadAsync([PdfFile.Picture], engine: new TestEngine(_ => null)))!.Outcome);

    [Fact]
    public async Task Text_over_a_picture_of_the_whole_page_is_flagged()
    {
        var reading = await ReadAsync([PdfFile.PictureAndText(1, Sentence), PdfFile.Page(Sentence)]);

        Assert.Equal([true, false], reading!.Pages.Select(page => page.IsTextOverPicture));
    }

    [Fact]
    public async Task A_scan_with_a_text_layer_is_flagged_and_not_recognised_again()
    {
        var scan = new PdfFile.PdfPage(Encoding.ASCII.GetBytes($"q 595 0 0 842 0 0 cm /Im1 Do Q BT /F1 6 Tf 3 Tr 20 820 Td ({Long}) Tj ET"), "");
        using var document = new EvidenceFile(PdfFile.Of(600, 849, scan, PdfFile.Page(Long)));

        var reading = await new DocumentReader(new(), new NativeTools(), engine).ReadAsync(document.Path, CancellationToken.None);

        Assert.Equal([true, false], reading.Pages.Select(page => page.IsTextOverPicture));
        Assert.Empty(engine.Asked);
    }

    private static PageText Recognised(int page) =>
        new(page, string.Create(CultureInfo.InvariantCulture, $"recognised {page}")) { OcrStart = 0, Confidence = 0.8 };

    private async Task<Reading?> ReadAsync(PdfFile.PdfPage[] pages, ReadingRequest? request = null, ReadingLimits? limits = null, IOcrEngine? engine = null)
    {
        using var document = new EvidenceFile(PdfFile.Of(pages));
        var reader = new DocumentReader(limits ?? new(), new NativeTools(), engine ?? this.engine);
        return await reader.ReadAsync(document.Path, request ?? new(), CancellationToken.None);
    }
}
