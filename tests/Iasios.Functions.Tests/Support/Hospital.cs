using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using Iasios.Core.Evidence;
using Iasios.Storage;
using Iasios.Storage.Tables;

namespace Iasios.Functions.Tests.Support;

/// <summary>One facility as its people and its storage account see it.</summary>
internal sealed class Hospital(App app, StorageAccount account, string id)
{
    public const string SedationPolicy = """
        Sedation policy of the department
        Effective date: 2026-02-01
        Next review: 2031-03-01

        Before sedation the airway is assessed and the ASA grade noted. Midazolam is titrated in steps of 1 mg.
        Oxygen saturation, capnography and blood pressure are watched during sedation and written on the monitoring chart.
        A sedation practitioner who does nothing else stays with the patient. Flumazenil and naloxone are at hand.
        The patient stays in recovery until the modified Aldrete score is 9 or more.
        """;

    public const string Menu = """
        Canteen menu, week 47
        Monday: tomato soup, vegetarian lasagne
        Tuesday: fish with potatoes
        """;

    public string Id => id;

    public string Token => TokenOf(id);

    private BlobContainerClient Evidence => account.Blobs.GetBlobContainerClient("evidence");

    private BlobContainerClient Texts => account.Blobs.GetBlobContainerClient("text");

    private TableClient Table => account.Tables.GetTableClient("coverage");

    /// <summary>Writes a facility's settings file, as an administrator would.</summary>
    public static async Task RegisterAsync(StorageAccount account, string id, string? contact = null)
    {
        var settings = new JsonObject
        {
            ["v"] = 1,
            ["name"] = $"Hospital {id}",
            ["timeZone"] = "Europe/Vienna",
            ["contact"] = contact is null ? null : new JsonObject { ["name"] = "Quality lead", ["email"] = contact },
            ["accessTokens"] = new JsonArray(new JsonObject
            {
                ["name"] = "test",
                ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(TokenOf(id)))),
            }),
        };
        var container = account.Blobs.GetBlobContainerClient("settings");
        await container.CreateIfNotExistsAsync();
        await container.GetBlobClient($"facilities/{id}.json").UploadAsync(BinaryData.FromString(settings.ToJsonString()), overwrite: true);
    }

    /// <summary>Takes the settings file away.</summary>
    public static async Task UnregisterAsync(StorageAccount account, string id) =>
        await account.Blobs.GetBlobContainerClient("settings").DeleteBlobAsync($"facilities/{id}.json");

    public static string TokenOf(string id) => $"secret-of-{id}-9Zk3";

    public string BlobName(string path) => $"{id}/{path}";

    public string KeyOf(string path) => DocumentKey.For(BlobName(path)).Value;

    public Task UploadAsync(string path, string content) => UploadAsync(path, Encoding.UTF8.GetBytes(content));

    public async Task UploadAsync(string path, byte[] content)
    {
        await Evidence.CreateIfNotExistsAsync();
        await Evidence.GetBlobClient(BlobName(path)).UploadAsync(BinaryData.FromBytes(content), overwrite: true);
    }

    /// <summary>Uploads a file and lets its event come.</summary>
    public Task HandInAsync(string path, string content) => HandInAsync(path, Encoding.UTF8.GetBytes(content));

    public async Task HandInAsync(string path, byte[] content)
    {
        await UploadAsync(path, content);
        await CreatedAsync(path);
    }

    public async Task RemoveAsync(string path)
    {
        await Evidence.DeleteBlobAsync(BlobName(path));
        await DeletedAsync(path);
    }

    public async Task RemoveSilentlyAsync(string path) => await Evidence.DeleteBlobAsync(BlobName(path));

    public Task CreatedAsync(string path) => TellAsync(Events.EventGrid(Address(path)));

    public Task DeletedAsync(string path) => TellAsync(Events.EventGrid(Address(path), "Microsoft.Storage.BlobDeleted", "DeleteBlob"));

    public Uri Address(string path) => Evidence.GetBlobClient(BlobName(path)).Uri;

    public string StatusAddress => $"/api/facilities/{id}/status";

    public string DocumentsAddress => $"/api/facilities/{id}/documents";

    public async Task<JsonNode> GetAsync(string address)
    {
        using var response = await app.GetAsync(address, Token);
        response.EnsureSuccessStatusCode();
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    public Task<JsonNode> StatusAsync() => GetAsync(StatusAddress);

    /// <summary>The status as soon as something holds of it.</summary>
    public Task<JsonNode> StatusAsync(Func<JsonNode, bool> holds) => Eventually.GetAsync(StatusAsync, holds);

    /// <summary>The document at a path with its tags, as the app gives it.</summary>
    public Task<JsonNode> DocumentAsync(string path) => GetAsync($"{DocumentsAddress}/{KeyOf(path)}");

    public async Task<IReadOnlyList<TableEntity>> RowsAsync(string prefix, string? partition = null)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in Table.QueryAsync(TableClient.CreateQueryFilter(
            $"PartitionKey eq {partition ?? id} and RowKey ge {prefix} and RowKey lt {prefix + "~"}")))
        {
            rows.Add(row);
        }

        return rows;
    }

    public async Task WriteAsync(TableEntity row) => await Table.UpsertEntityAsync(row, TableUpdateMode.Replace);

    /// <summary>The texts that are kept of the document at a path.</summary>
    public async Task<IReadOnlyList<string>> TextsAsync(string path)
    {
        var names = new List<string>();
        await foreach (var blob in Texts.GetBlobsAsync(prefix: $"{id}/{KeyOf(path)}/"))
        {
            names.Add(blob.Name);
        }

        return names;
    }

    private async Task TellAsync(string message)
    {
        using var response = await app.InvokeAsync("ProcessEvidence", message);
        Assert.True(response.IsSuccessStatusCode, $"{response.StatusCode}: {app.Output}");
    }
}
