using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Iasios.OcrRig;

/// <summary>Puts pictures of pages into the files that scanners make.</summary>
public static class ScanFile
{
    private const int JpegQuality = 45;

    /// <summary>A PDF with nothing but pictures, unpacked without loss.</summary>
    public static byte[] Pdf(int dpi, params IReadOnlyList<GreyImage> pages) => Pdf(dpi, pages.Select(page => new Picture(page.Width, page.Height, "DeviceGray", "FlateDecode", Packed(page.Dots))));

    /// <summary>A PDF with nothing but JPEGs.</summary>
    public static byte[] JpegPdf(int dpi, params IReadOnlyList<GreyImage> pages) => Pdf(dpi, pages.Select(page => new Picture(page.Width, page.Height, "DeviceRGB", "DCTDecode", Jpeg(dpi, page))));

    /// <summary>A JPEG of quality 45, in colour as cameras and most scanners make it.</summary>
    public static byte[] Jpeg(int dpi, GreyImage page) => Converted(dpi, page, ".jpg", "-jpeg", "-jpegopt", JpegQuality.ToString("'quality='0", CultureInfo.InvariantCulture));

    /// <summary>A PNG, grey.</summary>
    public static byte[] Png(int dpi, GreyImage page) => Converted(dpi, page, ".png", "-png", "-gray");

    /// <summary>A TIFF of many pages, little-endian and not packed.</summary>
    public static byte[] Tiff(int dpi, params IReadOnlyList<GreyImage> pages)
    {
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        writer.Write("II*\0"u8);
        writer.Write(8);
        foreach (var (index, page) in pages.Index())
        {
            const int Entries = 10;
            var resolution = (int)file.Position + 2 + (Entries * 12) + 4;
            var dots = resolution + 8;
            writer.Write((short)Entries);
            (int Tag, int Type, int Value)[] tags =
            [
                (256, 4, page.Width), (257, 4, page.Height), (258, 3, 8), (259, 3, 1), (262, 3, 1), (273, 4, dots), (277, 3, 1), (279, 4, page.Dots.Length), (282, 5, resolution), (283, 5, resolution),
            ];
            foreach (var (tag, type, value) in tags)
            {
                writer.Write((short)tag);
                writer.Write((short)type);
                writer.Write(1);
                writer.Write(value);
            }

            writer.Write(index == pages.Count - 1 ? 0 : dots + page.Dots.Length + (page.Dots.Length % 2));
            writer.Write(dpi);
            writer.Write(1);
            writer.Write(page.Dots);
            writer.Write(new byte[page.Dots.Length % 2]);
        }

        return file.ToArray();
    }

    private static byte[] Converted(int dpi, GreyImage page, string extension, params IReadOnlyList<string> format)
    {
        using var folder = new WorkFolder();
        var pdf = folder.Write("in.pdf", Pdf(dpi, page));
        Tool.Run("pdftoppm", [.. format, "-singlefile", .. Scaled(page), pdf, folder.File("out")]);
        return File.ReadAllBytes(folder.File("out" + extension));
    }

    // A resolution would be rounded to another number of dots now and then.
    private static string[] Scaled(GreyImage page) =>
        ["-scale-to-x", page.Width.ToString(CultureInfo.InvariantCulture), "-scale-to-y", page.Height.ToString(CultureInfo.InvariantCulture)];

    private static byte[] Pdf(int dpi, IEnumerable<Picture> pictures)
    {
        var pages = pictures.ToList();
        var file = new MemoryStream();
        var offsets = new List<long>();
        Text("%PDF-1.4\n");
        Add("<< /Type /Catalog /Pages 2 0 R >>");
        Add($"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select((_, index) => $"{3 + (3 * index)} 0 R"))}] >>");
        foreach (var (width, height, colour, filter, content) in pages)
        {
            var (wide, high) = (72.0 * width / dpi, 72.0 * height / dpi);
            var draw = Encoding.ASCII.GetBytes(FormattableString.Invariant($"{wide} 0 0 {high} 0 0 cm /I Do"));
            Add(FormattableString.Invariant(
                $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {wide} {high}] /Contents {offsets.Count + 2} 0 R /Resources << /XObject << /I {offsets.Count + 3} 0 R >> >> >>"));
            Add($"<< /Length {draw.Length} >>", draw);
            Add($"<< /Type /XObject /Subtype /Image /Width {width} /Height {height} /BitsPerComponent 8 /ColorSpace /{colour} /Filter /{filter} /Length {content.Length} >>", content);
        }

        var table = file.Position;
        Text($"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        offsets.ForEach(offset => Text(offset.ToString("D10", CultureInfo.InvariantCulture) + " 00000 n \n"));
        Text($"trailer << /Size {offsets.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();

        void Text(string text) => file.Write(Encoding.ASCII.GetBytes(text));

        void Add(string dictionary, byte[]? stream = null)
        {
            offsets.Add(file.Position);
            Text($"{offsets.Count} 0 obj\n{dictionary}\n");
            if (stream is not null)
            {
                Text("stream\n");
                file.Write(stream);
                Text("\nendstream\n");
            }

            Text("endobj\n");
        }
    }

    private static byte[] Packed(byte[] dots)
    {
        using var packed = new MemoryStream();
        using (var pack = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            pack.Write(dots);
        }

        return packed.ToArray();
    }

    private sealed record Picture(int Width, int Height, string Colour, string Filter, byte[] Content);
}
