using Azure.Storage.Blobs.Specialized;
using Iasios.Functions.Tests.Support;
using Iasios.TestSupport;

namespace Iasios.Functions.Tests.Evidence;

/// <summary>A scan that takes several invocations.</summary>
public sealed class LongDocumentTests(Scans scans) : IClassFixture<Scans>
{
    [Fact]
    public async Task A_scan_is_read_in_several_invocations_that_neither_lose_nor_repeat_a_page()
    {
        var document = scans.NewDocument();
        await document.UploadAsync();
        List<int?> shown = [];
        IReadOnlyList<int> recognised = [];

        var turns = await document.InvokeToTheEndAsync(async () =>
        {
            if (await document.RecognisedAsync() is { Count: > 0 } now)
            {
                Assert.Equal(recognised, now.Take(recognised.Count));
                recognised = now;
                shown.Add(await document.PagesDoneAsync());
                Assert.Equal(now.Count, shown[^1]);
                Assert.Equal("waiting", (string?)(await document.SeenAsync())["processing"]);
            }
        });

        Assert.InRange(turns, 2, Scans.Marks.Length + 1);
        Assert.Equal(Enumerable.Range(1, recognised.Count), recognised);
        Assert.Equal(shown.Distinct().Order(), shown);
        await document.AssertFiledAsync();
        Assert.Equal(["filed"], (await document.Hospital.RowsAsync("A|")).Select(row => row.GetString("Action")));
    }

    [Fact]
    public async Task How_far_a_document_has_come_stands_in_the_list_and_on_the_dashboard()
    {
        var document = scans.NewDocument();
        await document.UploadAsync();
        await document.InvokeAsync();
        var done = await document.PagesDoneAsync();

        var listed = (await document.Hospital.GetAsync(document.Hospital.DocumentsAddress))["documents"]![0]!;
        Assert.Equal(done, (int?)listed["progress"]!["pagesDone"]);
        Assert.Equal(Scans.Marks.Length, (int?)listed["progress"]!["pages"]);
        var key = document.Hospital.KeyOf(ScannedDocument.Path);
        foreach (var page in new[] { "documents", $"documents/{key}" })
        {
            using var response = await scans.App.GetAsync($"/api/dashboard/{document.Hospital.Id}/{page}", document.Hospital.Token);
            Assert.Contains($"{done} of {Scans.Marks.Length} pages", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Two_messages_at_once_recognise_no_page_twice()
    {
        var document = scans.NewDocument();
        await document.UploadAsync();

        await Task.WhenAll(document.InvokeAsync(), document.InvokeAsync());
        var recognised = await document.RecognisedAsync();
        while (await document.TryTakeMessageAsync())
        {
            await document.InvokeAsync();
        }

        Assert.Equal(Enumerable.Range(1, recognised.Count), recognised);
        await document.AssertFiledAsync();
        Assert.Single(await document.Hospital.RowsAsync("A|"));
    }

    [Fact]
    public async Task A_message_leaves_a_document_to_whoever_is_reading_it()
    {
        var document = scans.NewDocument();
        await document.UploadAsync();
        await document.InvokeAsync();
        Assert.True(await document.TryTakeMessageAsync());
        var recognised = await document.RecognisedAsync();
        var elsewhere = (await document.PagesBlobAsync()).GetBlobLeaseClient();
        await elsewhere.AcquireAsync(BlobLeaseClient.InfiniteLeaseDuration);

        await document.InvokeAsync();

        Assert.Equal(recognised, await document.RecognisedAsync());
        Assert.False(await document.TryTakeMessageAsync());
        await elsewhere.ReleaseAsync();
        await document.InvokeToTheEndAsync();
        await document.AssertFiledAsync();
    }

    [Fact]
    public async Task A_new_version_drops_the_pages_of_the_old_one()
    {
        var document = scans.NewDocument();
        await document.UploadAsync();
        await document.InvokeAsync();
        Assert.NotEmpty(await document.RecognisedAsync());

        await document.Hospital.HandInAsync(ScannedDocument.Path, Hospital.Menu);

        Assert.EndsWith(".json.gz", Assert.Single(await document.Hospital.TextsAsync(ScannedDocument.Path)), StringComparison.Ordinal);
        Assert.Equal("processed", (string?)(await document.SeenAsync())["processing"]);
        Assert.Empty(await document.Hospital.RowsAsync("P|"));
    }

    [Fact]
    public async Task The_same_bytes_handed_in_again_keep_the_pages_read_so_far()
    {
        var document = scans.NewDocument();
        await document.UploadAsync();
        await document.InvokeAsync();
        var recognised = await document.RecognisedAsync();

        await document.UploadAsync();
        await document.InvokeAsync();

        Assert.Equal(recognised, (await document.RecognisedAsync()).Take(recognised.Count));
        Assert.Distinct(await document.RecognisedAsync());
        await document.InvokeToTheEndAsync();
        await document.AssertFiledAsync();
    }

    [Fact]
    public async Task Deleting_a_document_while_it_is_read_leaves_no_page()
    {
        var document = scans.NewDocument();
        await document.UploadAsync();
        var reading = document.InvokeAsync();
        await Eventually.GetAsync(document.RecognisedAsync, pages => pages.Count > 0);

        await document.Hospital.RemoveAsync(ScannedDocument.Path);
        await reading;

        Assert.Empty(await document.Hospital.TextsAsync(ScannedDocument.Path));
        Assert.Empty(await document.Hospital.RowsAsync("P|"));
    }

    [Fact]
    public async Task Killing_the_app_costs_only_the_page_it_was_at()
    {
        const string Facility = "scans-08";
        var killed = await scans.StartAppAsync(pause: "00:01:00");
        var document = scans.DocumentOf(killed, Facility);
        await document.UploadAsync();
        var invocation = document.InvokeAsync();
        await Eventually.GetAsync(document.RecognisedAsync, pages => pages.Count > 1);
        ProcessTable.Kill(killed.ProcessId);
        await killed.Exited;
        await Assert.ThrowsAnyAsync<Exception>(() => invocation);
        await killed.DisposeAsync();
        var recognised = await document.RecognisedAsync();

        await using var restarted = await scans.StartAppAsync();
        var again = scans.DocumentOf(restarted, Facility);
        List<int> seen = [.. recognised];
        await again.InvokeToTheEndAsync(async () => seen = await again.RecognisedAsync() is { Count: > 0 } now ? [.. now] : seen);

        Assert.Equal(recognised, seen.Take(recognised.Count));
        Assert.Equal(Enumerable.Range(1, seen.Count), seen);
        await again.AssertFiledAsync();
    }
}
