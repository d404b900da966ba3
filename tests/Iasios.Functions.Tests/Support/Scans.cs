using System.Collections.Immutable;
using System.Net;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs.Specialized;
using Azure.Storage.Queues;
using Iasios.Storage;
using Iasios.TestSupport;

namespace Iasios.Functions.Tests.Support;

/// <summary>
/// An emulator, a scan of eight pages, and an app that pauses after a second, so that the scan takes several invocations.
/// The tests play the host: what lies in the event queue is invoked by them.
/// </summary>
public sealed class Scans : IAsyncLifetime
{
    private const int Facilities = 8;
    private readonly AzuriteFixture azurite = new();
    private App? app;
    private int given;

    /// <summary>A word that stands on one page only.</summary>
    internal static ImmutableArray<string> Marks { get; } = ["monitor", "capnography", "naloxone", "oximeter", "midazolam", "recovery", "consent", "oxygen"];

    /// <summary>A scan with a page for each mark.</summary>
    internal byte[] Scan { get; private set; } = [];

    internal App App => app ?? throw new InvalidOperationException("The app has not been started.");

    internal StorageAccount Account => azurite.Account;

    private QueueClient Events => Account.Queues.GetQueueClient("evidence-events");

    internal ScannedDocument NewDocument() => Interlocked.Increment(ref given) is var number && number <= Facilities
        ? DocumentOf(App, NameOf(number))
        : throw new InvalidOperationException("There are more tests than facilities.");

    internal ScannedDocument DocumentOf(App running, string facility) => new(this, running, new(running, Account, facility));

    internal async Task<App> StartAppAsync(string pause = "00:00:01") => await App.StartAsync(azurite.ConnectionString, ("Invocation__Pause", pause));

    /// <summary>Takes the message that asks to look at a blob out of the queue; false when there is none.</summary>
    internal async Task<bool> TryTakeMessageAsync(string blobName)
    {
        foreach (var message in (await Events.ReceiveMessagesAsync(maxMessages: 32, visibilityTimeout: TimeSpan.FromSeconds(1))).Value)
        {
            var content = JsonNode.Parse(Convert.FromBase64String(message.MessageText))!;
            if ((string?)content["blob"] == blobName)
            {
                await Events.DeleteMessageAsync(message.MessageId, message.PopReceipt);
                return true;
            }

            await Events.UpdateMessageAsync(message.MessageId, message.PopReceipt, visibilityTimeout: TimeSpan.Zero);
        }

        return false;
    }

    public async Task InitializeAsync()
    {
        var drawing = ScannedPdf.OfAsync([.. Marks.Select(mark => Page(mark))]);
        await azurite.InitializeAsync();
        await Task.WhenAll(Enumerable.Range(1, Facilities).Select(number => Hospital.RegisterAsync(Account, NameOf(number))));
        await Account.Blobs.GetBlobContainerClient("text").CreateIfNotExistsAsync();
        Scan = await drawing;
        app = await StartAppAsync();
    }

    public async Task DisposeAsync()
    {
        if (app is not null)
        {
            await app.DisposeAsync();
        }

        await azurite.DisposeAsync();
    }

    private static string Page(string mark) =>
        $"Chapter on {mark}\n{string.Join('\n', Enumerable.Range(1, 10).Select(step => $"Step {step}: before the procedure the nurse looks at the {mark} again"))}";

    private static string NameOf(int number) => FormattableString.Invariant($"scans-{number:D2}");
}

/// <summary>A scan in the folder of a hospital of its own.</summary>
internal sealed class ScannedDocument(Scans scans, App app, Hospital hospital)
{
    public const string Path = "policies/sedation.pdf";

    public Hospital Hospital => hospital;

    public Task UploadAsync() => hospital.UploadAsync(Path, scans.Scan);

    /// <summary>Lets an invocation work.</summary>
    public async Task InvokeAsync()
    {
        using var response = await app.InvokeAsync("ProcessEvidence", Events.EventGrid(hospital.Address(Path)));
        Assert.True(response.StatusCode == HttpStatusCode.OK, app.Output);
    }

    public Task<bool> TryTakeMessageAsync() => scans.TryTakeMessageAsync(hospital.BlobName(Path));

    /// <summary>Lets invocations work as long as each asks for another one.</summary>
    /// <param name="afterEach">Looks at what an invocation left behind.</param>
    /// <returns>Their number.</returns>
    public async Task<int> InvokeToTheEndAsync(Func<Task>? afterEach = null)
    {
        var turns = 0;
        do
        {
            await InvokeAsync();
            turns++;
            await (afterEach?.Invoke() ?? Task.CompletedTask);
        }
        while (await TryTakeMessageAsync());

        return turns;
    }

    /// <summary>The document as the app gives it.</summary>
    public async Task<JsonNode> SeenAsync() => (await hospital.DocumentAsync(Path))["document"]!;

    public async Task<int?> PagesDoneAsync() => (int?)(await SeenAsync())["progress"]?["pagesDone"];

    /// <summary>The numbers of the recognised pages that are kept, in the order in which they came.</summary>
    public async Task<IReadOnlyList<int>> RecognisedAsync()
    {
        var name = (await hospital.TextsAsync(Path)).SingleOrDefault(text => text.EndsWith(".pages", StringComparison.Ordinal));
        return name is null ? [] :
        [
            .. (await Pages(name).DownloadContentAsync()).Value.Content.ToString()
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => (int)JsonNode.Parse(line)!["page"]!["number"]!),
        ];
    }

    public async Task<AppendBlobClient> PagesBlobAsync() => Pages(Assert.Single(await hospital.TextsAsync(Path)));

    /// <summary>Each page's text once, in order, and nothing left over.</summary>
    public async Task AssertFiledAsync()
    {
        var document = await SeenAsync();
        Assert.NotEqual("waiting", (string?)document["processing"]);
        Assert.Equal("read", (string?)document["outcome"]);
        Assert.Null(document["progress"]);
        Assert.Empty(await hospital.RowsAsync("P|"));
        Assert.EndsWith(".json.gz", Assert.Single(await hospital.TextsAsync(Path)), StringComparison.Ordinal);
        for (var page = 1; page <= Scans.Marks.Length; page++)
        {
            var text = await TextAsync(page);
            Assert.Equal([Scans.Marks[page - 1]], Scans.Marks.Where(mark => text.Contains(mark, StringComparison.Ordinal)));
        }
    }

    private async Task<string> TextAsync(int page)
    {
        var text = await hospital.GetAsync($"{hospital.DocumentsAddress}/{hospital.KeyOf(Path)}/text?page={page}");
        Assert.Equal(Enumerable.Range(1, Scans.Marks.Length), text["pages"]!.AsArray().Select(number => (int)number!));
        return string.Concat(text["segments"]!.AsArray().Select(segment => (string?)segment!["text"]));
    }

    private AppendBlobClient Pages(string name) => scans.Account.Blobs.GetBlobContainerClient("text").GetAppendBlobClient(name);
}
