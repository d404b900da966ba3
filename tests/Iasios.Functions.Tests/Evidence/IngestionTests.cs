using System.Text.Json.Nodes;
using Iasios.Functions.Tests.Support;

namespace Iasios.Functions.Tests.Evidence;

/// <summary>From a file in the container to the status: uploads, overwrites, moves and deletes.</summary>
[Collection(nameof(UsesProduct))]
public sealed class IngestionTests(Product product)
{
    [Theory]
    [InlineData("policies/radiation-local-rules.pdf", "11a")]
    [InlineData("policies/clinical-records-policy.pdf", "3a")]
    [InlineData("policies/event-reporting.docx", "12a")]
    [InlineData("records/2026/duty-roster-Q4-2026.xlsx", "2b")]
    public async Task A_document_is_found_for_its_code_with_its_own_words_on_their_page(string sample, string code)
    {
        var hospital = product.NewHospital();
        await hospital.HandInAsync(sample, await Sample.ReadAsync(sample));

        var status = await hospital.StatusAsync(seen => State(seen, code) == "found");
        var best = Code(status, code)["documents"]![0]!;

        Assert.Equal(sample, (string?)best["name"]);
        Assert.Equal("accepted", (string?)best["band"]);
        var quote = (string)best["quote"]!;
        Assert.InRange(quote.Length, 10, 200);
        var page = await hospital.GetAsync($"{hospital.DocumentsAddress}/{best["id"]}/text?page={best["page"]}");
        var text = string.Concat(page["segments"]!.AsArray().Select(segment => (string?)segment!["text"]));
        Assert.Contains(quote.TrimEnd('…'), text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_version_loses_the_tags_and_the_text_of_the_old_one()
    {
        var hospital = product.NewHospital();
        await hospital.HandInAsync("policy.txt", Hospital.SedationPolicy);
        await hospital.StatusAsync(seen => State(seen, "8c") == "found");
        var oldText = Assert.Single(await hospital.TextsAsync("policy.txt"));

        await hospital.HandInAsync("policy.txt", Hospital.Menu);

        await hospital.StatusAsync(seen => State(seen, "8c") == "missing");
        Assert.Empty(await hospital.RowsAsync("E|"));
        Assert.NotEqual(oldText, Assert.Single(await hospital.TextsAsync("policy.txt")));
    }

    [Fact]
    public async Task The_same_bytes_handed_in_again_keep_their_tags()
    {
        var hospital = product.NewHospital();
        await hospital.HandInAsync("policy.txt", Hospital.SedationPolicy);
        var before = await hospital.DocumentAsync("policy.txt");

        await hospital.HandInAsync("policy.txt", Hospital.SedationPolicy);
        var after = await hospital.DocumentAsync("policy.txt");

        Assert.NotEqual((string?)before["document"]!["eTag"], (string?)after["document"]!["eTag"]);
        Assert.Equal(before["tags"]!.ToJsonString(), after["tags"]!.ToJsonString());
        Assert.Equal(["filed", "handed in again"], (await hospital.RowsAsync("A|")).Select(row => row.GetString("Action")));
        Assert.Single(await hospital.TextsAsync("policy.txt"));
    }

    [Fact]
    public async Task A_moved_document_is_evidence_at_its_new_place_only()
    {
        var hospital = product.NewHospital();
        await hospital.HandInAsync("inbox/policy.txt", Hospital.SedationPolicy);
        await hospital.StatusAsync(seen => State(seen, "8c") == "found");

        await hospital.HandInAsync("policies/policy.txt", Hospital.SedationPolicy);
        await hospital.RemoveAsync("inbox/policy.txt");

        var status = await hospital.StatusAsync(seen => (int?)Code(seen, "8c")["documentCount"] == 1
            && (string?)Code(seen, "8c")["documents"]![0]!["name"] == "policies/policy.txt");
        Assert.Equal("found", State(status, "8c"));
        Assert.Empty(await hospital.TextsAsync("inbox/policy.txt"));
    }

    [Fact]
    public async Task A_deleted_document_covers_nothing_and_leaves_neither_text_nor_quotes()
    {
        var hospital = product.NewHospital();
        await hospital.HandInAsync("policy.txt", Hospital.SedationPolicy);
        await hospital.StatusAsync(seen => State(seen, "8c") == "found");

        await hospital.RemoveAsync("policy.txt");

        var status = await hospital.StatusAsync(seen => State(seen, "8c") == "missing");
        Assert.Equal(1, (int?)status["documents"]!["byProcessing"]!["deleted"]);
        Assert.Empty(await hospital.TextsAsync("policy.txt"));
        Assert.Empty(await hospital.RowsAsync("E|"));
    }

    [Fact]
    public async Task A_deleted_document_that_comes_back_counts_again()
    {
        var hospital = product.NewHospital();
        await hospital.HandInAsync("policy.txt", Hospital.SedationPolicy);
        await hospital.RemoveAsync("policy.txt");

        await hospital.HandInAsync("policy.txt", Hospital.SedationPolicy);

        var status = await hospital.StatusAsync(seen => State(seen, "8c") == "found");
        Assert.Null(status["documents"]!["byProcessing"]!["deleted"]);
        Assert.Single(await hospital.TextsAsync("policy.txt"));
    }

    [Fact]
    public async Task A_late_event_of_a_deletion_does_not_take_away_the_document_that_came_back()
    {
        var hospital = product.NewHospital();
        await hospital.HandInAsync("policy.txt", Hospital.SedationPolicy);

        await hospital.DeletedAsync("policy.txt");

        Assert.Equal("processed", (string?)(await hospital.DocumentAsync("policy.txt"))["document"]!["processing"]);
    }

    [Fact]
    public async Task Two_hospitals_never_see_each_others_documents()
    {
        var one = product.NewHospital();
        var other = product.NewHospital();
        await one.HandInAsync("policy.txt", Hospital.SedationPolicy);
        await other.HandInAsync("menu.txt", Hospital.Menu);
        await one.StatusAsync(seen => State(seen, "8c") == "found");

        var status = await other.StatusAsync(seen => seen["documents"]!["byProcessing"]!["processed"] is not null);

        Assert.Equal("missing", State(status, "8c"));
        Assert.Equal(1, (int?)status["documents"]!["byProcessing"]!["processed"]);
        Assert.Equal(["menu.txt"], (await other.GetAsync(other.DocumentsAddress))["documents"]!.AsArray().Select(row => (string?)row!["name"]));
    }

    [Theory]
    [InlineData("Thumbs.db")]
    [InlineData("policies/.DS_Store")]
    [InlineData("policies/~$policy.docx")]
    [InlineData("policies/")]
    public async Task What_tools_leave_behind_is_no_document(string path)
    {
        var hospital = product.NewHospital();

        await hospital.HandInAsync(path, "left behind");

        Assert.Empty(await hospital.RowsAsync("D|"));
    }

    internal static JsonNode Code(JsonNode status, string code) =>
        status["standards"]!.AsArray().SelectMany(standard => standard!["codes"]!.AsArray()).Single(row => (string?)row!["code"] == code)!;

    internal static string? State(JsonNode status, string code) => (string?)Code(status, code)["state"];
}
