using System.Buffers.Text;

namespace Iasios.Extraction.Pdf;

/// <summary>
/// Finds pictures in a PDF's bytes that have the size and shape of a scanned page. A picture's dictionary is never packed, so
/// no parser is needed; where pictures lie is for another program to say.
/// </summary>
internal static class PagePictures
{
    private const int ChunkBytes = 256 * 1024;

    // What a dictionary takes at most; files that write more into it are not found.
    private const int DictionaryBytes = 1024;

    // A page at 60 dots per inch is about this wide; less can't be read.
    private const int FewestDots = 500;
    private const double SquarestPage = 1.2;
    private const double LongestPage = 1.75;

    /// <summary>Whether the file has such a picture.</summary>
    public static bool Has(string path)
    {
        using var file = File.OpenRead(path);
        var buffer = new byte[ChunkBytes];
        for (var (kept, count) = (0, 0); (count = file.ReadAtLeast(buffer.AsSpan(kept), buffer.Length - kept, throwOnEndOfStream: false)) > 0;)
        {
            var chunk = buffer.AsSpan(0, kept + count);
            if (HasIn(chunk))
            {
                return true;
            }

            kept = Math.Min(2 * DictionaryBytes, chunk.Length / 2);
            chunk[^kept..].CopyTo(buffer);
        }

        return false;
    }

    private static bool HasIn(ReadOnlySpan<byte> chunk)
    {
        for (var at = 0; chunk[at..].IndexOf("/Image"u8) is var found and >= 0; at += found + 1)
        {
            var mark = at + found;
            var dictionary = chunk[Math.Max(0, mark - DictionaryBytes)..Math.Min(chunk.Length, mark + DictionaryBytes)];
            var before = dictionary[..Math.Min(mark, DictionaryBytes)].LastIndexOf(" obj"u8);
            dictionary = dictionary[Math.Max(0, before)..];
            var end = dictionary.IndexOf("stream"u8);
            dictionary = end < 0 ? dictionary : dictionary[..end];
            if (IsLikePage(Number(dictionary, "/Width"u8), Number(dictionary, "/Height"u8)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLikePage(int width, int height) =>
        Math.Min(width, height) >= FewestDots
        && (double)Math.Max(width, height) / Math.Min(width, height) is >= SquarestPage and <= LongestPage;

    private static int Number(ReadOnlySpan<byte> dictionary, ReadOnlySpan<byte> key)
    {
        var at = dictionary.IndexOf(key);
        return at >= 0 && Utf8Parser.TryParse(dictionary[(at + key.Length)..].TrimStart(" \r\n"u8), out int number, out _) ? number : 0;
    }
}
