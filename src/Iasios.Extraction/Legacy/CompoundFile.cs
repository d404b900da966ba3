using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Text;

namespace Iasios.Extraction.Legacy;

/// <summary>What a compound file holds.</summary>
internal enum CompoundContent
{
    Doc,
    Xls,
    Ppt,

    /// <summary>A document that is encrypted, of the old kinds or the new.</summary>
    Encrypted,

    /// <summary>A saved Outlook message.</summary>
    Message,

    Other,
}

/// <summary>
/// Tells what a compound file holds by the names of its streams. They stand in entries of 128 bytes; the file is looked through for
/// them without following its chains, which may be broken or lie.
/// </summary>
internal static class CompoundFile
{
    private const int EntryBytes = 128;
    private const int NameBytes = 64;
    private const int HeaderBytes = 512;
    private const int BlockBytes = 64 * 1024;

    // Where a Word document says that it is encrypted, and the records of a workbook that do.
    private const int WordFlags = 10;
    private const int WordIsEncrypted = 0x0100;
    private const int FilePassRecord = 0x2F;

    private static readonly FrozenSet<string> Telling = FrozenSet.Create(
        "EncryptedPackage", "EncryptedSummary", "__properties_version1.0", "PowerPoint Document", "Workbook", "Book", "WordDocument");

    /// <summary>Finds out; the file is read to its end, but not kept.</summary>
    public static CompoundContent Find(string path, CancellationToken cancellationToken)
    {
        using var file = File.OpenRead(path);
        var found = new Dictionary<string, uint>(StringComparer.Ordinal);
        var block = new byte[BlockBytes];
        int count;
        while ((count = file.ReadAtLeast(block, block.Length, throwOnEndOfStream: false)) >= EntryBytes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var at = 0; at + EntryBytes <= count; at += EntryBytes)
            {
                if (NameOf(block.AsSpan(at, EntryBytes)) is { } name)
                {
                    found.TryAdd(name, BinaryPrimitives.ReadUInt32LittleEndian(block.AsSpan(at + 116)));
                }
            }
        }

        return Judge(file, found);
    }

    private static CompoundContent Judge(FileStream file, Dictionary<string, uint> found) => found switch
    {
        _ when found.ContainsKey("EncryptedPackage") || found.ContainsKey("EncryptedSummary") => CompoundContent.Encrypted,
        _ when found.ContainsKey("__properties_version1.0") => CompoundContent.Message,
        _ when found.ContainsKey("PowerPoint Document") => CompoundContent.Ppt,
        _ when found.TryGetValue("Workbook", out var sector) || found.TryGetValue("Book", out sector) =>
            IsEncryptedWorkbook(Head(file, sector)) ? CompoundContent.Encrypted : CompoundContent.Xls,
        _ when found.TryGetValue("WordDocument", out var sector) =>
            (Short(Head(file, sector), WordFlags) & WordIsEncrypted) != 0 ? CompoundContent.Encrypted : CompoundContent.Doc,
        _ => CompoundContent.Other,
    };

    private static string? NameOf(ReadOnlySpan<byte> entry)
    {
        var isStream = entry[66] == 2;
        var length = BinaryPrimitives.ReadUInt16LittleEndian(entry[NameBytes..]) - 2;
        if (!isStream || length is <= 0 or > NameBytes - 2)
        {
            return null;
        }

        var name = Encoding.Unicode.GetString(entry[..length]);
        return Telling.Contains(name) ? name : null;
    }

    // The first sector of a stream. Short streams stand elsewhere, but these are never short.
    private static byte[] Head(FileStream file, uint sector)
    {
        var sectorBytes = 1L << Math.Min(Short(BytesAt(file, 0), 30), 12);
        return BytesAt(file, (sector + 1) * sectorBytes);
    }

    // What the file does not have is zero.
    private static byte[] BytesAt(FileStream file, long at)
    {
        var bytes = new byte[HeaderBytes];
        file.Position = at;
        return file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) >= 0 ? bytes : [];
    }

    // It stands right after the record that begins a workbook, or after the one that protects its writing.
    private static bool IsEncryptedWorkbook(byte[] head)
    {
        var at = 4 + Short(head, 2);
        for (var record = 0; record < 3 && at + 4 <= head.Length; record++)
        {
            if (Short(head, at) == FilePassRecord)
            {
                return true;
            }

            at += 4 + Short(head, at + 2);
        }

        return false;
    }

    private static int Short(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));
}
