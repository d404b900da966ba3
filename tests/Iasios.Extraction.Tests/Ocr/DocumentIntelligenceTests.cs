using Iasios.Core.Text;
using Iasios.Extraction.Ocr.DocumentIntelligence;
using Iasios.Extraction.Tests.Support;
using Iasios.TestSupport.DocumentIntelligence;

namespace Iasios.Extraction.Tests.Ocr;

/// <summary>What is asked of Document Intelligence and what becomes of its answers.</summary>
public sealed class DocumentIntelligenceTests : IAsyncLifetime
{
    private FakeDocumentIntelligence service = null!;

    public async Task InitializeAsync() => service = await FakeDocumentIntelligence.StartAsync();

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task The_pages_asked_for_come_with_their_lines_in_order_and_the_mean_confidence_of_their_words()
    {
        using var recognition = new Recognition(service);

        var pages = await recognition.OfAsync([3, 7]);

        Assert.Equal([3, 7], pages.Select(page => page.Number));
        Assert.Equal(["Page 3\nof the scan", "Page 7\nof the scan"], pages.Select(page => page.Text));
        Assert.All(pages, page => Assert.Equal(TextSource.Ocr, page.Source));
        Assert.All(pages, page => Assert.Equal(0.9, page.Confidence, precision: 6));
        Assert.Empty(recognition.Log.Lines);
    }

    [Theory]
    [InlineData(true, "application/pdf")]
    [InlineData(false, "application/octet-stream")]
    public async Task The_file_is_sent_as_it_is_with_the_key_and_the_numbers_of_the_pages(bool isPdf, string type)
    {
        using var recognition = new Recognition(service) { IsPdf = isPdf };

        await recognition.OfAsync([1, 2, 9]);

        var upload = Assert.Single(service.Uploads);
        Assert.Equal("1,2,9", upload.Pages);
        Assert.Equal(type, upload.ContentType);
        Assert.Equal(recognition.Content, upload.Body.ToArray());
        Assert.All(service.Requests, request => Assert.Equal(FakeDocumentIntelligence.Key, request.Key));
        Assert.All(service.Requests, request => Assert.Null(request.Authorization));
    }

    [Fact]
    public async Task Without_a_key_each_request_bears_the_token_of_the_identity()
    {
        await using var secure = await FakeDocumentIntelligence.StartAsync(https: true);
        using var recognition = new Recognition(secure) { Options = new() { Endpoint = secure.Endpoint.AbsoluteUri } };

        Assert.Single(await recognition.OfAsync([1]));
        Assert.All(secure.Requests, request => Assert.Equal($"Bearer {FakeDocumentIntelligence.Token}", request.Authorization));
        Assert.All(secure.Requests, request => Assert.Null(request.Key));
    }

    [Theory]
    [InlineData(new[] { DocumentLanguage.De }, "de")]
    [InlineData(new[] { DocumentLanguage.De, DocumentLanguage.En }, null)]
    [InlineData(new[] { DocumentLanguage.Other }, null)]
    [InlineData(new DocumentLanguage[0], null)]
    public async Task The_language_is_named_only_when_one_is_known(DocumentLanguage[] languages, string? locale)
    {
        using var recognition = new Recognition(service) { Languages = languages };

        await recognition.OfAsync([1]);

        Assert.Equal(locale, Assert.Single(service.Uploads).Locale);
    }

    [Fact]
    public async Task A_long_scan_is_asked_for_ten_pages_at_a_time()
    {
        using var recognition = new Recognition(service);

        var pages = await recognition.OfAsync(Enumerable.Range(1, 23));

        Assert.Equal(Enumerable.Range(1, 23), pages.Select(page => page.Number));
        Assert.Equal(["1,2,3,4,5,6,7,8,9,10", "11,12,13,14,15,16,17,18,19,20", "21,22,23"], service.Uploads.Select(upload => upload.Pages));
    }

    [Fact]
    public async Task Paused_it_begins_no_further_request_and_gives_out_the_pages_that_were_paid()
    {
        using var pause = new CancellationTokenSource();
        service.OnPoll = pause.Cancel;
        using var recognition = new Recognition(service) { Budget = 30, Pause = pause.Token };

        var pages = await recognition.OfAsync(Enumerable.Range(1, 23));

        Assert.Equal(Enumerable.Range(1, 10), pages.Select(page => page.Number));
        Assert.Equal(20, recognition.Budget);
        Assert.Empty(recognition.Told);
    }

    [Fact]
    public async Task A_large_file_is_uploaded_less_often()
    {
        using var recognition = new Recognition(service) { Content = new byte[8 * 1024 * 1024] };

        await recognition.OfAsync(Enumerable.Range(1, 23));

        Assert.Equal([16, 7], service.Uploads.Select(upload => upload.Pages!.Split(',').Length));
    }

    [Fact]
    public async Task On_the_free_tier_the_pages_that_were_not_answered_are_not_recognised_and_the_log_says_why()
    {
        service.PagesRead = 2;
        using var recognition = new Recognition(service);

        var pages = await recognition.OfAsync([1, 2, 3, 4]);

        Assert.Equal([1, 2, 3, 4], pages.Select(page => page.Number));
        Assert.Equal(["Page 1\nof the scan", "Page 2\nof the scan", "", ""], pages.Select(page => page.Text));
        Assert.Equal([0.9, 0.9, 0, 0], pages.Select(page => Math.Round(page.Confidence, 6)));
        Assert.Equal("Document Intelligence answered only 2 of 4 pages: the free tier reads two", Assert.Single(recognition.Log.Lines));
    }

