using System.Text;

namespace Iasios.Extraction.Ocr;

/// <summary>
/// Puts a JPEG on a PDF's page, the way up that its camera noted: Tesseract ignores that note. The page is then drawn like any
/// other, so a large photo is also made smaller.
/// </summary>
internal static class JpegPdf
{
    // One dot of the picture is one dot at the resolution at which pages are drawn first.
    private const double PointsPerDot = 72.0 / 200;

    /// <summary>The PDF; null when the file is no JPEG.</summary>
    public static ScannedFile? TryMake(string jpeg, string pdf)
    {
        using var picture = File.OpenRead(jpeg);
        if (JpegHeader.TryRead(picture) is not { } header)
        {
            return null;
        }

        var colour = header.Components switch { 1 => "/DeviceGray", 3 => "/DeviceRGB", _ => "/DeviceCMYK /Decode [1 0 1 0 1 0 1 0]" };
        var (width, height) = (header.Width * PointsPerDot, header.Height * PointsPerDot);
        var page = header.IsTurned ? new PageSize(height, width) : new PageSize(width, height);
        var draw = Say($"{Matrix(header.Orientation, page.Width, page.Height)} cm /I Do");

        using var file = File.Create(pdf);
        var offsets = new List<long>();
        Write(file, "%PDF-1.4\n");
        Add("<< /Type /Catalog /Pages 2 0 R >>");
        Add("<< /Type /Pages /Count 1 /Kids [3 0 R] >>");
        Add(Say($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {page.Width} {page.Height}] /Resources << /XObject << /I 5 0 R >> >> /Contents 4 0 R >>"));
        Add(Say($"<< /Length {draw.Length} >>\nstream\n{draw}\nendstream"));
        BeginObject();
        Write(file, Say($"<< /Type /XObject /Subtype /Image /Width {header.Width} /Height {header.Height} /BitsPerComponent 8 /ColorSpace {colour} /Filter /DCTDecode /Length {picture.Length} >>\nstream\n"));
        picture.Position = 0;
        picture.CopyTo(file);
        Write(file, "\nendstream\nendobj\n");
        var table = file.Position;
        Write(file, Say($"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n"));
        offsets.ForEach(offset => Write(file, Say($"{offset:D10} 00000 n \n")));
        Write(file, Say($"trailer << /Size {offsets.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"));
        return new(pdf, IsPdf: true) { Sizes = new Dictionary<int, PageSize> { [1] = page } };

        void Add(string content)
        {
            BeginObject();
            Write(file, $"{content}\nendobj\n");
        }

        void BeginObject()
        {
            offsets.Add(file.Position);
            Write(file, Say($"{offsets.Count} 0 obj\n"));
        }
    }

    // Where the picture's unit square goes: EXIF's orientations 1 to 8, odd ones without and even ones with a mirror (from 5 on the other way round).
    private static string Matrix(int orientation, double width, double height) => orientation switch
    {
        2 => Say($"{-width} 0 0 {height} {width} 0"),
        3 => Say($"{-width} 0 0 {-height} {width} {height}"),
        4 => Say($"{width} 0 0 {-height} 0 {height}"),
        5 => Say($"0 {-height} {-width} 0 {width} {height}"),
        6 => Say($"0 {-height} {width} 0 0 {height}"),
        7 => Say($"0 {height} {width} 0 0 0"),
        8 => Say($"0 {height} {-width} 0 {width} 0"),
        _ => Say($"{width} 0 0 {height} 0 0"),
    };

    private static void Write(FileStream file, string text) => file.Write(Encoding.ASCII.GetBytes(text));

    private static string Say(FormattableString text) => FormattableString.Invariant(text);
}
