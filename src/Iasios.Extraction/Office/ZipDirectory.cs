using System.Buffers.Binary;

namespace Iasios.Extraction.Office;

/// <summary>
/// Counts the entries of a ZIP's directory before anything of it is kept: a ZIP library takes in the whole directory at once,
/// goes by the entries that are there rather than by the number that the file gives, and a file of 50 MiB has room for a million.
/// </summary>
internal static class ZipDirectory
{
    private const int EndBytes = 22;
    private const int LongestComment = ushort.MaxValue;
    private const int EntryBytes = 46;

    // Names, and what programs add to them.
    private const long MaxDirectoryBytes = 4L * 1024 * 1024;

    private const uint EntryMark = 0x02014b50;
    private const uint LocatorMark = 0x07064b50;
    private const int LocatorBytes = 20;

    /// <exception cref="InvalidDataException">The file has no directory.</exception>
    public static bool HasMoreThan(int maxEntries, string path)
    {
        using var file = File.OpenRead(path);
        file.Position = Start(file);
        var entry = new byte[EntryBytes];
        long bytes = 0;
        for (var count = 0; count <= maxEntries; count++)
        {
            if (file.ReadAtLeast(entry, EntryBytes, throwOnEndOfStream: false) < EntryBytes || BinaryPrimitives.ReadUInt32LittleEndian(entry) != EntryMark)
            {
                return false;
            }

            // The lengths of the name, of what programs added, and of the comment.
            var more = Short(entry, 28) + Short(entry, 30) + Short(entry, 32);
            bytes += EntryBytes + more;
            if (bytes > MaxDirectoryBytes)
            {
                return true;
            }

            file.Seek(more, SeekOrigin.Current);
        }

        return true;
    }

    private static long Start(FileStream file)
    {
        var tail = new byte[Math.Min(file.Length, EndBytes + LongestComment + LocatorBytes)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        var end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || end + EndBytes > tail.Length)
        {
            throw new InvalidDataException("The directory is missing.");
        }

        long start = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        if (start == uint.MaxValue
            && end >= LocatorBytes
            && BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end - LocatorBytes)) == LocatorMark)
        {
            start = LargeStart(file, BinaryPrimitives.ReadInt64LittleEndian(tail.AsSpan(end - LocatorBytes + 8)));
        }

        return start >= 0 && start < file.Length ? start : throw new InvalidDataException("The directory is outside of the file.");
    }

    // The end record of ZIPs over 4 GiB; small ones may have it too.
    private static long LargeStart(FileStream file, long record)
    {
        var at = new byte[8];
        if (record < 0 || record + 56 > file.Length)
        {
            throw new InvalidDataException("The directory is outside of the file.");
        }

        file.Position = record + 48;
        file.ReadExactly(at);
        return BinaryPrimitives.ReadInt64LittleEndian(at);
    }

    private static int Short(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));
}
