using Iasios.Core.Text;
using Iasios.Extraction.Native;

namespace Iasios.Extraction.Tests.Support;

/// <summary>A file in a folder of its own, as the product hands it to the reader.</summary>
internal sealed class EvidenceFile : IDisposable
{
    // How well a page is read must not hang on how busy the machine is.
    private static readonly ReadingLimits Patient = new() { OcrPageSeconds = 600 };

    public EvidenceFile(byte[] content)
    {
        Folder = Directory.CreateTempSubdirectory("iasios-test-").FullName;
        Path = System.IO.Path.Combine(Folder, "document");
        File.WriteAllBytes(Path, content);
    }

    public string Folder { get; }

    public string Path { get; }

    public static Task<Reading> ReadAsync(string content, ReadingLimits? limits = null) => ReadAsync(System.Text.Encoding.UTF8.GetBytes(content), limits);

    public static async Task<Reading> ReadAsync(byte[] content, ReadingLimits? limits = null)
    {
        using var document = new EvidenceFile(content);
        return await new DocumentReader(limits ?? new(), new NativeTools()).ReadAsync(document.Path, CancellationToken.None);
    }

    public static async Task<Reading> ReadInAsync(byte[] content, params IReadOnlyList<DocumentLanguage> languages)
    {
        using var document = new EvidenceFile(content);
        var reading = await new DocumentReader(Patient, new NativeTools())
            .ReadAsync(document.Path, new ReadingRequest { Languages = languages }, CancellationToken.None);
        return Assert.IsType<Reading>(reading);
    }

    public static async Task<Reading> ReadWithoutOcrAsync(byte[] content)
    {
        using var document = new EvidenceFile(content);
        return await new DocumentReader(new(), new NativeTools(), engine: null).ReadAsync(document.Path, CancellationToken.None);
    }

    public static Task<Reading> ReadSampleAsync(string name) => ReadAsync(Sample(name));

    public static byte[] Sample(string name) => File.ReadAllBytes(System.IO.Path.Combine(AppContext.BaseDirectory, "documents", name));

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
