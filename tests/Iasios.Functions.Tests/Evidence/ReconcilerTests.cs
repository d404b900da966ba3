using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Storage.Queues;
using Iasios.Core.Evidence;
using Iasios.Functions.Tests.Support;
using Iasios.Storage.Tables;

namespace Iasios.Functions.Tests.Evidence;

/// <summary>Without any event: what the timer finds by itself, through the queue.</summary>
[Collection(nameof(UsesTimers))]
public sealed class ReconcilerTests(Timers timers)
{
    private QueueClient Queue => timers.Account.Queues.GetQueueClient("evidence-events");

    [Theory]
    [InlineData("timer.json")]
    [InlineData("timer-no-monitor.json")]
    public async Task A_recorded_timer_call_runs(string file)
    {
        using var response = await timers.App.PostAsync(
            "ReconcileEvidence",
            await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "invocation-samples", file)));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.IsType<JsonObject>(JsonNode.Parse(await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task A_new_document_is_waiting_at_first_and_found_after_its_message()
    {
        var hospital = timers.NewHospital();
        await hospital.UploadAsync("policy.txt", Hospital.SedationPolicy);

        var asked = await ReconcileAsync(hospital);
        Assert.Equal([hospital.BlobName("policy.txt")], asked);
        Assert.Equal(1, (int?)(await hospital.StatusAsync())["documents"]!["byProcessing"]!["waiting"]);
        await ProcessAsync(asked);

        await hospital.StatusAsync(seen => IngestionTests.State(seen, "8c") == "found");
    }

    [Fact]
    public async Task A_document_is_asked_for_once_in_ten_minutes()
    {
        var hospital = timers.NewHospital();
        await hospital.UploadAsync("policy.txt", Hospital.SedationPolicy);

        Assert.Single(await ReconcileAsync(hospital));
        Assert.Empty(await ReconcileAsync(hospital));
        Assert.Empty(await ReconcileAsync(hospital));
    }

    [Fact]
    public async Task What_is_up_to_date_is_not_asked_for()
    {
        var hospital = timers.NewHospital();
        await hospital.HandInAsync("policy.txt", Hospital.SedationPolicy);

        Assert.Empty(await ReconcileAsync(hospital));
    }

    [Fact]
    public async Task A_changed_and_a_deleted_document_are_followed_each_time()
    {
        var hospital = timers.NewHospital();
        await hospital.HandInAsync("policy.txt", Hospital.Menu);

        for (var round = 1; round <= 2; round++)
        {
            await hospital.UploadAsync("policy.txt", $"{Hospital.SedationPolicy}\nRound {round}");
            await ProcessAsync(await ReconcileAsync(hospital));
            await hospital.StatusAsync(seen => IngestionTests.State(seen, "8c") == "found");

            await hospital.RemoveSilentlyAsync("policy.txt");
            await ProcessAsync(await ReconcileAsync(hospital));
            await hospital.StatusAsync(seen => IngestionTests.State(seen, "8c") == "missing");
        }
    }

    [Fact]
    public async Task A_failed_document_is_asked_for_again_when_its_time_has_come_and_waits_longer_each_time()
    {
        var hospital = timers.NewHospital();
        await hospital.UploadAsync("policy.txt", Hospital.SedationPolicy);
        await ReconcileAsync(hospital);
        await PoisonAsync(hospital, "policy.txt");
        var first = await FailureAsync(hospital);

        await AskedAgainAsync(hospital);
        await PoisonAsync(hospital, "policy.txt");
        var second = await FailureAsync(hospital);

        Assert.Equal((1, 2), (first.Attempts, second.Attempts));
        Assert.InRange(second.Next - second.At, TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(2.5));
        await AskedAgainAsync(hospital);
        await hospital.CreatedAsync("policy.txt");
        Assert.Equal("processed", (string?)(await hospital.DocumentAsync("policy.txt"))["document"]!["processing"]);
    }

    [Fact]
    public async Task Files_that_are_passed_over_by_rule_are_counted()
    {
        var hospital = timers.NewHospital();
        foreach (var path in new[] { "Thumbs.db", "a/.DS_Store", "a/~$policy.docx", "a/" })
        {
            await hospital.UploadAsync(path, "left behind");
        }

        Assert.Empty(await ReconcileAsync(hospital));

        Assert.Equal(4, (int?)(await hospital.StatusAsync())["documents"]!["ignored"]);
    }

    [Fact]
    public async Task A_mark_that_a_dead_process_left_behind_is_worked_off()
    {
        var hospital = timers.NewHospital();
        await hospital.HandInAsync("policy.txt", Hospital.SedationPolicy);
        await hospital.StatusAsync(seen => IngestionTests.State(seen, "8c") == "found");
        await Eventually.GetAsync(() => hospital.RowsAsync("Q|"), rows => rows.Count == 0);
        await hospital.WriteAsync(new TableEntity(hospital.Id, "Q|dirty") { ["V"] = 1, ["OperationId"] = "of a process that died" });

        await ReconcileAsync(hospital);

        Assert.Empty(await hospital.RowsAsync("Q|"));
    }

    [Fact]
    public async Task A_document_of_an_unknown_facility_is_unassigned_while_there_are_no_settings()
    {
        var hospital = new Hospital(timers.App, timers.Account, "late-clinic");
        await hospital.HandInAsync("policy.txt", Hospital.SedationPolicy);
        var unassigned = Assert.Single(await UnassignedAsync(hospital));
        Assert.Equal("Attention", unassigned.GetString("Processing"));
        Assert.Empty(await hospital.TextsAsync("policy.txt"));

        await Hospital.RegisterAsync(timers.Account, hospital.Id);
        await Eventually.GetAsync(() => timers.App.GetAsync(hospital.StatusAddress, hospital.Token), response => response.IsSuccessStatusCode);
        await ProcessAsync(await ReconcileAsync(hospital));

        await hospital.StatusAsync(seen => IngestionTests.State(seen, "8c") == "found");
        Assert.Equal("Deleted", Assert.Single(await UnassignedAsync(hospital)).GetString("Processing"));

        await Hospital.UnregisterAsync(timers.Account, hospital.Id);
        await ProcessAsync(await Eventually.GetAsync(() => ReconcileAsync(hospital), asked => asked.Count > 0));
        Assert.Equal("Attention", Assert.Single(await UnassignedAsync(hospital)).GetString("Processing"));
    }

    [Theory]
    [InlineData("loose.txt")]
    [InlineData("/behind-a-slash.txt")]
    public async Task A_file_in_no_folder_is_found_and_shown_as_unassigned(string name)
    {
        var evidence = timers.Account.Blobs.GetBlobContainerClient("evidence");
        await evidence.GetBlobClient(name).UploadAsync(BinaryData.FromString(Hospital.SedationPolicy), overwrite: true);

        var asked = (await ReconcileAllAsync()).Where(blob => blob == name).ToList();
        await ProcessAsync(asked);

        Assert.Single(asked);
        using var ready = await timers.App.GetAsync("/api/health/ready");
        Assert.True((int?)JsonNode.Parse(await ready.Content.ReadAsStringAsync())!["unassignedDocuments"] is not null);
        var row = await timers.Account.Tables.GetTableClient("coverage").GetEntityAsync("~unassigned", $"D|{DocumentKey.For(name)}");
        Assert.Equal("Attention", row.Value.GetString("Processing"));
    }

    private static Task<IReadOnlyList<TableEntity>> UnassignedAsync(Hospital hospital) =>
        hospital.RowsAsync($"D|{hospital.KeyOf("policy.txt")}", "~unassigned");

    private async Task AskedAgainAsync(Hospital hospital) => Assert.Single(await Eventually.GetAsync(() => ReconcileAsync(hospital), asked => asked.Count > 0));

    private async Task PoisonAsync(Hospital hospital, string path)
    {
        using var response = await timers.App.InvokeAsync("EvidenceFailed", Events.Own(hospital.BlobName(path)));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private static async Task<(int? Attempts, DateTimeOffset Next, DateTimeOffset At)> FailureAsync(Hospital hospital)
    {
        var row = Assert.Single(await hospital.RowsAsync("D|"));
        return (row.GetInt32("Attempts"), row.GetDateTimeOffset("NextAttempt")!.Value, row.Timestamp!.Value);
    }

    private async Task ProcessAsync(IEnumerable<string> blobNames)
    {
        foreach (var blobName in blobNames)
        {
            using var response = await timers.App.InvokeAsync("ProcessEvidence", Events.Own(blobName));
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    private async Task<IReadOnlyList<string>> ReconcileAsync(Hospital hospital) =>
        [.. (await ReconcileAllAsync()).Where(blob => blob.StartsWith(hospital.BlobName(""), StringComparison.Ordinal))];

    // Runs the timer and takes what it wrote from the queue: the names of the blobs that it asks to look at.
    private async Task<IReadOnlyList<string>> ReconcileAllAsync()
    {
        using var response = await timers.App.TickAsync("ReconcileEvidence");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var names = new List<string>();
        while ((await Queue.ReceiveMessagesAsync(32)).Value is { Length: > 0 } messages)
        {
            foreach (var message in messages)
            {
                names.Add((string)JsonNode.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(message.MessageText)))!["blob"]!);
                await Queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
            }
        }

        return names;
    }
}
