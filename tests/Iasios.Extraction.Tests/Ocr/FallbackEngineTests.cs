using Iasios.Core.Text;
using Iasios.Extraction.Ocr;
using Iasios.Extraction.Tests.Support;
using Iasios.TestSupport.DocumentIntelligence;

namespace Iasios.Extraction.Tests.Ocr;

/// <summary>Document Intelligence with an engine on this machine behind it.</summary>
public sealed class FallbackEngineTests
{
    [Fact]
    public async Task What_the_first_engine_does_not_take_or_recognise_the_second_reads()
    {
        await using var service = await FakeDocumentIntelligence.StartAsync();
        service.PagesRead = 2;
        using var recognition = new Recognition(service) { Budget = 3 };
        var local = new TestEngine(Local);

        var pages = await new FallbackEngine(recognition.Engine, local)
            .RecogniseAsync(recognition.Request([1, 2, 3, 4, 5]), CancellationToken.None)
            .ToListAsync();

        Assert.Equal(["Page 1\nof the scan", "Page 2\nof the scan", "local", "local", "local"], pages.Select(page => page.Text));
        Assert.Equal([3, 4, 5], local.Asked);
        Assert.Empty(recognition.Told);
    }

    [Fact]
    public async Task Why_the_first_engine_did_not_take_a_page_is_told_when_the_second_can_t_read_it_either()
    {
        await using var service = await FakeDocumentIntelligence.StartAsync();
        using var recognition = new Recognition(service) { Budget = 1 };
        var local = new TestEngine(page => new(page, page == 2 ? "local" : "") { Confidence = 0 });

        await new FallbackEngine(recognition.Engine, local).RecogniseAsync(recognition.Request([1, 2, 3]), CancellationToken.None).ToListAsync();

        Assert.Equal([2, 3], local.Asked);
        Assert.Equal("This month's budget for text recognition is used up.", Assert.Single(recognition.Told));
    }

    [Fact]
    public async Task Paused_the_second_engine_is_not_begun()
    {
        await using var service = await FakeDocumentIntelligence.StartAsync();
        using var pause = new CancellationTokenSource();
        service.OnPoll = pause.Cancel;
        using var recognition = new Recognition(service) { Budget = 2, Pause = pause.Token };
        var local = new TestEngine(Local);

        var pages = await new FallbackEngine(recognition.Engine, local)
            .RecogniseAsync(recognition.Request([1, 2, 3]), CancellationToken.None)
            .ToListAsync();

        Assert.Equal([1, 2], pages.Select(page => page.Number));
        Assert.Empty(local.Asked);
    }

    private static PageText Local(int page) => new(page, "local") { OcrStart = 0 };
}
