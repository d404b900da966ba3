using System.Text.Json;
using Azure.Storage.Blobs;

namespace Iasios.LocalHost.Events;

/// <summary>An event of a blob in Event Grid's schema, as its subscription writes it to a queue.</summary>
internal static class BlobEvent
{
    private const string TopicOf = "/subscriptions/local/resourceGroups/local/providers/Microsoft.Storage/storageAccounts/";

    /// <summary>A blob was written, for the first time or again.</summary>
    public static BinaryData Created(BlobContainerClient container, string name, SeenBlob blob, DateTimeOffset now) =>
        Message(container, name, blob, now, "Microsoft.Storage.BlobCreated", "PutBlob");

    /// <summary>A blob is gone; the data are those it had.</summary>
    public static BinaryData Deleted(BlobContainerClient container, string name, SeenBlob blob, DateTimeOffset now) =>
        Message(container, name, blob, now, "Microsoft.Storage.BlobDeleted", "DeleteBlob");

    private static BinaryData Message(
        BlobContainerClient container, string name, SeenBlob blob, DateTimeOffset now, string eventType, string api)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(new
        {
            id = Guid.NewGuid(),
            topic = TopicOf + container.AccountName,
            subject = $"/blobServices/default/containers/{container.Name}/blobs/{name}",
            eventType,
            eventTime = now.UtcDateTime,
            dataVersion = "",
            metadataVersion = "1",
            data = new
            {
                api,
                contentType = blob.ContentType,
                contentLength = blob.ContentLength,
                eTag = blob.ETag,
                blobType = blob.BlobType,
                url = container.GetBlobClient(name).Uri.AbsoluteUri,
            },
        });
        return BinaryData.FromString(Convert.ToBase64String(json));
    }
}
