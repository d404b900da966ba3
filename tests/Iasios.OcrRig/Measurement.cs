using System.Diagnostics;
using Iasios.Core.Text;
using Iasios.Extraction;
using Iasios.Extraction.Native;

namespace Iasios.OcrRig;

/// <summary>One page read by the product and by bare Tesseract.</summary>
/// <param name="Language">The page's language.</param>
/// <param name="Ours">The product's word recall, from 0 to 1.</param>
/// <param name="Bare">Bare Tesseract's word recall.</param>
/// <param name="OursTime">The product's time.</param>
/// <param name="BareTime">Bare Tesseract's time.</param>
/// <param name="Confidence">What the product says of the page.</param>
public sealed record Measurement(DocumentLanguage Language, double Ours, double Bare, TimeSpan OursTime, TimeSpan BareTime, double Confidence)
{
    /// <summary>Reads one page both ways.</summary>
    /// <param name="truth">What is on it.</param>
    /// <param name="document">The file that the product reads.</param>
    /// <param name="picture">The picture in that file, for bare Tesseract.</param>
    /// <param name="dpi">The picture's resolution.</param>
    /// <param name="languages">What the product is told of the languages.</param>
    public static async Task<Measurement> OfAsync(TruthPage truth, byte[] document, byte[] picture, int dpi, IReadOnlyList<DocumentLanguage> languages)
    {
        using var folder = new WorkFolder();
        var path = folder.Write("document", document);
        var reader = new DocumentReader(new(), new NativeTools());

        var clock = Stopwatch.StartNew();
        var reading = await reader.ReadAsync(path, new ReadingRequest { Languages = languages }, CancellationToken.None);
        var oursTime = clock.Elapsed;
        clock.Restart();
        var bare = BareTesseract.Read(picture, truth.Language, dpi);
        var bareTime = clock.Elapsed;

        var text = string.Join('\n', reading!.Pages.Select(page => page.Text));
        return new(
            truth.Language, WordRecall.Of(truth.Words, text), WordRecall.Of(truth.Words, bare), oursTime, bareTime, reading.Pages.Select(page => page.Confidence).DefaultIfEmpty().Min());
    }
}
