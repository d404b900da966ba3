using System.Runtime.CompilerServices;
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
        var local = new LocalEngine();

        var pages = await new FallbackEngine(recognition.Engine, local)
            .RecogniseAsync(recognition.WriteFile(), [1, 2, 3, 4, 5], [], CancellationToken.None)
            .ToListAsync();

        Assert.Equal(["Page 1\nof the scan", "Page 2\nof the scan", "local", "local", "local"], pages.Select(page => page.Text));
        Assert.Equal([3, 4, 5], local.Asked);
    }

    private sealed class LocalEngine : IOcrEngine
    {
        public List<int> Asked { get; } = [];

        public async IAsyncEnumerable<PageText> RecogniseAsync(
            ScannedFile file,
            IReadOnlyList<int> pages,
            IReadOnlyList<DocumentLanguage> languages,
            [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            foreach (var page in pages)
            {
                await Task.Yield();
                Asked.Add(page);
                yield return new(page, "local") { OcrStart = 0 };
            }
        }
    }
}
