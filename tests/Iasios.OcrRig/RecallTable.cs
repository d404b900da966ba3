using System.Globalization;

namespace Iasios.OcrRig;

/// <summary>Measures the product beside bare Tesseract, language by language.</summary>
public static class RecallTable
{
    private sealed record Scan(string Name, int Dpi, Func<int, GreyImage, int, byte[]> Document, Func<int, GreyImage, int, byte[]> Picture);

    private static readonly Scan[] Scans =
    [
        new("clean PDF, 200 dpi", 200, (dpi, page, _) => ScanFile.Pdf(dpi, page), (_, page, _) => page.ToPgm()),
        new("clean PDF, 300 dpi", 300, (dpi, page, _) => ScanFile.Pdf(dpi, page), (_, page, _) => page.ToPgm()),
        new("worn PDF, 200 dpi", 200, (dpi, page, seed) => ScanFile.JpegPdf(dpi, page.Worn(1, seed)), (dpi, page, seed) => ScanFile.Jpeg(dpi, page.Worn(1, seed))),
        new("worn PDF, 300 dpi", 300, (dpi, page, seed) => ScanFile.JpegPdf(dpi, page.Worn(1.5, seed)), (dpi, page, seed) => ScanFile.Jpeg(dpi, page.Worn(1.5, seed))),
        new("worn JPEG, 200 dpi", 200, (dpi, page, seed) => ScanFile.Jpeg(dpi, page.Worn(1, seed)), (dpi, page, seed) => ScanFile.Jpeg(dpi, page.Worn(1, seed))),
        new("clean TIFF, 200 dpi", 200, (dpi, page, _) => ScanFile.Tiff(dpi, page), (_, page, _) => page.ToPgm()),
    ];

    /// <summary>Prints a line for each kind of scan and language: the mean of its pages.</summary>
    public static async Task RunAsync(int seed)
    {
        Console.WriteLine("| Scan | Language | Recall, ours | Recall, bare | s/page, ours | s/page, bare | Confidence |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        var all = TruthPage.Languages.SelectMany(TruthPage.Of).ToList();
        using var printer = new Printer(all);
        foreach (var scan in Scans)
        {
            foreach (var language in TruthPage.Languages)
            {
                var measured = new List<Measurement>();
                foreach (var (index, page) in all.Index().Where(page => page.Item.Language == language))
                {
                    var drawn = printer.Draw(index, scan.Dpi);
                    measured.Add(await Measurement.OfAsync(page, scan.Document(scan.Dpi, drawn, seed), scan.Picture(scan.Dpi, drawn, seed), scan.Dpi, [language]));
                }

                Console.WriteLine(Line(scan.Name, measured));
            }
        }
    }

    private static string Line(string name, List<Measurement> pages) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {pages[0].Language} | {pages.Average(page => page.Ours):0.000} ({pages.Min(page => page.Ours):0.000}) | {pages.Average(page => page.Bare):0.000} ({pages.Min(page => page.Bare):0.000}) | {pages.Average(page => page.OursTime.TotalSeconds):0.00} | {pages.Average(page => page.BareTime.TotalSeconds):0.00} | {pages.Average(page => page.Confidence):0.00} |");
}
