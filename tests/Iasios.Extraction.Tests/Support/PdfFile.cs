using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Iasios.Extraction.Tests.Support;

/// <summary>Writes small PDFs by hand: one content stream a page.</summary>
internal static class PdfFile
{
    /// <summary>A picture over the whole page, as a scanner makes it.</summary>
    public static readonly PdfPage Picture = new("q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \u007F EI Q"u8.ToArray(), "");

    /// <summary>A picture over this share of the page, in its lower part, and text.</summary>
    public static PdfPage PictureAndText(double share, string text) =>
        new([.. Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"q 595 0 0 {842 * share} 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \u007F EI Q BT /F1 6 Tf 20 820 Td ({text}) Tj ET"))], "");

    public static PdfPage Page(string text) => new(Encoding.Latin1.GetBytes($"BT /F1 12 Tf 72 720 Td ({text}) Tj ET"), "");

    /// <summary>A page whose content unpacks to this many mebibytes of nothing.</summary>
    public static PdfPage Bomb(int mebibytes)
    {
        var chunk = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("q Q ", 256 * 1024)));
        using var packed = new MemoryStream();
        using (var pack = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var i = 0; i < mebibytes; i++)
            {
                pack.Write(chunk);
            }
        }

        return new(packed.ToArray(), "/Filter /FlateDecode");
    }

    public static byte[] Of(params PdfPage[] pages) => Of(pictureWidth: 1, pictureHeight: 1, pages);

    /// <param name="pictureWidth">In dots, of the picture that pages show by the name of /Im1.</param>
    /// <param name="pictureHeight">In dots.</param>
    /// <param name="pages">The pages.</param>
    public static byte[] Of(int pictureWidth, int pictureHeight, params PdfPage[] pages)
    {
        var kids = string.Join(' ', pages.Select((_, index) => $"{5 + (2 * index)} 0 R"));
        var file = new PdfWriter();
        file.Add("<< /Type /Catalog /Pages 2 0 R >>");
        file.Add($"<< /Type /Pages /Count {pages.Length} /Kids [{kids}] >>");
        file.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [1 /uni0001] >> >>");
        file.Add($"<< /Type /XObject /Subtype /Image /Width {pictureWidth} /Height {pictureHeight} /ColorSpace /DeviceGray /BitsPerComponent 8 /Length {pictureWidth * pictureHeight} >>", new byte[pictureWidth * pictureHeight]);
        foreach (var page in pages)
        {
            file.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> /XObject << /Im1 4 0 R >> >> /Contents {file.Next + 1} 0 R >>");
            file.Add($"<< /Length {page.Content.Length} {page.Filter} >>", page.Content);
        }

        return file.Finish();
    }

    internal sealed record PdfPage(byte[] Content, string Filter);

    private sealed class PdfWriter
    {
        private readonly List<byte> file = [];
        private readonly List<int> offsets = [];

        public PdfWriter() => Write("%PDF-1.4\n");

        public int Next => offsets.Count + 1;

        public void Add(string dictionary, byte[]? stream = null)
        {
            offsets.Add(file.Count);
            Write($"{offsets.Count} 0 obj\n{dictionary}\n");
            if (stream is not null)
            {
                Write("stream\n");
                file.AddRange(stream);
                Write("\nendstream\n");
            }

            Write("endobj\n");
        }

        public byte[] Finish()
        {
            var table = file.Count;
            Write($"xref\n0 {Next}\n0000000000 65535 f \n");
            offsets.ForEach(offset => Write(string.Create(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n")));
            Write($"trailer << /Size {Next} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
            return [.. file];
        }

        private void Write(string text) => file.AddRange(Encoding.Latin1.GetBytes(text));
    }
}
