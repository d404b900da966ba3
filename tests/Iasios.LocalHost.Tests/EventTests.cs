using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Iasios.LocalHost.Tests.Running;

namespace Iasios.LocalHost.Tests;

public sealed class EventTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private const string Name = "clinic/8c/Prüfung 1#2.pdf";

    [Fact]
    public async Task What_is_written_overwritten_and_deleted_is_announced_and_nothing_twice()
    {
        using var app = new TestApp(azurite).WithHttp("Echo", "echo");
        var container = azurite.Account.Blobs.GetBlobContainerClient(app.QueueName("evidence"));
        string[] events = ["--events", $"{container.Name}={app.QueueName("events")}"];

        await using (var host = await HostProcess.StartAsync(app, events))
        {
            await Eventually.BeAsync(async () => await container.ExistsAsync(), () => "The container was not created.");
            var first = await UploadAsync(container, "one");
            AssertEvent(await NextAsync(app), container, "Microsoft.Storage.BlobCreated", "PutBlob", first, length: 3);

            var second = await UploadAsync(container, "three");
            AssertEvent(await NextAsync(app), container, "Microsoft.Storage.BlobCreated", "PutBlob", second, length: 5);

            await container.DeleteBlobAsync(Name);
            AssertEvent(await NextAsync(app), container, "Microsoft.Storage.BlobDeleted", "DeleteBlob", second, length: 5);
            await UploadAsync(container, "again");
            await NextAsync(app);
            await host.StopAsync();
        }

        // What happened while no host ran is announced by the next one; what is known already is not.
        await container.GetBlobClient("clinic/late.txt").UploadAsync(BinaryData.FromString("late"));
        await using var next = await HostProcess.StartAsync(app, events);
        Assert.EndsWith("/blobs/clinic/late.txt", (await NextAsync(app))["subject"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(0, await app.CountAsync("events"));
    }

    [Fact]
    public async Task Without_a_memory_everything_there_is_is_announced()
    {
        using var app = new TestApp(azurite).WithHttp("Echo", "echo");
        var container = azurite.Account.Blobs.GetBlobContainerClient(app.QueueName("evidence"));
        await container.CreateAsync();
        await container.GetBlobClient("a").UploadAsync(BinaryData.FromString("a"));
        await container.GetBlobClient("b").UploadAsync(BinaryData.FromString("b"));

        await using var host = await HostProcess.StartAsync(app, "--events", $"{container.Name}={app.QueueName("events")}");

        await app.UntilCountAsync("events", 2);
    }

    private static async Task<string> UploadAsync(BlobContainerClient container, string text)
    {
        var options = new BlobUploadOptions { HttpHeaders = new() { ContentType = "application/pdf" } };
        BlobContentInfo info = await container.GetBlobClient(Name).UploadAsync(BinaryData.FromString(text), options);
        return info.ETag.ToString().Trim('"');
    }

    private static async Task<JsonNode> NextAsync(TestApp app)
    {
        await app.UntilCountAsync("events", 1);
        var message = (await app.Queue("events").ReceiveMessageAsync()).Value;
        await app.Queue("events").DeleteMessageAsync(message.MessageId, message.PopReceipt);
        return JsonNode.Parse(Convert.FromBase64String(message.MessageText))!;
    }

    private static void AssertEvent(JsonNode sent, BlobContainerClient container, string eventType, string api, string etag, int length)
    {
        Assert.True(Guid.TryParse(sent["id"]!.GetValue<string>(), out _));
        Assert.Equal(eventType, sent["eventType"]!.GetValue<string>());
        Assert.Equal($"/blobServices/default/containers/{container.Name}/blobs/{Name}", sent["subject"]!.GetValue<string>());
        Assert.EndsWith("/storageAccounts/devstoreaccount1", sent["topic"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.String, sent["eventTime"]!.GetValueKind());
        Assert.Equal("1", sent["metadataVersion"]!.GetValue<string>());
        Assert.Equal("", sent["dataVersion"]!.GetValue<string>());

        var data = sent["data"]!;
        Assert.Equal(api, data["api"]!.GetValue<string>());
        Assert.Equal("application/pdf", data["contentType"]!.GetValue<string>());
        Assert.Equal(length, data["contentLength"]!.GetValue<int>());
        Assert.Equal(etag, data["eTag"]!.GetValue<string>());
        Assert.Equal("BlockBlob", data["blobType"]!.GetValue<string>());
        Assert.EndsWith("/clinic/8c/Pr%C3%BCfung%201%232.pdf", data["url"]!.GetValue<string>(), StringComparison.OrdinalIgnoreCase);
    }
}
