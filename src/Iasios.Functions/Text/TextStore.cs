using System.IO.Compression;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Iasios.Core.Evidence;
using Iasios.Core.Text;
using Iasios.Functions.Host;
using Iasios.Functions.Storage;

namespace Iasios.Functions.Text;

/// <summary>The extracted text of documents: <c>text/{partition}/{document}/{sha256}-{reading version}.json.gz</c>.</summary>
public sealed class TextStore(EvidenceStore store)
{
    private const int Version = 1;

    /// <summary>Writes a document's text.</summary>
    public async Task WriteAsync(TextName name, Reading reading, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        await using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest, leaveOpen: true))
        {
            await JsonSerializer.SerializeAsync(gzip, new File(Version, reading), AppJson.Options, cancellationToken);
        }

        buffer.Position = 0;
        var container = await store.TextAsync(cancellationToken);
        await container.GetBlobClient(name.BlobName).UploadAsync(buffer, overwrite: true, cancellationToken);
    }

    /// <summary>Reads a document's text; null when there is none of this name.</summary>
    public async Task<Reading?> ReadAsync(TextName name, CancellationToken cancellationToken)
    {
        try
        {
            var container = await store.TextAsync(cancellationToken);
            using var download = (await container.GetBlobClient(name.BlobName).DownloadStreamingAsync(cancellationToken: cancellationToken)).Value;
            await using var gzip = new GZipStream(download.Content, CompressionMode.Decompress);
            var file = await JsonSerializer.DeserializeAsync<File>(gzip, AppJson.Options, cancellationToken);
            return file is { V: Version } ? file.Reading : throw new InvalidDataException("A text file is of another release.");
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return null;
        }
    }

    /// <summary>
    /// Deletes all texts of a document but one, and its recognised pages; all when <paramref name="keep"/> is null.
    /// </summary>
    /// <returns>Whether there were recognised pages.</returns>
    public async Task<bool> DeleteAsync(string partition, DocumentKey document, TextName? keep, CancellationToken cancellationToken)
    {
        var container = await store.TextAsync(cancellationToken);
        var recognised = false;
        await foreach (var blob in container.GetBlobsAsync(prefix: $"{partition}/{document}/", cancellationToken: cancellationToken))
        {
            if (blob.Name != keep?.BlobName)
            {
                await DeleteAsync(container.GetBlobClient(blob.Name), cancellationToken);
                recognised |= blob.Name.EndsWith(TextName.RecognisedEnding, StringComparison.Ordinal);
            }
        }

        return recognised;
    }

    /// <summary>Deletes texts and recognised pages that nobody names any more and that are older than an age. Gives their number.</summary>
    public async Task<int> SweepAsync(string partition, IReadOnlySet<string> named, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var container = await store.TextAsync(cancellationToken);
        var swept = 0;
        await foreach (BlobItem blob in container.GetBlobsAsync(prefix: partition + "/", cancellationToken: cancellationToken))
        {
            if (!named.Contains(blob.Name) && blob.Properties.LastModified < before)
            {
                await DeleteAsync(container.GetBlobClient(blob.Name), cancellationToken);
                swept++;
            }
        }

        return swept;
    }

    // Somebody may still be adding pages of a version that is done with; the next page tells them.
    private static async Task DeleteAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            await blob.DeleteIfExistsAsync(cancellationToken: cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status == 412)
        {
            await blob.GetBlobLeaseClient().BreakAsync(TimeSpan.Zero, cancellationToken: cancellationToken);
            await blob.DeleteIfExistsAsync(cancellationToken: cancellationToken);
        }
    }

    private sealed record File(int V, Reading Reading);
}

/// <summary>Names the text of one version of a document.</summary>
/// <param name="Partition">The ledger's partition.</param>
/// <param name="Document">The document.</param>
/// <param name="Sha256">Of its content.</param>
/// <param name="ReadingVersion">Of the readers.</param>
public sealed record TextName(string Partition, DocumentKey Document, string Sha256, string ReadingVersion)
{
    /// <summary>How the names of blobs with recognised pages end.</summary>
    public const string RecognisedEnding = ".pages";

    /// <summary>The blob's name in the container of texts.</summary>
    public string BlobName => $"{Stem}.json.gz";

    /// <summary>The name of the blob with the pages that were recognised before the whole text is there.</summary>
    public string RecognisedBlobName => Stem + RecognisedEnding;

    private string Stem => $"{Partition}/{Document}/{Sha256}-{ReadingVersion}";
}
