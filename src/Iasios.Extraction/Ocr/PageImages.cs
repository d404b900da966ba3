using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Iasios.Extraction.Native;

namespace Iasios.Extraction.Ocr;

/// <summary>One page as a picture that Tesseract opens.</summary>
/// <param name="Path">The picture.</param>
/// <param name="Index">The page within the picture, from 0.</param>
/// <param name="Dpi">Null when the picture says it itself.</param>
/// <param name="IsDamaged">Something of the page could not be drawn.</param>
internal sealed record PageImage(string Path, int Index, int? Dpi, bool IsDamaged);

/// <summary>Draws the pages of a PDF or a photo; hands out the pages of other pictures as they are.</summary>
internal sealed partial class PageImages
{
    private const int PointsPerInch = 72;
    private const int MaxSide = 4_000;
    private const string Drawn = "page";

    private readonly NativeTools tools;
    private readonly string folder;
    private readonly string path;
    private readonly bool isPdf;

    /// <param name="file">The scanned file.</param>
    /// <param name="folder">A private folder that outlives the images.</param>
    /// <param name="tools">The native programs.</param>
    public PageImages(ScannedFile file, string folder, NativeTools tools)
    {
        this.tools = tools;
        this.folder = folder;
        var photo = file.IsPdf ? null : JpegPdf.TryMake(file.Path, System.IO.Path.Combine(folder, "photo.pdf"));
        isPdf = file.IsPdf || photo is not null;
        path = System.IO.Path.GetFullPath(photo ?? file.Path);
    }

    /// <summary>The page at this resolution, or at less if it is a large one; null when it can't be had.</summary>
    public async Task<PageImage?> GetAsync(int page, int dpi, PageTime time, CancellationToken cancellationToken)
    {
        if (!isPdf)
        {
            return new(path, page - 1, Dpi: null, IsDamaged: false);
        }

        var number = page.ToString(CultureInfo.InvariantCulture);
        var info = await time.RunAsync(tools, NativeTools.PdfInfo, ["-f", number, "-l", number, path], cancellationToken);
        if (info is not { ExitCode: 0 } || LongSide(Encoding.UTF8.GetString(info.Output.Span)) is not { } points)
        {
            return null;
        }

        var allowed = (int)Math.Clamp(MaxSide * PointsPerInch / points, 1, dpi);
        var target = System.IO.Path.Combine(folder, Drawn);
        var drawn = await time.RunAsync(
            tools,
            NativeTools.PdfToPpm,
            ["-gray", "-cropbox", "-singlefile", "-r", allowed.ToString(CultureInfo.InvariantCulture), "-f", number, "-l", number, path, target],
            cancellationToken);
        return drawn is { ExitCode: 0 } ? new(target + ".pgm", 0, allowed, drawn.Errors.Length > 0) : null;
    }

    private static double? LongSide(string info) => PageSize().Match(info) is { Success: true } size
        ? Math.Max(Points(size.Groups["width"]), Points(size.Groups["height"]))
        : null;

    private static double Points(Group group) => double.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^Page +\d+ size: +(?<width>[0-9.e+]+) x (?<height>[0-9.e+]+) pts", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex PageSize();
}
