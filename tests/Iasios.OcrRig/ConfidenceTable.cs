using System.Globalization;

namespace Iasios.OcrRig;

/// <summary>Shows from which confidence on a finer look at a page pays.</summary>
public static class ConfidenceTable
{
    private static readonly double[] Wear = [0, 0.5, 1, 1.5, 2, 2.5, 3];

    /// <summary>Prints one line for each page and wear.</summary>
    public static void Run(int seed)
    {
        Console.WriteLine("language page wear dpi confidence recall words");
        foreach (var language in TruthPage.Languages)
        {
            var pages = TruthPage.Of(language);
            using var printer = new Printer(pages);
            foreach (var (index, page) in pages.Index())
            {
                var drawn = printer.Draw(index, 200);
                foreach (var wear in Wear)
                {
                    var scan = ScanFile.JpegPdf(200, drawn.Worn(wear, seed));
                    foreach (var dpi in new[] { 200, 300 })
                    {
                        Console.WriteLine(Line(page, wear, dpi, scan, index));
                    }
                }
            }
        }
    }

    private static string Line(TruthPage page, double wear, int dpi, byte[] scan, int index)
    {
        using var folder = new WorkFolder();
        Tool.Run("pdftoppm", "-gray", "-singlefile", "-r", dpi.ToString(CultureInfo.InvariantCulture), folder.Write("scan.pdf", scan), folder.File("page"));
        var words = BareTesseract.ReadWords(File.ReadAllBytes(folder.File("page.pgm")), page.Language, dpi);
        var confidence = words.Select(word => word.Confidence).DefaultIfEmpty().Average();
        var recall = WordRecall.Of(page.Words, string.Join(' ', words.Select(word => word.Word)));
        return string.Create(CultureInfo.InvariantCulture, $"{page.Language} {index + 1} {wear:0.0} {dpi} {confidence:0.000} {recall:0.000} {words.Count}");
    }
}
