using Iasios.Core.Coverage;
using Iasios.Core.Evidence;
using Iasios.Core.Ledger;
using Iasios.Core.Standards;
using Iasios.Core.Tags;
using Iasios.Extraction;
using Iasios.Extraction.Native;

namespace Iasios.Samples.Tests;

/// <summary>A sample as the product files it.</summary>
internal sealed record FiledSample(string Path, ExpectedDocument Expected, FiledDocument Document, IReadOnlyList<Tag> Tags);

/// <summary>The sample hospital's evidence, read and tagged once for all tests.</summary>
public sealed class SampleHospital : IAsyncLifetime
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "sample-evidence");

    internal static Expectation Expected { get; } = Expectation.Load(Path.Combine(Folder, "expectation.json"));

    internal IReadOnlyList<FiledSample> Samples { get; private set; } = [];

    internal IReadOnlyList<CodeCoverage> Coverage { get; private set; } = [];

    /// <summary>The documents as they lie in the folder, by their paths in the facility.</summary>
    internal static IEnumerable<string> Files { get; } = Directory
        .EnumerateFiles(Path.Combine(Folder, "st-anna"), "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Path.Combine(Folder, "st-anna"), file).Replace('\\', '/'));

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        var reader = new DocumentReader(new(), new NativeTools());
        var tagger = new DocumentTagger(Catalogue.Working, RuleCards.Embedded);
        var samples = new List<FiledSample>();
        foreach (var (path, expected) in Expected.Documents)
        {
            samples.Add(await FileAsync(path, expected, reader, tagger));
        }

        Samples = samples;
        Coverage = CoverageCalculator.Calculate(
            Catalogue.Working,
            samples.Select(sample => sample.Document),
            samples.SelectMany(sample => sample.Tags.Select(tag => new FiledTag(sample.Document.Key, tag))),
            Expected.AsOf);
    }

    /// <inheritdoc />
    public Task DisposeAsync() => Task.CompletedTask;

    private static async Task<FiledSample> FileAsync(string path, ExpectedDocument expected, DocumentReader reader, DocumentTagger tagger)
    {
        var file = new FileInfo(Path.Combine(Folder, "st-anna", path));
        var reading = await reader.ReadAsync(file.FullName, CancellationToken.None);
        var tagged = reading.Pages.Count > 0 ? tagger.Tag(reading.Pages, path) : null;
        var document = Filing.Read(
            EvidencePath.Parse($"st-anna/{path}"),
            new("etag", file.Length, DateTimeOffset.UnixEpoch),
            "sha256",
            reading,
            tagged,
            new(DocumentReader.Version, DocumentTagger.Version, Catalogue.Working.Version));
        return new(path, expected, document, tagged?.Tags ?? []);
    }
}
