using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Iasios.TestSupport;

/// <summary>Makes PDFs whose pages are pictures of text, as a scanner does.</summary>
public static class ScannedPdf
{
    // A4 at 200 dots an inch, in dots; and in points.
    private const int PictureWidth = 1654;
    private const int PictureHeight = 2339;
    private const string Sheet = "/MediaBox [0 0 595 842]";

    /// <summary>A scan with a picture for each text. The lines of a text are told apart by LF.</summary>
    public static async Task<byte[]> OfAsync(params IReadOnlyList<string> pages)
    {
        var folder = Directory.CreateTempSubdirectory("scan-");
        try
        {
            var printed = Path.Combine(folder.FullName, "printed.pdf");
            await File.WriteAllBytesAsync(printed, Printed(pages));
            await DrawAsync(printed, Path.Combine(folder.FullName, "page"));
            var pictures = await Task.WhenAll(folder.GetFiles("*.jpg").OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => File.ReadAllBytesAsync(file.FullName)));
            return Scan(pictures);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static byte[] Printed(IReadOnlyList<string> pages) => Write(
        "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>",
        [.. pages.Select(page => (Encoding.ASCII.GetBytes(Typeset(page)), Array.Empty<byte>()))]);

    private static byte[] Scan(IReadOnlyList<byte[]> pictures) => Write(
        "",
        [.. pictures.Select(picture => ("q 595 0 0 842 0 0 cm /Picture Do Q"u8.ToArray(), picture))]);

    private static string Typeset(string page)
    {
        var lines = page.Split('\n').Select(line => $"({line.Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal)}) Tj T*");
        return $"BT /F1 14 Tf 22 TL 60 760 Td {string.Join(' ', lines)} ET";
    }

    private static byte[] Write(string resources, IReadOnlyList<(byte[] Content, byte[] Picture)> pages)
    {
        var file = new MemoryStream();
        var offsets = new List<long>();
        Add(file, "%PDF-1.4\n");
        Begin("<< /Type /Catalog /Pages 2 0 R >>");
        Begin($"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select((_, index) => $"{3 + (3 * index)} 0 R"))}] >>");
        foreach (var (content, picture) in pages)
        {
            var number = offsets.Count + 1;
            Begin($"<< /Type /Page /Parent 2 0 R {Sheet} /Contents {number + 1} 0 R /Resources << {resources} /XObject << /Picture {number + 2} 0 R >> >> >>");
            Begin($"<< /Length {content.Length} >>", content);
            Begin($"<< /Type /XObject /Subtype /Image /Width {PictureWidth} /Height {PictureHeight} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length {picture.Length} >>", picture);
        }

        var table = file.Length;
        Add(file, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n{string.Concat(offsets.Select(offset => $"{offset:D10} 00000 n \n"))}");
        Add(file, $"trailer\n<< /Size {offsets.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();

        void Begin(string dictionary, byte[]? stream = null)
        {
            offsets.Add(file.Length);
            Add(file, $"{offsets.Count} 0 obj\n{dictionary}\n");
            if (stream is not null)
            {
                Add(file, "stream\n");
                file.Write(stream);
                Add(file, "\nendstream\n");
            }

            Add(file, "endobj\n");
        }
    }

    private static void Add(MemoryStream file, FormattableString text) => file.Write(Encoding.ASCII.GetBytes(text.ToString(CultureInfo.InvariantCulture)));

    private static void Add(MemoryStream file, string text) => file.Write(Encoding.ASCII.GetBytes(text));

    private static async Task DrawAsync(string pdf, string prefix)
    {
        string[] arguments =
        [
            "-jpeg",
            "-scale-to-x", PictureWidth.ToString(CultureInfo.InvariantCulture),
            "-scale-to-y", PictureHeight.ToString(CultureInfo.InvariantCulture),
            pdf, prefix,
        ];
        using var process = Process.Start("pdftoppm", arguments);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"pdftoppm ended with {process.ExitCode}.");
        }
    }
}
