using System.Globalization;
using Iasios.Extraction.Native;

namespace Iasios.Extraction.Ocr;

/// <summary>One page as a picture that Tesseract opens.</summary>
/// <param name="Path">The picture.</param>
/// <param name="Index">The page within the picture, from 0.</param>
/// <param name="Dpi">Null when the picture says it itself.</param>
/// <param name="IsDamaged">Something of the page could not be drawn.</param>
internal sealed record PageImage(string Path, int Index, int? Dpi, bool IsDamaged);

/// <summary>Draws the pages of a PDF or a photo; hands out the pages of other pictures as they are.</summary>
internal sealed class PageImages
{
    // A page is drawn with the dots of its picture, as each other number blurs it, but within what Tesseract reads well.
    private const double UsualDpi = 200;
    private const double CoarsestDpi = 150;
    private const double FinestDpi = 300;

    private const double PointsPerInch = 72;
    private const int MaxSide = 4_000;

    // A page that is drawn a hair's breadth too wide gets one more column of dots, and its picture is blurred to fill it.
    private const double JustUnder = 0.9999;
    private const string Drawn = "page";

    private static readonly PageSize A4 = new(595, 842);

    private readonly NativeTools tools;
    private readonly string folder;
    private readonly ScannedFile file;

    /// <param name="file">The scanned file.</param>
    /// <param name="folder">A private folder that outlives the images.</param>
    /// <param name="tools">The native programs.</param>
    public PageImages(ScannedFile file, string folder, NativeTools tools)
    {
        this.tools = tools;
        this.folder = folder;
        this.file = (file.IsPdf ? null : JpegPdf.TryMake(file.Path, Path.Combine(folder, "photo.pdf"))) ?? file;
    }

    /// <summary>
    /// The page at the resolution of its picture or, again, at the finest; at less if it is a large page. Null when it can't be
    /// had, or is no finer. A picture that is no photo comes as it is.
    /// </summary>
    public async Task<PageImage?> GetAsync(int page, bool isFinest, PageTime time, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(file.Path);
        if (!file.IsPdf)
        {
            return isFinest ? null : new(path, page - 1, Dpi: null, IsDamaged: false);
        }

        var size = file.Sizes.GetValueOrDefault(page, A4);
        var own = Math.Clamp(size.Dpi ?? UsualDpi, CoarsestDpi, FinestDpi);
        if (isFinest && own >= FinestDpi)
        {
            return null;
        }

        var dpi = isFinest ? FinestDpi : own;
        var allowed = Math.Min(dpi, MaxSide * PointsPerInch / Math.Max(size.Width, size.Height));
        var number = Say(page);
        var target = Path.Combine(folder, Drawn);
        string[] arguments = ["-gray", "-cropbox", "-singlefile", "-r", Say(allowed * JustUnder), "-f", number, "-l", number, path, target];
        var drawn = await time.RunAsync(tools, NativeTools.PdfToPpm, arguments, cancellationToken);
        return drawn is { ExitCode: 0 } ? new(target + ".pgm", 0, (int)Math.Clamp(allowed, 1, dpi), drawn.Errors.Length > 0) : null;
    }

    private static string Say(double number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
