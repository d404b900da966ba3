using Iasios.Core.Text;

namespace Iasios.Extraction.Ocr;

/// <summary>Has the pages of one file recognised that no earlier turn recognised, and puts their text after the file's own.</summary>
internal sealed class OcrPages(IOcrEngine engine, int maxPages)
{
    /// <summary>Recognises pages, at most as many as one document may have; tells of each before the next one is awaited.</summary>
    /// <param name="file">The file.</param>
    /// <param name="needed">The pages that need it, numbers from 1.</param>
    /// <param name="request">What is known already, when to pause, and whom to tell.</param>
    /// <param name="cancellationToken">Stops the work; no child process is left behind.</param>
    /// <returns>The recognised pages by number, those of earlier turns included; null when it paused before the last one.</returns>
    public async Task<IReadOnlyDictionary<int, PageText>?> RecogniseAsync(
        ScannedFile file, IReadOnlyList<int> needed, ReadingRequest request, CancellationToken cancellationToken)
    {
        List<int> wanted = [.. needed.Take(maxPages)];
        var known = request.Recognised.Where(page => wanted.Contains(page.Number)).ToDictionary(page => page.Number);
        List<int> left = [.. wanted.Where(number => !known.ContainsKey(number))];
        if (left.Count == 0)
        {
            return known;
        }

        if (request.Pause.IsCancellationRequested)
        {
            return null;
        }

        await foreach (var page in engine.RecogniseAsync(file, left, request.Languages, cancellationToken))
        {
            known[page.Number] = page with { OcrStart = 0 };
            await request.OnRecognised(new(known[page.Number], known.Count, wanted.Count), cancellationToken);
            if (request.Pause.IsCancellationRequested && known.Count < wanted.Count)
            {
                return null;
            }
        }

        return known;
    }

    /// <summary>A page with both its texts, the file's own first.</summary>
    public static PageText Merge(PageText own, PageText recognised) => (own.Text, recognised.Text) switch
    {
        (_, "") => own,
        ("", _) => recognised with { OcrStart = 0, IsTextOverPicture = own.IsTextOverPicture },
        _ => own with
        {
            Text = $"{own.Text}\n{recognised.Text}",
            OcrStart = own.Text.Length + 1,
            Confidence = Math.Min(own.Confidence, recognised.Confidence),
        },
    };

    /// <summary>Whether the engine failed on a page; one that merely shows no words is not a failure.</summary>
    public static bool HasFailed(PageText recognised) => recognised is { Text: "", Confidence: 0 };
}
