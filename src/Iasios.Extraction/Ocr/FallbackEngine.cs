using System.Runtime.CompilerServices;
using Iasios.Core.Text;

namespace Iasios.Extraction.Ocr;

/// <summary>Two engines as one: what the first does not take or can't recognise goes to the second.</summary>
internal sealed class FallbackEngine(IOcrEngine first, IOcrEngine second) : IOcrEngine
{
    public async IAsyncEnumerable<PageText> RecogniseAsync(
        ScannedFile file,
        IReadOnlyList<int> pages,
        IReadOnlyList<DocumentLanguage> languages,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var left = pages.ToList();
        await foreach (var page in first.RecogniseAsync(file, pages, languages, cancellationToken))
        {
            if (page is not { Text: "", Confidence: 0 })
            {
                left.Remove(page.Number);
                yield return page;
            }
        }

        await foreach (var page in second.RecogniseAsync(file, left, languages, cancellationToken))
        {
            yield return page;
        }
    }
}
