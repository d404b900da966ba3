using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Azure;
using Azure.Storage.Blobs;
using Iasios.Core.Facilities;
using Iasios.Storage;

namespace Iasios.Cli.Run;

/// <summary>Makes the facility's settings file, as an administrator would with any storage tool.</summary>
internal static class FacilitySetup
{
    private const string Holder = "./run";

    /// <summary>Sees to it that the settings exist and know this machine's token; gives the token.</summary>
    public static async Task<string> EnsureAsync(StorageAccount account, FacilityId facility, DataFolder data, CancellationToken cancellationToken)
    {
        var token = data.Token(facility);
        var container = account.Blobs.GetBlobContainerClient("settings");
        await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        var blob = container.GetBlobClient($"facilities/{facility}.json");
        var settings = await ReadAsync(blob, cancellationToken) ?? New(facility);
        var tokens = settings["accessTokens"] as JsonArray ?? [];
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
        if (!tokens.Any(known => (string?)known?["sha256"] == digest))
        {
            tokens.Add(new JsonObject { ["name"] = Holder, ["sha256"] = digest });
            settings["accessTokens"] = tokens.DeepClone();
            await blob.UploadAsync(BinaryData.FromString(settings.ToJsonString(new() { WriteIndented = true })), overwrite: true, cancellationToken);
        }

        return token;
    }

    private static async Task<JsonObject?> ReadAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            var content = (await blob.DownloadContentAsync(cancellationToken)).Value.Content;
            return JsonNode.Parse(content) as JsonObject;
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return null;
        }
    }

    private static JsonObject New(FacilityId facility) => new()
    {
        ["v"] = FacilitySettings.Version,
        ["name"] = facility.Value == "st-anna" ? "St Anna Hospital" : facility.Value,
        ["timeZone"] = TimeZoneInfo.Local.HasIanaId ? TimeZoneInfo.Local.Id : "UTC",
        ["languages"] = new JsonArray("en"),
        ["contact"] = new JsonObject { ["name"] = "IO quality lead", ["email"] = $"quality@{facility}.example" },
    };
}
