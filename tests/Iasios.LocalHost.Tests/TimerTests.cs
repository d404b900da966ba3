using System.Globalization;
using System.Text.Json;
using Azure.Storage.Blobs;
using Iasios.LocalHost.Tests.Running;

namespace Iasios.LocalHost.Tests;

public sealed class TimerTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private const string EverySecond = "* * * * * *";
    private const string EveryNight = "0 0 3 * * *";

    [Fact]
    public async Task A_timer_of_seconds_fires_by_its_schedule_in_the_recorded_envelope()
    {
        using var app = new TestApp(azurite).WithTimer("Timer1", EverySecond);
        await using var host = await HostProcess.StartAsync(app);

        var sent = await app.UntilInvokedAsync(3);

        Assert.Equal(Shape.OfSample("timer-no-monitor.json"), Shape.Of(sent[0].Envelope));
        var times = sent.Select(entry => entry.At.ToUnixTimeSeconds()).ToList();
        Assert.Equal(times.Distinct(), times);
    }

    [Fact]
    public async Task A_timer_of_minutes_runs_on_startup_and_keeps_its_state()
    {
        using var app = new TestApp(azurite).WithTimer(
            "TimerLong", "00:03:00", ""","runOnStartup":true""", ""","retry":{"strategy":"fixedDelay","maxRetryCount":2,"delayInterval":"00:00:02"}""");
        await using var host = await HostProcess.StartAsync(app);

        var sent = Assert.Single(await app.UntilInvokedAsync(1));

        Assert.Equal(Shape.OfSample("timer.json"), Shape.Of(sent.Envelope));
        await Eventually.BeAsync(async () => (await StatusAsync(app)).Last > DateTimeOffset.UnixEpoch, () => "The run was not kept.");
        var status = await StatusAsync(app);
        Assert.Equal(TimeSpan.FromMinutes(3), status.Next - status.Last);
    }

    [Fact]
    public async Task A_missed_run_is_made_up_for_once()
    {
        using var app = new TestApp(azurite).WithTimer("TimerLong", EveryNight);
        var missed = Days(-2).AddHours(3);
        await WriteStatusAsync(app, new(missed, missed.AddDays(1), missed));

        await using (var host = await HostProcess.StartAsync(app))
        {
            var sent = Assert.Single(await app.UntilInvokedAsync(1));
            Assert.True(sent.Data["IsPastDue"]!.GetValue<bool>());
            await Eventually.BeAsync(async () => (await StatusAsync(app)).Last > missed, () => "The run was not kept.");
            Assert.Equal(0, await host.StopAsync());
        }

        await using var second = await HostProcess.StartAsync(app);
        await second.UntilLoggedAsync("TimerLong runs next");
        Assert.Single(app.ReadDiary());
    }

    [Fact]
    public async Task Under_a_changed_schedule_nothing_was_missed()
    {
        using var app = new TestApp(azurite).WithTimer("TimerLong", EveryNight);
        var missed = Days(-2).AddHours(4);
        await WriteStatusAsync(app, new(missed, missed.AddDays(1), missed));

        await using var host = await HostProcess.StartAsync(app);

        await host.UntilLoggedAsync("TimerLong runs next");
        Assert.True((await StatusAsync(app)).Next > TimeProvider.System.GetUtcNow());
        Assert.Empty(app.ReadDiary());
    }

    [Fact]
    public async Task A_failed_run_is_tried_again_under_the_same_id()
    {
        using var app = new TestApp(azurite).WithTimer(
            "FailingTimer", EveryNight, ""","runOnStartup":true""", ""","retry":{"strategy":"exponentialBackoff","maxRetryCount":2,"minimumInterval":"00:00:00.2","maximumInterval":"00:00:01"}""");
        await using var host = await HostProcess.StartAsync(app);

        var sent = await app.UntilInvokedAsync(3);
        await Eventually.BeAsync(async () => (await StatusAsync(app)).Last > DateTimeOffset.UnixEpoch, () => "The run did not end.");

        Assert.Equal(3, app.ReadDiary().Count);
        Assert.Single(sent.Select(entry => entry.Headers["X-Azure-Functions-InvocationId"]).Distinct());
        Assert.Equal([0, 1, 2], sent.Select(entry => entry.Metadata["RetryContext"]!["RetryCount"]!.GetValue<int>()));
        Assert.True(sent[2].At - sent[1].At >= TimeSpan.FromSeconds(0.4));
    }

    [Fact]
    public async Task A_run_never_overlaps_the_one_before()
    {
        using var app = new TestApp(azurite).WithTimer("SlowTimer", EverySecond);
        await using var host = await HostProcess.StartAsync(app);

        var starts = (await app.UntilInvokedAsync(3)).Select(entry => entry.At).ToList();

        Assert.All(starts.Zip(starts.Skip(1)), pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromSeconds(1.5)));
    }

    [Fact]
    public async Task Of_two_hosts_one_runs_the_timer_and_the_other_takes_over_when_it_dies()
    {
        using var app = new TestApp(azurite).WithTimer("Timer1", EverySecond);
        await using var first = await HostProcess.StartAsync(app);
        await app.UntilInvokedAsync(1);
        await using var second = await HostProcess.StartAsync(app);

        var before = await app.UntilInvokedAsync(6);
        first.Kill();
        await Eventually.BeAsync(() => app.ReadDiary().Select(sent => sent.ProcessId).Distinct().Count() == 2, () => "Nobody took over.");

        Assert.Single(before.Select(sent => sent.ProcessId).Distinct());
        var times = before.Select(sent => sent.At.ToUnixTimeSeconds()).ToList();
        Assert.Equal(times.Distinct(), times);
    }

    [Fact]
    public async Task A_stopped_host_hands_the_timer_over_at_once()
    {
        using var app = new TestApp(azurite).WithTimer("Timer1", EverySecond);
        await using var first = await HostProcess.StartAsync(app);
        await app.UntilInvokedAsync(1);
        await using var second = await HostProcess.StartAsync(app);

        await first.StopAsync();
        var stopped = TimeProvider.System.GetUtcNow();
        await Eventually.BeAsync(() => app.ReadDiary()[^1].At > stopped, () => "Nobody took over.");

        Assert.True(app.ReadDiary().First(sent => sent.At > stopped).At - stopped < TimeSpan.FromSeconds(10));
    }

    private static DateTimeOffset Days(int fromToday) =>
        new(TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddDays(fromToday), TimeSpan.Zero);

    private BlobClient StatusBlob(TestApp app) => azurite.Account.Blobs.GetBlobContainerClient("azure-webjobs-hosts")
        .GetBlobClient(string.Create(CultureInfo.InvariantCulture, $"timers/{app.HostId}/Host.Functions.{Path.GetFileName(Directory.GetDirectories(app.Folder).Single())}/status"));

    private async Task<Status> StatusAsync(TestApp app) => (await StatusBlob(app).DownloadContentAsync()).Value.Content.ToObjectFromJson<Status>()!;

    private async Task WriteStatusAsync(TestApp app, Status status)
    {
        await azurite.Account.Blobs.GetBlobContainerClient("azure-webjobs-hosts").CreateIfNotExistsAsync();
        await StatusBlob(app).UploadAsync(BinaryData.FromString(JsonSerializer.Serialize(status)));
    }

    private sealed record Status(DateTimeOffset Last, DateTimeOffset Next, DateTimeOffset LastUpdated);
}
