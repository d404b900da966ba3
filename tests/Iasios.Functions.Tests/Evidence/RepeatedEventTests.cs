using System.Net;
using Iasios.Functions.Tests.Support;

namespace Iasios.Functions.Tests.Evidence;

/// <summary>Events that come more than once, at once, or as poison.</summary>
[Collection(nameof(UsesProduct))]
public sealed class RepeatedEventTests(Product product)
{
    [Fact]
    public async Task The_same_event_three_times_is_filed_once()
    {
        var hospital = product.NewHospital();
        await hospital.HandInAsync("policy.txt", Hospital.SedationPolicy);
        await hospital.CreatedAsync("policy.txt");
        await hospital.CreatedAsync("policy.txt");

        Assert.Single(await hospital.RowsAsync("A|"));
        Assert.Single(await hospital.RowsAsync("D|"));
    }

    [Fact]
    public async Task The_same_event_many_times_at_once_is_filed_once()
    {
        var hospital = product.NewHospital();
        await hospital.UploadAsync("policy.txt", Hospital.SedationPolicy);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => hospital.CreatedAsync("policy.txt")));

        Assert.Single(await hospital.RowsAsync("A|"));
        Assert.Single(await hospital.TextsAsync("policy.txt"));
    }

    [Fact]
    public async Task Many_documents_at_once_are_each_filed_once()
    {
        var hospital = product.NewHospital();
        var paths = Enumerable.Range(1, 12).Select(number => $"batch/{number}.txt").ToList();

        await Task.WhenAll(paths.Select(path => hospital.HandInAsync(path, $"{Hospital.SedationPolicy}\nCopy {path}")));

        Assert.Equal(12, (await hospital.RowsAsync("D|")).Count);
        Assert.Equal(12, (await hospital.RowsAsync("A|")).Count);
        await hospital.StatusAsync(seen => (int?)IngestionTests.Code(seen, "8c")["documentCount"] == 12);
    }

    [Fact]
    public async Task A_message_that_became_poison_twice_counts_as_one_failure_and_is_shown()
    {
        var hospital = product.NewHospital();
        await hospital.UploadAsync("policy.txt", Hospital.SedationPolicy);

        await PoisonAsync(hospital, "policy.txt");
        await PoisonAsync(hospital, "policy.txt");

        var row = Assert.Single(await hospital.RowsAsync("D|"));
        Assert.Equal("Failed", row.GetString("Processing"));
        Assert.Equal(1, row.GetInt32("Attempts"));
        var status = await hospital.StatusAsync(seen => seen["documents"]!["needPerson"]!.AsArray().Count == 1);
        Assert.Equal("failed", (string?)status["documents"]!["needPerson"]![0]!["processing"]);
        Assert.NotEqual("", (string?)status["documents"]!["needPerson"]![0]!["reason"]);
    }

    [Fact]
    public async Task Poison_of_a_document_that_was_processed_since_changes_nothing()
    {
        var hospital = product.NewHospital();
        await hospital.HandInAsync("policy.txt", Hospital.SedationPolicy);

        await PoisonAsync(hospital, "policy.txt");

        Assert.Equal("processed", (string?)(await hospital.DocumentAsync("policy.txt"))["document"]!["processing"]);
        Assert.Single(await hospital.RowsAsync("A|"));
    }

    [Fact]
    public async Task A_failed_document_is_processed_when_its_event_comes_again()
    {
        var hospital = product.NewHospital();
        await hospital.UploadAsync("policy.txt", Hospital.SedationPolicy);
        await PoisonAsync(hospital, "policy.txt");

        await hospital.CreatedAsync("policy.txt");

        await hospital.StatusAsync(seen => IngestionTests.State(seen, "8c") == "found" && seen["documents"]!["needPerson"]!.AsArray().Count == 0);
    }

    private async Task PoisonAsync(Hospital hospital, string path)
    {
        using var response = await product.App.InvokeAsync("EvidenceFailed", Events.EventGrid(hospital.Address(path)));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
