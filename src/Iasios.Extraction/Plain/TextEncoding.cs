using System.Text;

namespace Iasios.Extraction.Plain;

/// <summary>Finds out how a file's text is encoded: by its byte order mark, else by what its bytes can be.</summary>
internal static class TextEncoding
{
    private const int HeadBytes = 8 * 1024;

    public static Encoding Windows1252 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The encoding that a file or a message names; null when there is none of that name.</summary>
    public static Encoding? Named(string name)
    {
        // What calls itself ASCII or Latin 1 is Windows' code page in practice, which has more letters in the same places.
        if (name.Trim().ToUpperInvariant() is "US-ASCII" or "ASCII" or "ISO-8859-1" or "LATIN1" or "LATIN-1")
        {
            return Windows1252;
        }

        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name.Trim()) ?? Encoding.GetEncoding(name.Trim());
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The encoding told by a byte order mark; null when there is none.</summary>
    public static Encoding? Marked(ReadOnlySpan<byte> head) => head switch
    {
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
        _ => null,
    };

    /// <summary>The encoding of a file without any claim about it. The file is read to its end, but not kept.</summary>
    public static Encoding Detect(string path)
    {
        using var file = File.OpenRead(path);
        var head = new byte[HeadBytes];
        var count = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var known = Marked(head.AsSpan(0, count)) ?? WithoutMark(head.AsSpan(0, count));
        if (known is not null)
        {
            return known;
        }

        file.Position = 0;
        return IsUtf8(file) ? Encoding.UTF8 : Windows1252;
    }

    // Of Latin letters in UTF-16 one byte of two is zero.
    private static UnicodeEncoding? WithoutMark(ReadOnlySpan<byte> head)
    {
        var zeros = (Even: 0, Odd: 0);
        for (var at = 0; at + 1 < head.Length; at += 2)
        {
            zeros.Even += head[at] == 0 ? 1 : 0;
            zeros.Odd += head[at + 1] == 0 ? 1 : 0;
        }

        var (many, few) = (head.Length * 3 / 10, head.Length / 20);
        return zeros switch
        {
            _ when head.Length < 4 => null,
            _ when zeros.Odd > many && zeros.Even <= few => new(bigEndian: false, byteOrderMark: true),
            _ when zeros.Even > many && zeros.Odd <= few => new(bigEndian: true, byteOrderMark: true),
            _ => null,
        };
    }

    private static bool IsUtf8(FileStream file)
    {
        var decoder = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetDecoder();
        var bytes = new byte[32 * 1024];
        var characters = new char[bytes.Length + 1];
        try
        {
            int count;
            do
            {
                count = file.Read(bytes);
                decoder.GetChars(bytes.AsSpan(0, count), characters, flush: count == 0);
            }
            while (count > 0);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
