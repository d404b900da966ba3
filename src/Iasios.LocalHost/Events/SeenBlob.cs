using Azure.Storage.Blobs.Models;

namespace Iasios.LocalHost.Events;

/// <summary>What an event says of a blob. The ETag is kept without quotes.</summary>
internal sealed record SeenBlob(string ETag, string ContentType, long ContentLength, string BlobType)
{
    /// <summary>Reads an entry of a container's listing.</summary>
    public static SeenBlob From(BlobItem item) => new(
        item.Properties.ETag.GetValueOrDefault().ToString().Trim('"'),
        item.Properties.ContentType ?? "application/octet-stream",
        item.Properties.ContentLength ?? 0,
        $"{item.Properties.BlobType ?? Azure.Storage.Blobs.Models.BlobType.Block}Blob");
}
