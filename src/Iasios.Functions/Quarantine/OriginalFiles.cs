using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Iasios.Functions.Storage;

namespace Iasios.Functions.Quarantine;

/// <summary>Removes an original with its snapshots and versions from the container of evidence.</summary>
public sealed class OriginalFiles(EvidenceStore store)
{
    private const string Original = "the original file";

    /// <summary>Removes the version that a person saw, and every older one.</summary>
    /// <param name="blobName">The blob.</param>
    /// <param name="etag">Of the version that the person saw, without quotes.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Null when another version lies there.</returns>
    public async Task<PurgeReport?> TryRemoveAsync(string blobName, string etag, CancellationToken cancellationToken)
    {
        var container = await store.EvidenceAsync(cancellationToken);
        var removed = new List<string>();
        var refused = new List<string>();
        try
        {
            var conditions = new BlobRequestConditions { IfMatch = new ETag($"\"{etag}\"") };
            await container.GetBlobClient(blobName).DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, conditions, cancellationToken);
            removed.Add($"{Original} and its snapshots");
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == BlobErrorCode.ConditionNotMet)
        {
            return null;
        }
        catch (RequestFailedException exception) when (exception.Status is 403 or 409 or 412)
        {
            refused.Add($"{Original}: the storage account refuses to delete it ({exception.ErrorCode}); a lease, a legal hold or a retention policy may protect it.");
        }

        await RemoveVersionsAsync(container, blobName, removed, refused, cancellationToken);
        var isComplete = refused.Count == 0;
        refused.AddRange(await SoftDeletedAsync(container, blobName, cancellationToken));
        return new(removed, refused, isComplete);
    }

    private static async Task RemoveVersionsAsync(
        BlobContainerClient container, string blobName, List<string> removed, List<string> refused, CancellationToken cancellationToken)
    {
        var count = 0;
        try
        {
            await foreach (var version in container.GetBlobsAsync(BlobTraits.None, BlobStates.Version, blobName, cancellationToken))
            {
                if (version.Name == blobName && version.VersionId is { } id && version.IsLatestVersion != true)
                {
                    await container.GetBlobClient(blobName).WithVersion(id).DeleteIfExistsAsync(cancellationToken: cancellationToken);
                    count++;
                }
            }
        }
        catch (RequestFailedException exception) when (exception.Status is 400 or 403 or 409 or 412)
        {
            refused.Add($"Older versions of the file: the storage account refuses to list or delete them ({exception.ErrorCode}).");
        }

        if (count > 0)
        {
            removed.Add("older versions of the file");
        }
    }

    // What a soft delete keeps goes by itself after the days that the account sets; nobody can remove it sooner by deleting.
    private static async Task<IReadOnlyList<string>> SoftDeletedAsync(BlobContainerClient container, string blobName, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.Deleted, blobName, cancellationToken))
            {
                if (blob.Name == blobName && blob.Deleted)
                {
                    return [$"Soft-deleted copies: the storage account keeps them for another {blob.Properties.RemainingRetentionDays ?? 0} days; an administrator can restore them until then."];
                }
            }

            return [];
        }
        catch (RequestFailedException exception) when (exception.Status is 400 or 403)
        {
            return ["Soft-deleted copies, if the storage account keeps any: it refuses to list them."];
        }
    }
}