    [Fact]
    public async Task A_blank_page_is_recognised_as_blank()
    {
        service.Result = """{"status":"succeeded","analyzeResult":{"content":"","pages":[{"pageNumber":1,"spans":[]}]}}""";
        using var recognition = new Recognition(service);

        var page = Assert.Single(await recognition.OfAsync([1]));

        Assert.Equal(("", 1), (page.Text, page.Confidence));
    }

    [Theory]
    [InlineData(400, "InvalidRequest", "InvalidContent")]
    [InlineData(400, "InvalidRequest", "InvalidContentLength")]
    [InlineData(400, "InvalidRequest", "UnsupportedContent")]
    [InlineData(413, "RequestEntityTooLarge", null)]
    [InlineData(415, "UnsupportedMediaType", null)]
    public async Task A_file_that_the_service_refuses_costs_its_pages_and_is_not_sent_again(int status, string code, string? inner)
    {
        service.Mishaps.Enqueue(Mishap.Error(status, code, inner));
        using var recognition = new Recognition(service);

        var pages = await recognition.OfAsync(Enumerable.Range(1, 30));

        Assert.Equal(Enumerable.Range(1, 30), pages.Select(page => page.Number));
        Assert.All(pages, page => Assert.Equal(("", 0), (page.Text, page.Confidence)));
        Assert.Single(service.Requests);
        Assert.StartsWith("Document Intelligence did not read 30 pages: ", Assert.Single(recognition.Log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_turns_out_unreadable_during_the_analysis_costs_its_pages()
    {
        service.FailsWith = _ => "InvalidContent";
        using var recognition = new Recognition(service);

        var pages = await recognition.OfAsync([1, 2]);

        Assert.All(pages, page => Assert.Equal(("", 0), (page.Text, page.Confidence)));
        Assert.Single(service.Uploads);
    }

    [Theory]
    [InlineData("InvalidContentDimensions")]
    [InlineData("InternalServerError")]
    public async Task A_page_that_fails_the_others_of_its_request_costs_only_itself(string code)
    {
        service.FailsWith = pages => pages.Contains(2) ? code : null;
        using var recognition = new Recognition(service);

        var pages = await recognition.OfAsync([1, 2, 3]);

        Assert.Equal(["Page 1\nof the scan", "", "Page 3\nof the scan"], pages.Select(page => page.Text));
        Assert.Equal(["1,2,3", "1", "2", "3"], service.Uploads.Select(upload => upload.Pages));
    }

    [Fact]
    public async Task Pages_over_the_month_s_budget_are_neither_sent_nor_given_out()
    {
        using var recognition = new Recognition(service) { Budget = 12 };

        var pages = await recognition.OfAsync(Enumerable.Range(1, 30));

        Assert.Equal(Enumerable.Range(1, 12), pages.Select(page => page.Number));
        Assert.Equal(12, service.Uploads.Sum(upload => upload.Pages!.Split(',').Length));
        Assert.Equal("18 pages were not sent to Document Intelligence: the month's budget is used up", Assert.Single(recognition.Log.Lines));
        Assert.Equal("This month's budget for text recognition is used up.", Assert.Single(recognition.Told));
    }

    [Fact]
    public async Task A_page_that_is_asked_for_again_is_taken_from_the_budget_again()
    {
        service.FailsWith = pages => pages.Count > 1 ? "InternalServerError" : null;
        using var recognition = new Recognition(service) { Budget = 5 };

        var pages = await recognition.OfAsync([1, 2, 3]);

        Assert.Equal([1, 2], pages.Select(page => page.Number));
        Assert.Equal(0, recognition.Budget);
        Assert.Equal("1 pages were not sent to Document Intelligence: the month's budget is used up", recognition.Log.Lines[^1]);
    }

    [Fact]
    public async Task Pages_over_the_document_s_budget_are_not_sent_and_pages_of_earlier_turns_count()
    {
        using var recognition = new Recognition(service)
        {
            Options = new() { Endpoint = service.Endpoint.AbsoluteUri, Key = FakeDocumentIntelligence.Key, MaxPagesPerDocument = 5 },
            PagesBefore = 3,
        };

        var pages = await recognition.OfAsync([4, 5, 6, 7]);

        Assert.Equal([4, 5], pages.Select(page => page.Number));
        Assert.Equal("4,5", Assert.Single(service.Uploads).Pages);
        Assert.Equal("Text recognition takes at most 5 pages of a document.", Assert.Single(recognition.Told));
    }

    [Theory]
    [InlineData("https://ours.cognitiveservices.azure.com/", true)]
    [InlineData("http://127.0.0.1:5000", true)]
    [InlineData("http://ours.cognitiveservices.azure.com/", false)]
    [InlineData("ours.cognitiveservices.azure.com", false)]
    [InlineData("https://user:secret@ours.cognitiveservices.azure.com/", false)]
    [InlineData("https://ours.cognitiveservices.azure.com/?api-version=1", false)]
    [InlineData("file:///etc/passwd", false)]
    public void Scans_go_to_an_https_address_only(string endpoint, bool allowed)
    {
        var options = new DocumentIntelligenceOptions { Endpoint = endpoint };

        Assert.Equal(allowed, !options.Validate(new(options)).Any());
    }

    [Fact]
    public void What_is_no_key_is_named()
    {
        var options = new DocumentIntelligenceOptions { Endpoint = service.Endpoint.AbsoluteUri, Key = "two words" };

        Assert.Contains("Reading:DocumentIntelligence:Key", Assert.Single(options.Validate(new(options))).ErrorMessage, StringComparison.Ordinal);
    }
}
