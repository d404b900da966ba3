using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs.Models;
using Iasios.Core.Evidence;
using Iasios.Core.Ledger;
using Iasios.Functions.Storage;

namespace Iasios.Functions.Evidence;

/// <summary>What a listing of the container shows of one blob.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="File">Its present version.</param>
/// <param name="IsIgnored">True for what is passed over by rule.</param>
public sealed record ListedBlob(EvidencePath Path, HandedInFile File, bool IsIgnored);

/// <summary>Reads the container of evidence. Nothing is ever written to it: even metadata would change the ETag. Only a purge deletes from it.</summary>
public sealed class EvidenceContainer(EvidenceStore store)
{
    /// <summary>The blob's present version; null when there is no such blob, or when it is a folder's marker.</summary>
    public async Task<HandedInFile?> FindAsync(EvidencePath path, CancellationToken cancellationToken)
    {
        try
        {
            var container = await store.EvidenceAsync(cancellationToken);
            var properties = (await container.GetBlobClient(path.BlobName).GetPropertiesAsync(cancellationToken: cancellationToken)).Value;
            return IsFolder(properties.Metadata) ? null : new(Plain(properties.ETag), properties.ContentLength, properties.LastModified);
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Copies one version of a blob to a local file and gives its SHA-256; null when that version is gone.</summary>
    public async Task<string?> TryDownloadAsync(EvidencePath path, HandedInFile file, string target, CancellationToken cancellationToken)
    {
        try
        {
            var container = await store.EvidenceAsync(cancellationToken);
            var options = new BlobDownloadOptions { Conditions = new() { IfMatch = new ETag($"\"{file.ETag}\"") } };
            using var download = (await container.GetBlobClient(path.BlobName).DownloadStreamingAsync(options, cancellationToken)).Value;
            using var hash = SHA256.Create();
            await using var hashing = new CryptoStream(download.Content, hash, CryptoStreamMode.Read);
            await using var output = File.Create(target);
            await hashing.CopyToAsync(output, cancellationToken);
            return Convert.ToHexStringLower(hash.Hash!);
        }
        catch (RequestFailedException exception) when (exception.Status is 404 or 412)
        {
            return null;
        }
    }

    /// <summary>All blobs below a prefix.</summary>
    public async IAsyncEnumerable<ListedBlob> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var container = await store.EvidenceAsync(cancellationToken);
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.Metadata, prefix: prefix, cancellationToken: cancellationToken))
        {
            yield return Describe(blob);
        }
    }

    /// <summary>The first folders of the container, with their slash, and the blobs that lie in no folder.</summary>
    public async Task<(IReadOnlyList<string> Folders, IReadOnlyList<ListedBlob> Loose)> ListRootAsync(CancellationToken cancellationToken)
    {
        var container = await store.EvidenceAsync(cancellationToken);
        var folders = new List<string>();
        var loose = new List<ListedBlob>();
        await foreach (var item in container.GetBlobsByHierarchyAsync(BlobTraits.Metadata, delimiter: "/", cancellationToken: cancellationToken))
        {
            if (item.IsPrefix)
            {
                folders.Add(item.Prefix);
            }
            else
            {
                loose.Add(Describe(item.Blob));
            }
        }

        return (folders, loose);
    }

    private static ListedBlob Describe(BlobItem blob)
    {
        var path = EvidencePath.Parse(blob.Name);
        return new(
            path,
            new(Plain(blob.Properties.ETag ?? default), blob.Properties.ContentLength ?? 0, blob.Properties.LastModified ?? default),
            path.IsIgnored || IsFolder(blob.Metadata));
    }

    // Storage with a hierarchical namespace shows folders as empty blobs with this mark.
    private static bool IsFolder(IDictionary<string, string>? metadata) =>
        metadata?.Any(pair => pair.Key.Equals("hdi_isfolder", StringComparison.OrdinalIgnoreCase) && pair.Value.Equals("true", StringComparison.OrdinalIgnoreCase)) == true;

    // Listings give ETags without quotes, single answers with them.
    private static string Plain(ETag etag) => etag.ToString().Trim('"');
}
