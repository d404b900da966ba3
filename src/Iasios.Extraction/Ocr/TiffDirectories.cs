using System.Buffers.Binary;

namespace Iasios.Extraction.Ocr;

/// <summary>One page of a TIFF, by its tags: the whole numbers only.</summary>
internal sealed record TiffDirectory(IReadOnlyDictionary<int, long> Tags)
{
    public long? Get(int tag) => Tags.TryGetValue(tag, out var value) ? value : null;
}

/// <summary>Walks the chain of a TIFF's directories, one a page. A chain that runs in a circle or out of the file ends there.</summary>
internal static class TiffDirectories
{
    private const int HeaderBytes = 8;
    private const int EntryBytes = 12;

    public static List<TiffDirectory> Read(Stream file, int atMost)
    {
        var found = new List<TiffDirectory>();
        var header = Bytes(file, 0, HeaderBytes);
        var little = header is [(byte)'I', (byte)'I', ..];
        var seen = new HashSet<long>();
        for (var offset = header.Length == HeaderBytes ? Number(header.AsSpan(4), 4, little) : 0; offset != 0 && found.Count < atMost && seen.Add(offset);)
        {
            var count = Bytes(file, offset, 2) is { Length: 2 } start ? (int)Number(start, 2, little) : 0;
            var entries = Bytes(file, offset + 2, count * EntryBytes);
            if (count == 0 || entries.Length < count * EntryBytes)
            {
                break;
            }

            found.Add(new(Tags(entries, little)));
            offset = Bytes(file, offset + 2 + entries.Length, 4) is { Length: 4 } next ? Number(next, 4, little) : 0;
        }

        return found;
    }

    // tag, type, count, value: the value itself when it is one number of at most four bytes.
    private static Dictionary<int, long> Tags(ReadOnlySpan<byte> entries, bool little)
    {
        var tags = new Dictionary<int, long>();
        for (; entries.Length >= EntryBytes; entries = entries[EntryBytes..])
        {
            var size = Number(entries[2..], 2, little) switch { 1 => 1, 3 => 2, 4 => 4, _ => 0 };
            if (size > 0 && Number(entries[4..], 4, little) == 1)
            {
                tags[(int)Number(entries, 2, little)] = Number(entries[8..], size, little);
            }
        }

        return tags;
    }

    private static byte[] Bytes(Stream file, long offset, int count)
    {
        if (offset >= file.Length)
        {
            return [];
        }

        file.Position = offset;
        var bytes = new byte[count];
        return bytes[..file.ReadAtLeast(bytes, count, throwOnEndOfStream: false)];
    }

    private static long Number(ReadOnlySpan<byte> bytes, int size, bool little) => (size, little) switch
    {
        (1, _) => bytes[0],
        (2, true) => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        (2, false) => BinaryPrimitives.ReadUInt16BigEndian(bytes),
        (_, true) => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        _ => BinaryPrimitives.ReadUInt32BigEndian(bytes),
    };
}
