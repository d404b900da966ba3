using System.Text.Json.Nodes;
using Iasios.TestSupport;

namespace Iasios.EndToEnd.Tests;

/// <summary>The app or the local host is killed in the middle of the samples; the outcome is the same as without.</summary>
public sealed class CrashTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Killing_the_app_during_ingestion_changes_nothing_in_the_end()
    {
        await using var product = await RunningProduct.StartAsync();
        var ingestion = product.UploadFolderAsync(Repository.Samples);
        await product.StatusAsync(status => RunningProduct.Filed(status) > 0, Minute);
        ProcessTable.Kill(product.HandlerProcess);
        await ingestion;

        await AssertUndisturbedAsync(product);
    }

    [Fact]
    public async Task Killing_the_local_host_during_ingestion_changes_nothing_in_the_end()
    {
        await using var product = await RunningProduct.StartAsync();
        var ingestion = product.UploadFolderAsync(Repository.Samples);
        await product.StatusAsync(status => RunningProduct.Filed(status) > 0, Minute);
        var handler = product.HandlerProcess;
        await product.KillHostAsync();
        await ingestion;

        Assert.False(ProcessTable.IsRunning(handler), "The app outlived the local host.");
        await AssertUndisturbedAsync(product);
    }

    [Fact]
    public async Task Without_any_event_the_reconciler_finds_everything_in_two_runs()
    {
        await using var product = await RunningProduct.StartAsync(events: false);
        await product.UploadFolderAsync(Repository.Samples);

        await AssertUndisturbedAsync(product);
    }

    private static async Task AssertUndisturbedAsync(RunningProduct product)
    {
        var files = Directory.GetFiles(Repository.Samples, "*", SearchOption.AllDirectories).Length;
        var status = await product.StatusAsync(status => RunningProduct.Filed(status) == files && Waiting(status) == 0, Minute);

        Assert.Equal(await Undisturbed.Value, Essence(status));
        Assert.Equal(files, (await product.TryDocumentsAsync())!["documents"]!.AsArray().Count);
    }

    private static readonly Lazy<Task<string>> Undisturbed = new(async () =>
    {
        await using var product = await RunningProduct.StartAsync();
        await product.UploadFolderAsync(Repository.Samples);
        var files = Directory.GetFiles(Repository.Samples, "*", SearchOption.AllDirectories).Length;
        return Essence(await product.StatusAsync(status => RunningProduct.Filed(status) == files && Waiting(status) == 0, Minute));
    });

    private static int Waiting(JsonObject status) => (int?)status["documents"]!["byProcessing"]!["waiting"] ?? 0;

    // Everything but times, and the order in which documents were handed in.
    private static string Essence(JsonObject status)
    {
        var forPerson = status["documents"]!["needPerson"]!.AsArray()
            .Select(document => $"{document!["name"]}: {document["reason"]}")
            .Order(StringComparer.Ordinal);
        return string.Join('\n', [status["standards"]!.ToJsonString(), status["verdict"]!.ToJsonString(), .. forPerson]);
    }
}
