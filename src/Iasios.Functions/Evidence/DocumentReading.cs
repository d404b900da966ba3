using System.Globalization;
using Iasios.Core.Evidence;
using Iasios.Core.Ledger;
using Iasios.Core.Text;
using Iasios.Extraction;
using Iasios.Functions.Text;

namespace Iasios.Functions.Evidence;

/// <summary>What was read of a document's content.</summary>
/// <param name="Sha256">Of the content; of nothing when the file is too large to be fetched.</param>
/// <param name="Reading">Its text, or why there is none.</param>
/// <param name="FromStore">Whether the text was read before and kept.</param>
public sealed record ReadDocument(string Sha256, Reading Reading, bool FromStore);

/// <summary>Gets the text of a version of a document: from the store when this version was read before, else from the file.</summary>
public sealed class DocumentReading(EvidenceContainer container, DocumentReader reader, ReadingLimits limits, TextStore texts, EngineVersions versions)
{
    /// <summary>The document's text; null when this version is gone from the container.</summary>
    public async Task<ReadDocument?> ReadAsync(
        EvidencePath path,
        HandedInFile file,
        string partition,
        FiledDocument? known,
        CancellationToken cancellationToken)
    {
        if (known is { Sha256: { } sha256 }
            && known.ETag == file.ETag
            && known.Versions?.Reading == versions.Reading
            && await texts.ReadAsync(new(partition, path.Key, sha256, versions.Reading), cancellationToken) is { } kept)
        {
            return new(sha256, kept, FromStore: true);
        }

        return file.Size > limits.MaxFileBytes
            ? new("", TooLarge(), FromStore: false)
            : await ReadFileAsync(path, file, cancellationToken);
    }

    private async Task<ReadDocument?> ReadFileAsync(EvidencePath path, HandedInFile file, CancellationToken cancellationToken)
    {
        using var scratch = new ScratchFolder();
        var local = Path.Combine(scratch.Path, "document");
        return await container.TryDownloadAsync(path, file, local, cancellationToken) is { } sha256
            ? new(sha256, await reader.ReadAsync(local, cancellationToken), FromStore: false)
            : null;
    }

    private Reading TooLarge() => new(
        ReadingOutcome.TooLarge,
        string.Create(CultureInfo.InvariantCulture, $"The file is larger than {limits.MaxFileBytes / 1024 / 1024} MB."),
        "unknown",
        null,
        []);
}
