using System.Net;
using System.Text.Json.Nodes;
using Iasios.Functions.Tests.Evidence;
using Iasios.Functions.Tests.Support;

namespace Iasios.Functions.Tests.Quarantine;

/// <summary>What seems to hold patient data is held back, until another person releases it.</summary>
[Collection(nameof(UsesProduct))]
public sealed class QuarantineTests(Product product)
{
    [Fact]
    public async Task A_document_with_patient_data_leaves_no_text_and_no_tags_and_says_why()
    {
        var hospital = product.NewHospital();

        await hospital.HandInAsync("8c/record.txt", Orders.Patient);

        var found = await hospital.DocumentAsync("8c/record.txt");
        var document = found["document"]!;
        Assert.Equal("quarantined", (string?)document["processing"]);
        Assert.StartsWith("This looks like patient data: a name on page 1; a birth date on page 1.", (string?)document["reason"], StringComparison.Ordinal);
        Assert.Null(document["title"]);
        Assert.Null(found["text"]);
        Assert.Empty(found["tags"]!.AsArray());
        Assert.Empty(await hospital.TextsAsync("8c/record.txt"));
        Assert.Empty(await hospital.RowsAsync("E|"));
        Assert.DoesNotContain("Whitlock", product.App.Output, StringComparison.Ordinal);
        var status = await hospital.StatusAsync(seen => (int?)seen["documents"]!["byProcessing"]!["quarantined"] == 1);
        Assert.Equal("missing", IngestionTests.State(status, "8c"));
    }

    [Fact]
    public async Task What_was_kept_of_a_harmless_version_goes_when_patient_data_replace_it()
    {
        var hospital = product.NewHospital();
        await hospital.HandInAsync("policy.txt", Hospital.SedationPolicy);
        Assert.NotEmpty(await hospital.TextsAsync("policy.txt"));

        await hospital.HandInAsync("policy.txt", Orders.Patient);

        Assert.Equal("quarantined", (string?)(await hospital.DocumentAsync("policy.txt"))["document"]!["processing"]);
        Assert.Empty(await hospital.TextsAsync("policy.txt"));
        Assert.Empty(await hospital.RowsAsync("E|"));
    }

    [Fact]
    public async Task A_patient_in_the_files_name_is_enough()
    {
        var hospital = product.NewHospital();

        await hospital.HandInAsync("Huber_Maria_geb1961-03-12.txt", Hospital.SedationPolicy);

        var document = (await hospital.DocumentAsync("Huber_Maria_geb1961-03-12.txt"))["document"]!;
        Assert.Equal("quarantined", (string?)document["processing"]);
        Assert.Contains("in the name of the file or folder", (string?)document["reason"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_released_document_is_tagged_and_its_bytes_are_not_held_back_again()
    {
        var hospital = product.NewHospital();
        await hospital.HandInAsync("teaching.txt", Orders.Patient);

        var (status, _) = await hospital.OrderAsync(product.App, "teaching.txt", "release", Orders.Release(), await hospital.ETagAsync(product.App, "teaching.txt"));
        var waiting = (string?)(await hospital.DocumentAsync("teaching.txt"))["document"]!["processing"];
        await hospital.CreatedAsync("teaching.txt");
        await hospital.HandInAsync("copy.txt", Orders.Patient);
        await hospital.HandInAsync("Huber_Maria_geb1961-03-12.txt", Orders.Patient);

        Assert.Equal((HttpStatusCode.Accepted, "waiting"), (status, waiting));
        Assert.NotEmpty(await hospital.TextsAsync("teaching.txt"));
        Assert.NotEqual("quarantined", await ProcessingAsync(hospital, "teaching.txt"));
        Assert.NotEqual("quarantined", await ProcessingAsync(hospital, "copy.txt"));
        Assert.Equal("quarantined", await ProcessingAsync(hospital, "Huber_Maria_geb1961-03-12.txt"));
        var entry = Assert.Single(await hospital.RowsAsync("A|"), row => row.GetString("Action") == "released");
        Assert.Equal("test", entry.GetString("Actor"));
        Assert.Contains("Karin Lang", entry.GetString("Payload"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_bytes_under_a_released_name_are_held_back()
    {
        var hospital = product.NewHospital();
        await hospital.HandInAsync("teaching.txt", Orders.Patient);
        await hospital.OrderAsync(product.App, "teaching.txt", "release", Orders.Release(), await hospital.ETagAsync(product.App, "teaching.txt"));

        await hospital.HandInAsync("teaching.txt", $"{Orders.Patient}\nMRN: 4829137");

        Assert.Equal("quarantined", await ProcessingAsync(hospital, "teaching.txt"));
    }

    [Fact]
    public async Task A_release_wants_a_reason_a_name_another_person_and_the_present_version()
    {
        var hospital = product.NewHospital();
        await hospital.HandInAsync("record.txt", Orders.Patient);
        var etag = await hospital.ETagAsync(product.App, "record.txt");
        Task<(HttpStatusCode Status, JsonNode? Body)> TryAsync(JsonObject body, string? ifMatch) =>
            hospital.OrderAsync(product.App, "record.txt", "release", body, ifMatch);

        var own = await TryAsync(Orders.Release(notUploader: false), etag);
        var unnamed = await TryAsync(new() { ["reason"] = "An invented case.", ["notUploader"] = true }, etag);
        var unreasoned = await TryAsync(new() { ["by"] = "Karin Lang", ["notUploader"] = true }, etag);
        var blind = await TryAsync(Orders.Release(), null);
        var late = await TryAsync(Orders.Release(), "\"another\"");

        Assert.Equal(
            [HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.PreconditionRequired, HttpStatusCode.PreconditionFailed],
            new[] { own.Status, unnamed.Status, unreasoned.Status, blind.Status, late.Status });
        Assert.Equal("quarantined", await ProcessingAsync(hospital, "record.txt"));
    }

    [Fact]
    public async Task Only_what_is_held_back_can_be_released()
    {
        var hospital = product.NewHospital();
        await hospital.HandInAsync("menu.txt", Hospital.Menu);

        var (status, _) = await hospital.OrderAsync(product.App, "menu.txt", "release", Orders.Release(), await hospital.ETagAsync(product.App, "menu.txt"));

        Assert.Equal(HttpStatusCode.Conflict, status);
    }

    [Theory]
    [InlineData("release")]
    [InlineData("purge")]
    public async Task Nobody_gives_orders_about_another_facilitys_document(string verb)
    {
        var hospital = product.NewHospital();
        var other = product.NewHospital();
        await hospital.HandInAsync("record.txt", Orders.Patient);
        var etag = await hospital.ETagAsync(product.App, "record.txt");

        var (status, _) = await hospital.OrderAsync(product.App, "record.txt", verb, verb == "release" ? Orders.Release() : Orders.Purge(), etag, other.Token);
        var (unknown, _) = await hospital.OrderAsync(product.App, "record.txt", verb, Orders.Purge(), etag, "no-token");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.Unauthorized), (status, unknown));
        Assert.Equal("quarantined", await ProcessingAsync(hospital, "record.txt"));
    }

    private static async Task<string?> ProcessingAsync(Hospital hospital, string path) => (string?)(await hospital.DocumentAsync(path))["document"]!["processing"];
}
