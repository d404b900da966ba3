using System.Buffers.Binary;

namespace Iasios.Extraction.Ocr;

/// <summary>A page of a picture file, as its header tells.</summary>
/// <param name="Width">In dots; 0 when the header does not say.</param>
/// <param name="Height">In dots; 0 when the header does not say.</param>
internal sealed record PictureSize(long Width, long Height)
{
    /// <summary>Not told, or a negative number in a lying header: nothing to be opened.</summary>
    public bool IsAbsurd => Width <= 0 || Height <= 0 || Width > int.MaxValue || Height > int.MaxValue;

    public long Dots => Width * Height;
}

/// <summary>Reads the sizes of a picture's pages from its headers, before any decoder opens it.</summary>
internal static class PictureSizes
{
    private const int ImageWidth = 256;
    private const int ImageLength = 257;
    private const int PngHeaderBytes = 24;

    /// <summary>One size a page, at most so many; null when it is no PNG, JPEG or TIFF.</summary>
    public static IReadOnlyList<PictureSize>? Read(string path, int atMost)
    {
        using var file = File.OpenRead(path);
        Span<byte> head = stackalloc byte[PngHeaderBytes];
        head = head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        return head switch
        {
            [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => Png(head),
            [0xFF, 0xD8, ..] => JpegHeader.TryRead(file) is { } jpeg ? [new(jpeg.Width, jpeg.Height)] : [],
            [(byte)'I', (byte)'I', 42, 0, ..] or [(byte)'M', (byte)'M', 0, 42, ..] => [.. TiffDirectories.Read(file, atMost).Select(SizeOf)],
            _ => null,
        };
    }

    // The header chunk comes first, always: mark, length, "IHDR", width, height.
    private static PictureSize[] Png(ReadOnlySpan<byte> head) => head.Length == PngHeaderBytes && head[12..16].SequenceEqual("IHDR"u8)
        ? [new(BinaryPrimitives.ReadUInt32BigEndian(head[16..]), BinaryPrimitives.ReadUInt32BigEndian(head[20..]))]
        : [];

    private static PictureSize SizeOf(TiffDirectory page) => new(page.Get(ImageWidth) ?? 0, page.Get(ImageLength) ?? 0);
}
