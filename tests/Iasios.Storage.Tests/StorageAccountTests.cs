using Azure.Storage;
using Azure.Storage.Blobs.Models;
using Iasios.TestSupport;
using Microsoft.Extensions.Configuration;

namespace Iasios.Storage.Tests;

[Collection(nameof(UsesAzurite))]
public sealed class StorageAccountTests(AzuriteFixture azurite)
{
    private const string Name = "EvidenceStorage";

    [Fact]
    public async Task A_connection_string_opens_blobs_queues_and_tables()
    {
        var account = Configured((Name, azurite.ConnectionString));
        var container = account.Blobs.GetBlobContainerClient($"c{Guid.NewGuid():N}");
        var queue = account.Queues.GetQueueClient($"q{Guid.NewGuid():N}");

        await container.CreateAsync();
        await container.UploadBlobAsync("st-anna/8c/record.txt", BinaryData.FromString("checked"));
        await queue.CreateAsync();
        await queue.SendMessageAsync("{}");
        await account.Tables.GetTableClient($"t{Guid.NewGuid():N}").CreateIfNotExistsAsync();

        Assert.True(await container.GetBlobClient("st-anna/8c/record.txt").ExistsAsync());
        Assert.Equal("{}", (await queue.ReceiveMessageAsync()).Value.MessageText);
    }

    [Theory]
    [InlineData(StorageChecksumAlgorithm.MD5)]
    [InlineData(StorageChecksumAlgorithm.StorageCrc64)]
    public async Task What_goes_to_a_blob_can_be_checked_with_a_checksum(StorageChecksumAlgorithm algorithm)
    {
        var container = azurite.Account.Blobs.GetBlobContainerClient($"c{Guid.NewGuid():N}");
        await container.CreateAsync();
        var blob = container.GetBlobClient("record.txt");

        await blob.UploadAsync(
            BinaryData.FromString("checked").ToStream(),
            new BlobUploadOptions { TransferValidation = new() { ChecksumAlgorithm = algorithm } });

        Assert.Equal("checked", (await blob.DownloadContentAsync()).Value.Content.ToString());
    }

    [Fact]
    public void The_emulator_has_a_short_connection_string()
    {
        var account = Configured((Name, "UseDevelopmentStorage=true"));

        Assert.Equal(new Uri("http://127.0.0.1:10000/devstoreaccount1"), account.Blobs.Uri);
        Assert.Equal(new Uri("http://127.0.0.1:10001/devstoreaccount1"), account.Queues.Uri);
        Assert.Equal(new Uri("http://127.0.0.1:10002/devstoreaccount1"), account.Tables.Uri);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("managedidentity", null)]
    [InlineData("ManagedIdentity", "6a5c0e1c-0d3c-4c57-9a52-6c0c0b7c8a11")]
    public void Three_addresses_are_opened_with_an_identity(string? credential, string? clientId)
    {
        var account = Configured(
            ($"{Name}:blobServiceUri", "https://evidence.blob.core.windows.net"),
            ($"{Name}:queueServiceUri", "https://evidence.queue.core.windows.net"),
            ($"{Name}:tableServiceUri", "https://evidence.table.core.windows.net"),
            ($"{Name}:credential", credential),
            ($"{Name}:clientId", clientId));

        Assert.Equal("evidence", account.Blobs.AccountName);
        Assert.Equal("evidence", account.Queues.AccountName);
        Assert.Equal(new Uri("https://evidence.table.core.windows.net"), account.Tables.Uri);
    }

    [Fact]
    public void A_missing_connection_is_named_with_both_ways_to_set_it()
    {
        var fault = Assert.Throws<InvalidOperationException>(() => Configured());

        Assert.Contains("set 'EvidenceStorage'", fault.Message, StringComparison.Ordinal);
        Assert.Contains("'EvidenceStorage__blobServiceUri'", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("queue")]
    [InlineData("table")]
    public void A_missing_address_is_named(string missing)
    {
        var fault = Assert.Throws<InvalidOperationException>(() => Configured(
            ($"{Name}:blobServiceUri", "https://evidence.blob.core.windows.net"),
            ($"{Name}:{(missing == "queue" ? "table" : "queue")}ServiceUri", "https://evidence.other.core.windows.net")));

        Assert.Contains($"'EvidenceStorage__{missing}ServiceUri'", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("blobServiceUri", "http://evidence.blob.core.windows.net")]
    [InlineData("blobServiceUri", "evidence")]
    [InlineData("credential", "password")]
    public void A_wrong_setting_is_named(string setting, string value)
    {
        var fault = Assert.Throws<InvalidOperationException>(() => Configured(($"{Name}:{setting}", value)));

        Assert.Contains($"'EvidenceStorage__{setting}'", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no connection string")]
    [InlineData("AccountName=evidence;AccountKey=secret-and-not-base64")]
    [InlineData("DefaultEndpointsProtocol=https;AccountKey=c2VjcmV0")]
    public void A_wrong_connection_string_is_refused_without_repeating_it(string connectionString)
    {
        var fault = Assert.Throws<InvalidOperationException>(() => Configured((Name, connectionString)));

        Assert.Contains("'EvidenceStorage'", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", fault.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", fault.ToString(), StringComparison.Ordinal);
    }

    private static StorageAccount Configured(params (string Key, string? Value)[] settings) =>
        StorageAccount.FromConfiguration(
            new ConfigurationBuilder()
                .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value)))
                .Build(),
            Name);
}
