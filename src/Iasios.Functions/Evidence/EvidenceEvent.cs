using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using Iasios.Functions.Storage;

namespace Iasios.Functions.Evidence;

/// <summary>
/// Reads what lies in the event queue: Event Grid's own schema, CloudEvents, and the messages of
/// <see cref="ReconcileEvidence"/>; plain or as base64.
/// </summary>
public static class EvidenceEvent
{
    private const int Version = 1;

    // Operations that leave a whole blob, or none. Others, such as the parts of an upload, are followed by one of these.
    private static readonly HashSet<string> Operations = new(StringComparer.OrdinalIgnoreCase)
    {
        "PutBlob", "PutBlockList", "CopyBlob", "FlushWithClose", "SftpCommit", "DeleteBlob", "DeleteFile", "SftpRemove",
    };

    /// <summary>The name of the blob that may have changed; null when the event is not about evidence.</summary>
    /// <exception cref="FormatException">The message is none of the known kinds, or of a later release.</exception>
    public static string? BlobName(string message)
    {
        if (Parse(message) is not { } json)
        {
            throw new FormatException("The message is no JSON object.");
        }

        if (json["v"] is JsonValue version)
        {
            return version.TryGetValue<int>(out var number) && number == Version && Text(json, "blob") is { } blob
                ? blob
                : throw new FormatException("The message is of another release.");
        }

        var type = Text(json, "eventType") ?? Text(json, "type") ?? throw new FormatException("The message has no event type.");
        if (type is not ("Microsoft.Storage.BlobCreated" or "Microsoft.Storage.BlobDeleted"))
        {
            return null;
        }

        var data = json["data"] as JsonObject ?? throw new FormatException("The event has no data.");
        if (!Operations.Contains(Text(data, "api") ?? ""))
        {
            return null;
        }

        if (!Uri.TryCreate(Text(data, "url"), UriKind.Absolute, out var url))
        {
            throw new FormatException("The event has no address.");
        }

        var address = new BlobUriBuilder(url, trimBlobNameSlashes: false);
        return address.BlobContainerName == EvidenceStore.EvidenceContainer && address.BlobName.Length > 0 ? address.BlobName : null;
    }

    /// <summary>A message that asks to look at a blob, as the queue holds it.</summary>
    public static string Write(string blobName) =>
        Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(new Message(Version, blobName), Host.AppJson.Options));

    private static string? Text(JsonObject json, string property) =>
        json[property] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static JsonObject? Parse(string message)
    {
        try
        {
            var text = Base64.IsValid(message) ? Encoding.UTF8.GetString(Convert.FromBase64String(message)) : message;
            return JsonNode.Parse(text, documentOptions: new() { AllowDuplicateProperties = false }) as JsonObject;
        }
        catch (JsonException exception)
        {
            throw new FormatException("The message is no JSON.", exception);
        }
    }

    private sealed record Message(int V, string Blob);
}
