using System.Text.Json.Nodes;

namespace Iasios.Functions.Tests.Support;

/// <summary>Messages as they lie in the event queue.</summary>
internal static class Events
{
    public static string EventGrid(Uri blob, string type = "Microsoft.Storage.BlobCreated", string api = "PutBlob") => new JsonObject
    {
        ["topic"] = "/subscriptions/0/resourceGroups/r/providers/Microsoft.Storage/storageAccounts/devstoreaccount1",
        ["subject"] = $"/blobServices/default/containers{blob.AbsolutePath}",
        ["eventType"] = type,
        ["id"] = "831e1650-001e-001b-66ab-eeb76e069631",
        ["data"] = Data(blob, api),
        ["dataVersion"] = "",
        ["metadataVersion"] = "1",
        ["eventTime"] = "2026-11-22T09:00:00.0000000Z",
    }.ToJsonString();

    public static string CloudEvent(Uri blob) => new JsonObject
    {
        ["specversion"] = "1.0",
        ["source"] = "/subscriptions/0/resourceGroups/r/providers/Microsoft.Storage/storageAccounts/devstoreaccount1",
        ["type"] = "Microsoft.Storage.BlobCreated",
        ["id"] = "9aeb0fdf-c01e-0131-0922-9eb54906e209",
        ["time"] = "2026-11-22T09:00:00.0000000Z",
        ["subject"] = $"/blobServices/default/containers{blob.AbsolutePath}",
        ["data"] = Data(blob, "PutBlockList"),
    }.ToJsonString();

    public static string Own(string blobName) => new JsonObject { ["v"] = 1, ["blob"] = blobName }.ToJsonString();

    private static JsonObject Data(Uri blob, string api) => new()
    {
        ["api"] = api,
        ["requestId"] = "831e1650-001e-001b-66ab-eeb76e000000",
        ["eTag"] = "0x8D4BCC2E4835CD0",
        ["contentType"] = "application/octet-stream",
        ["blobType"] = "BlockBlob",
        ["url"] = blob.AbsoluteUri,
    };
}
