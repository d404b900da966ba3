using System.Runtime.CompilerServices;
using Iasios.Core.Text;
using Iasios.Extraction.Ocr;

namespace Iasios.Extraction.Tests.Support;

/// <summary>Recognises every page in the same way, and remembers which it was asked for.</summary>
internal sealed class TestEngine(Func<int, PageText?> recognise) : IOcrEngine
{
    public List<int> Asked { get; } = [];

    public IReadOnlyList<DocumentLanguage> Languages { get; private set; } = [];

    public async IAsyncEnumerable<PageText> RecogniseAsync(OcrRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Languages = request.Languages;
        foreach (var page in request.Pages.TakeWhile(_ => !request.Pause.IsCancellationRequested))
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            Asked.Add(page);
            if (recognise(page) is { } text)
            {
                yield return text;
            }
        }
    }
}
