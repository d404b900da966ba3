using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Iasios.Core.Evidence;
using Iasios.Storage;
using Spectre.Console;

namespace Iasios.Cli.Run;

/// <summary>Hands a folder's files in through the blob API, as any storage tool would.</summary>
internal static class EvidenceUpload
{
    private const int ParallelUploads = 4;

    /// <summary>Uploads what is new or changed; gives every file's path in the facility's folder with its ETag.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> RunAsync(
        StorageAccount account,
        RunSettings settings,
        IAnsiConsole progress,
        CancellationToken cancellationToken)
    {
        var container = account.Blobs.GetBlobContainerClient("evidence");
        await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        var files = settings.Evidence.EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
            .Where(file => !EvidencePath.Parse(BlobName(settings, file)).IsIgnored)
            .ToList();
        progress.MarkupLineInterpolated($"Handing in {files.Count} files as {settings.Facility} ...");

        var etags = new Dictionary<string, string>(StringComparer.Ordinal);
        var options = new ParallelOptions { MaxDegreeOfParallelism = ParallelUploads, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(files, options, async (file, token) =>
        {
            var path = Path.GetRelativePath(settings.Evidence.FullName, file.FullName);
            var etag = await UploadAsync(container.GetBlobClient(BlobName(settings, file)), file, token);
            lock (etags)
            {
                etags[path] = etag.ToString().Trim('"');
            }
        });
        return etags;
    }

    private static string BlobName(RunSettings settings, FileInfo file) =>
        $"{settings.Facility}/{Path.GetRelativePath(settings.Evidence.FullName, file.FullName)}";

    private static async Task<ETag> UploadAsync(BlobClient blob, FileInfo file, CancellationToken cancellationToken)
    {
        await using var content = file.OpenRead();
#pragma warning disable CA5351 // Not for security: it is the checksum that blob storage keeps.
        var hash = await MD5.HashDataAsync(content, cancellationToken);
#pragma warning restore CA5351
        try
        {
            var present = (await blob.GetPropertiesAsync(cancellationToken: cancellationToken)).Value;
            if (present.ContentHash.AsSpan().SequenceEqual(hash))
            {
                return present.ETag;
            }
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            // Not handed in yet.
        }

        content.Position = 0;
        return (await blob.UploadAsync(content, new BlobUploadOptions { HttpHeaders = new() { ContentHash = hash } }, cancellationToken)).Value.ETag;
    }
}
