using System.Runtime.CompilerServices;
using Iasios.Core.Text;

namespace Iasios.Extraction.Ocr;

/// <summary>Two engines as one: what the first does not take or can't recognise goes to the second.</summary>
internal sealed class FallbackEngine(IOcrEngine first, IOcrEngine second) : IOcrEngine
{
    public async IAsyncEnumerable<PageText> RecogniseAsync(OcrRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var left = request.Pages.ToList();
        var reasons = new List<string>();
        await foreach (var page in first.RecogniseAsync(request with { Tell = reasons.Add }, cancellationToken))
        {
            if (!OcrPages.HasFailed(page))
            {
                left.Remove(page.Number);
                yield return page;
            }
        }

        // The second keeps to the pause by itself, but it may take time to start.
        if (left.Count == 0 || request.Pause.IsCancellationRequested)
        {
            yield break;
        }

        var failed = left.ToHashSet();
        await foreach (var page in second.RecogniseAsync(request with { Pages = left }, cancellationToken))
        {
            if (!OcrPages.HasFailed(page))
            {
                failed.Remove(page.Number);
            }

            yield return page;
        }

        // What the first did not take is worth a word only when nobody read it.
        if (failed.Count > 0)
        {
            reasons.ForEach(request.Tell);
        }
    }
}
