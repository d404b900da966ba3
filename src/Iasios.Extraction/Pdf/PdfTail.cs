namespace Iasios.Extraction.Pdf;

/// <summary>Looks at a PDF's end: a transfer that broke off leaves a file that often opens, with pages missing.</summary>
internal static class PdfTail
{
    private const int EndMarkWithin = 4 * 1024;

    /// <summary>Whether the mark that ends every PDF is not in its last 4 KiB.</summary>
    public static bool IsMissing(string path)
    {
        using var file = File.OpenRead(path);
        var tail = new byte[Math.Min(EndMarkWithin, file.Length)];
        file.Seek(-tail.Length, SeekOrigin.End);
        file.ReadExactly(tail);
        return tail.AsSpan().LastIndexOf("%%EOF"u8) < 0;
    }
}
