using Iasios.Core.Text;

namespace Iasios.Extraction.Ocr;

/// <summary>What was recognised of a file.</summary>
/// <param name="Pages">The recognised pages by number, those of earlier turns included.</param>
/// <param name="Shortcomings">Sentences for who handed the file in: why pages are missing or read less well.</param>
internal sealed record OcrResult(IReadOnlyDictionary<int, PageText> Pages, IReadOnlyList<string> Shortcomings)
{
    /// <summary>Of a file without a page to recognise.</summary>
    public static readonly OcrResult Nothing = new(new Dictionary<int, PageText>(), []);
}

/// <summary>Has the pages of one file recognised that no earlier turn recognised, and puts their text after the file's own.</summary>
internal sealed class OcrPages(IOcrEngine engine, int maxPages)
{
    /// <summary>Recognises pages, at most as many as one document may have; tells of each before the next one is awaited.</summary>
    /// <param name="file">The file.</param>
    /// <param name="needed">The pages that need it, numbers from 1.</param>
    /// <param name="request">What is known already, when to pause, and whom to tell.</param>
    /// <param name="cancellationToken">Stops the work; no child process is left behind.</param>
    /// <returns>Null when it paused before the last page.</returns>
    public async Task<OcrResult?> RecogniseAsync(
        ScannedFile file, IReadOnlyList<int> needed, ReadingRequest request, CancellationToken cancellationToken)
    {
        List<int> wanted = [.. needed.Take(maxPages)];
        var known = request.Recognised.Where(page => wanted.Contains(page.Number)).ToDictionary(page => page.Number);
        List<int> left = [.. wanted.Where(number => !known.ContainsKey(number))];
        if (left.Count == 0)
        {
            return new(known, []);
        }

        if (request.Pause.IsCancellationRequested)
        {
            return null;
        }

        var shortcomings = new List<string>();
        var asked = new OcrRequest(file with { PagesBefore = known.Count }, left, request.Languages) { Pause = request.Pause, Tell = shortcomings.Add };
        await foreach (var page in engine.RecogniseAsync(asked, cancellationToken))
        {
            known[page.Number] = page with { OcrStart = 0 };
            await request.OnRecognised(new(known[page.Number], known.Count, wanted.Count), cancellationToken);
        }

        return request.Pause.IsCancellationRequested && known.Count < wanted.Count ? null : new(known, shortcomings);
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
