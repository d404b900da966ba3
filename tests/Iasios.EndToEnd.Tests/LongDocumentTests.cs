using System.Text.Json.Nodes;
using Iasios.TestSupport;

namespace Iasios.EndToEnd.Tests;

/// <summary>A scan that takes several invocations, through the whole product.</summary>
public sealed class LongDocumentTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly string[] Marks = ["monitor", "capnography", "naloxone", "oximeter", "midazolam", "recovery"];

    [Fact]
    public async Task A_scan_is_read_to_its_end_through_a_kill_of_the_app_and_its_progress_only_grows()
    {
        await using var product = await RunningProduct.StartAsync(settings: new Dictionary<string, string> { ["Invocation__Pause"] = "00:00:01" });
        await product.UploadAsync("sedation.pdf", BinaryData.FromBytes(await ScannedPdf.OfAsync([.. Marks.Select(Page)])));
        List<int> shown = [];
        await WaitAsync(product, shown, document => Done(document) > 1);
        ProcessTable.Kill(product.HandlerProcess);

        var filed = await WaitAsync(product, shown, document => document["outcome"] is not null);

        Assert.Equal("read", (string?)filed["outcome"]);
        Assert.Equal(shown.Order(), shown);
        for (var page = 1; page <= Marks.Length; page++)
        {
            var text = (await product.TryGetAsync(RunningProduct.Facility, $"documents/{filed["id"]}/text?page={page}"))!.ToJsonString();
            Assert.Equal([Marks[page - 1]], Marks.Where(mark => text.Contains(mark, StringComparison.Ordinal)));
        }
    }

    private static string Page(string mark) =>
        $"Chapter on {mark}\n{string.Join('\n', Enumerable.Range(1, 10).Select(step => $"Step {step}: before the procedure the nurse looks at the {mark} again"))}";

    private static int? Done(JsonNode document) => (int?)document["progress"]?["pagesDone"];

    private static async Task<JsonNode> WaitAsync(RunningProduct product, List<int> shown, Func<JsonNode, bool> holds)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(start) < Patience)
        {
            if ((await product.TryDocumentsAsync())?["documents"]!.AsArray() is [{ } document])
            {
                shown.AddRange(Done(document) is { } done ? [done] : Array.Empty<int>());
                if (holds(document))
                {
                    return document;
                }
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200));
        }

        throw new TimeoutException($"The scan was not read in time. Progress: {string.Join(' ', shown)}\n{product.Output}");
    }
}
