using System.IO.Compression;
using System.Text;

namespace Iasios.Fuzz;

/// <summary>
/// Breaks documents as transfers, bugs and attackers do. The same seed and number always give the same bytes. Half of the
/// mutations of a ZIP package are made inside one of its parts, where a broken checksum would hide them otherwise.
/// </summary>
public sealed class Mutator(IReadOnlyList<byte[]> samples)
{
    private const int MostSteps = 6;

    private static readonly byte[][] Telling =
    [
        [0], [0xFF], [0x7F, 0xFF, 0xFF, 0xFF], [0xFF, 0xFF, 0xFF, 0xFF], [0x80, 0, 0, 0], "\0\0\0\0"u8.ToArray(), "-1"u8.ToArray(), "99999999999"u8.ToArray(),
        "<<"u8.ToArray(), ">>"u8.ToArray(), "["u8.ToArray(), "endobj"u8.ToArray(), "stream"u8.ToArray(), "<a>"u8.ToArray(), "</a>"u8.ToArray(), "<!DOCTYPE a [<!ENTITY b 'c'>]>"u8.ToArray(),
        "&b;"u8.ToArray(), "]]>"u8.ToArray(), "PK\u0003\u0004"u8.ToArray(), "%PDF-1.7"u8.ToArray(), "{\\rtf1"u8.ToArray(), "\n--a\n"u8.ToArray(), "Content-Type: multipart/mixed; boundary=a\n\n"u8.ToArray(),
        [0xEF, 0xBB, 0xBF], [0xFE, 0xFF], [0xD8, 0x00], [0xC3, 0x28],
    ];

    /// <summary>All files of some folders, in a fixed order, those above 1 MB left out.</summary>
    public static Mutator Load(params IReadOnlyList<string> folders) => new(
        [.. folders
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            .Where(file => new FileInfo(file).Length is > 0 and <= 1_000_000)
            .Select(File.ReadAllBytes)]);

    /// <summary>A mutated document.</summary>
    public byte[] Mutate(int seed, int number)
    {
        var random = new Random(HashCode(seed, number));
        var sample = samples[random.Next(samples.Count)];
        return sample is [(byte)'P', (byte)'K', 3, 4, ..] && random.Next(2) == 0 ? MutatePart(sample, random) : MutateBytes(sample, random);
    }

    private byte[] MutateBytes(byte[] sample, Random random)
    {
        var bytes = new List<byte>(sample);
        for (var step = random.Next(1, MostSteps + 1); step > 0 && bytes.Count > 0; step--)
        {
            Step(bytes, random);
        }

        return [.. bytes];
    }

    private void Step(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count);
        var length = Math.Min(bytes.Count - at, 1 << random.Next(12));
        switch (random.Next(8))
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 3:
                bytes.RemoveRange(at, length);
                break;
            case 4:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 5:
                bytes.InsertRange(at, Telling[random.Next(Telling.Length)]);
                break;
            case 6:
                var value = Telling[random.Next(Telling.Length)];
                bytes.RemoveRange(at, Math.Min(value.Length, bytes.Count - at));
                bytes.InsertRange(at, value);
                break;
            default:
                var other = samples[random.Next(samples.Count)];
                var from = random.Next(other.Length);
                bytes.InsertRange(at, other.Skip(from).Take(length));
                break;
        }
    }

    private byte[] MutatePart(byte[] package, Random random)
    {
        using var source = new ZipArchive(new MemoryStream(package));
        using var target = new MemoryStream();
        var chosen = random.Next(source.Entries.Count);
        using (var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            foreach (var (entry, index) in source.Entries.Select((entry, index) => (entry, index)))
            {
                using var content = new MemoryStream();
                using (var part = entry.Open())
                {
                    part.CopyTo(content);
                }

                var bytes = index == chosen && content.Length > 0 ? MutateBytes(content.ToArray(), random) : content.ToArray();
                var copy = archive.CreateEntry(entry.FullName, CompressionLevel.Fastest);
                copy.LastWriteTime = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var written = copy.Open();
                written.Write(bytes);
            }
        }

        return target.ToArray();
    }

    // System.HashCode differs from run to run.
    private static int HashCode(int seed, int number) => unchecked((seed * 1_000_003) ^ (number * -1_640_531_527));
}
