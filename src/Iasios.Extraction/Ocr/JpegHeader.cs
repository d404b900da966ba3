using System.Buffers.Binary;

namespace Iasios.Extraction.Ocr;

/// <summary>What a JPEG says of itself before its picture begins.</summary>
/// <param name="Width">In dots.</param>
/// <param name="Height">In dots.</param>
/// <param name="Components">1 for grey, 3 for colour, 4 for print colours.</param>
/// <param name="Orientation">EXIF's number for the way the camera was held, from 1 to 8.</param>
internal sealed record JpegHeader(int Width, int Height, int Components, int Orientation)
{
    private const int MostSegments = 1_000;
    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;
    private const byte Exif = 0xE1;

    /// <summary>The picture lies on its side.</summary>
    public bool IsTurned => Orientation >= 5;

    /// <summary>Null when the file is no JPEG, or its picture's size is not to be found.</summary>
    public static JpegHeader? TryRead(Stream file)
    {
        Span<byte> head = stackalloc byte[4];
        file.Position = 0;
        if (file.ReadAtLeast(head[..2], 2, throwOnEndOfStream: false) < 2 || head[0] != 0xFF || head[1] != 0xD8)
        {
            return null;
        }

        var orientation = 1;
        for (var segment = 0; segment < MostSegments; segment++)
        {
            if (file.ReadAtLeast(head, 4, throwOnEndOfStream: false) < 4 || head[0] != 0xFF || head[1] is StartOfScan or EndOfImage)
            {
                return null;
            }

            // Any number of 0xFF may come before a mark.
            if (head[1] == 0xFF)
            {
                file.Position -= 3;
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(head[2..]) - 2;
            var next = file.Position + length;
            var content = new byte[Math.Max(0, length)];
            if (length < 0 || file.ReadAtLeast(content, length, throwOnEndOfStream: false) < length)
            {
                return null;
            }

            if (IsFrame(head[1]))
            {
                return Frame(content, orientation);
            }

            orientation = head[1] == Exif ? OrientationIn(content) ?? orientation : orientation;
            file.Position = next;
        }

        return null;
    }

    // SOF0 to SOF15 without the tables that lie between them (DHT, JPG, DAC).
    private static bool IsFrame(byte mark) => mark is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    // precision, height, width, components
    private static JpegHeader? Frame(ReadOnlySpan<byte> content, int orientation)
    {
        if (content.Length < 6)
        {
            return null;
        }

        var (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(content[1..]), BinaryPrimitives.ReadUInt16BigEndian(content[3..]));
        return width > 0 && height > 0 && content[5] is 1 or 3 or 4 ? new(width, height, content[5], orientation) : null;
    }

    private static int? OrientationIn(ReadOnlySpan<byte> content)
    {
        const int OrientationTag = 0x0112;
        if (!content.StartsWith("Exif\0\0"u8))
        {
            return null;
        }

        var tags = new MemoryStream(content[6..].ToArray());
        return TiffDirectories.Read(tags, 1) is [var first] && first.Get(OrientationTag) is >= 1 and <= 8 and var orientation ? (int)orientation : null;
    }
}
