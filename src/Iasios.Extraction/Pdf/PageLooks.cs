using System.Globalization;
using System.Text;
using Iasios.Extraction.Native;
using Iasios.Extraction.Ocr;

namespace Iasios.Extraction.Pdf;

/// <summary>Looks at the size of pages and at the pictures on them, with poppler's pdfinfo and pdfimages.</summary>
internal sealed class PageLooks(NativeTools tools)
{
    private const double PointsPerInch = 72;

    // A scan with margins around it is still the page's picture.
    private const double MostOfPage = 0.5;

    /// <summary>Looks at a range of pages, with two children at most whatever their number is.</summary>
    /// <returns>By page number; a page is missing when it could not be looked at.</returns>
    public async Task<Dictionary<int, PageLook>> LookAsync(string path, int first, int last, NativeLimits limits, CancellationToken cancellationToken)
    {
        string[] range = ["-f", Say(first), "-l", Say(last)];
        var info = await tools.RunAsync(NativeTools.PdfInfo, [.. range, Path.GetFullPath(path)], limits, cancellationToken);
        var wall = limits.Wall - info.Elapsed;
        if (info.ExitCode != 0 || wall <= TimeSpan.Zero)
        {
            return [];
        }

        var looks = Lines(info).Select(SizeOf).OfType<(int Number, PageSize Size)>().ToDictionary(page => page.Number, page => new PageLook(page.Size, Cover: 0));
        var images = await tools.RunAsync(NativeTools.PdfImages, ["-list", .. range, Path.GetFullPath(path)], limits with { Wall = wall }, cancellationToken);
        foreach (var (number, area, dpi) in Lines(images).Select(PictureOf).OfType<(int Number, double Area, double Dpi)>())
        {
            if (looks.TryGetValue(number, out var look))
            {
                looks[number] = With(look, area / (look.Size.Width * look.Size.Height), dpi);
            }
        }

        return images.ExitCode == 0 ? looks : [];
    }

    private static PageLook With(PageLook look, double cover, double dpi) => new(
        cover < MostOfPage ? look.Size : look.Size with { Dpi = Math.Max(dpi, look.Size.Dpi ?? 0) },
        Math.Min(1, look.Cover + cover));

    // Page    1 size:  595 x 842 pts (A4)
    private static (int Number, PageSize Size)? SizeOf(string line) =>
        line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["Page", var page, "size:", var width, "x", var height, ..]
        && int.TryParse(page, CultureInfo.InvariantCulture, out var number)
        && Positive(width) is { } wide
        && Positive(height) is { } high
            ? (number, new(wide, high))
            : null;

    // page num type width height color comp bpc enc interp object ID x-ppi y-ppi size ratio; a soft mask lies on its picture.
    private static (int Number, double Area, double Dpi)? PictureOf(string line) =>
        line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var page, _, not "smask", var width, var height, .., var across, var down, _, _]
        && int.TryParse(page, CultureInfo.InvariantCulture, out var number)
        && Positive(width) is { } columns
        && Positive(height) is { } rows
        && Positive(across) is { } columnsPerInch
        && Positive(down) is { } rowsPerInch
            ? (number, columns / columnsPerInch * rows / rowsPerInch * PointsPerInch * PointsPerInch, Math.Max(columnsPerInch, rowsPerInch))
            : null;

    private static double? Positive(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    private static string[] Lines(NativeRun run) => Encoding.UTF8.GetString(run.Output.Span).Split('\n');

    private static string Say(int number) => number.ToString(CultureInfo.InvariantCulture);
}
