using System.Net;
using System.Text.Json.Nodes;
using Iasios.Functions.Tests.Evidence;
using Iasios.Functions.Tests.Support;

namespace Iasios.Functions.Tests.Readiness;

/// <summary>The status as JSON.</summary>
[Collection(nameof(UsesProduct))]
public sealed class StatusTests(Product product)
{
    [Fact]
    public async Task The_status_has_the_promised_fields()
    {
        var hospital = product.NewHospital();
        await hospital.HandInAsync("policy.txt", Hospital.SedationPolicy);
        var status = await hospital.StatusAsync(seen => IngestionTests.State(seen, "8c") == "found");

        Assert.Equal((hospital.Id, $"Hospital {hospital.Id}"), ((string?)status["facility"]!["id"], (string?)status["facility"]!["name"]));
        Assert.False((bool)status["catalogue"]!["complete"]!);
        Assert.NotEqual("", (string?)status["catalogue"]!["version"]);
        Assert.Matches(@"^\d{4}-\d{2}-\d{2}$", (string?)status["asOf"]);
        Assert.Equal((0, 1, 27), ((int?)status["core"]!["evidenced"], (int?)status["core"]!["found"], (int?)status["core"]!["total"]));
        Assert.Equal(
            """{"evidenced":0,"found":0,"known":15,"named":2,"inferred":13,"complete":false}""",
            status["extended"]!.ToJsonString());
        Assert.Equal(Enumerable.Range(1, 13), status["standards"]!.AsArray().Select(standard => (int)standard!["number"]!));
        Assert.Equal(["code", "documentCount", "documents", "lastDay", "state", "tier"], Names(IngestionTests.Code(status, "8c"))
            .Intersect(["code", "tier", "state", "documentCount", "documents", "lastDay"]).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["band", "confidence", "currency", "id", "lastDay", "name", "page", "quote"],
            Names(IngestionTests.Code(status, "8c")["documents"]![0]!).Order(StringComparer.Ordinal));
        Assert.Equal((1, 1), ((int?)status["documents"]!["byProcessing"]!["processed"], (int?)status["documents"]!["byOutcome"]!["read"]));
        Assert.Empty(status["documents"]!["needPerson"]!.AsArray());
    }

    [Fact]
    public async Task Nothing_is_ready_while_the_gates_are_not_recorded_and_the_status_says_why()
    {
        var hospital = product.NewHospital();
        var verdict = (await hospital.StatusAsync())["verdict"]!;
        var blocking = verdict["accreditedCentre"]!["blocking"]!.AsArray();

        Assert.Equal("notReady", (string?)verdict["accreditedCentre"]!["state"]);
        Assert.False((bool)verdict["accreditedCentre"]!["met"]!);
        Assert.Equal(27, blocking.Count(row => row!["code"] is not null));
        Assert.Equal(["caseReview", "procedures", "approval", "wording"], blocking.Where(row => row!["gate"] is not null).Select(row => (string?)row!["gate"]));
        Assert.All(blocking, row => Assert.NotEqual("", (string?)row!["nextStep"]));
        Assert.Equal("notOpen", (string?)verdict["centreOfExcellence"]!["state"]);
        Assert.NotEmpty(verdict["centreOfExcellence"]!["reasons"]!.AsArray());
    }

    [Fact]
    public async Task A_facility_without_documents_has_a_status_with_everything_missing()
    {
        var status = await product.NewHospital().StatusAsync();

        Assert.All(
            status["standards"]!.AsArray().SelectMany(standard => standard!["codes"]!.AsArray()),
            code => Assert.Equal("missing", (string?)code!["state"]));
    }

    [Fact]
    public async Task A_caller_that_has_the_present_status_gets_304_until_it_changes()
    {
        var hospital = product.NewHospital();
        await hospital.StatusAsync();
        using var first = await product.App.GetAsync(hospital.StatusAddress, hospital.Token);
        var etag = first.Headers.ETag!.ToString();

        using var same = await product.App.GetAsync(hospital.StatusAddress, hospital.Token, ("If-None-Match", etag));
        await hospital.HandInAsync("policy.txt", Hospital.SedationPolicy);
        await hospital.StatusAsync(seen => IngestionTests.State(seen, "8c") == "found");
        using var changed = await product.App.GetAsync(hospital.StatusAddress, hospital.Token, ("If-None-Match", etag));

        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        Assert.Equal("", await same.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.NotEqual(etag, changed.Headers.ETag!.ToString());
    }

    private static IEnumerable<string> Names(JsonNode node) => node.AsObject().Select(property => property.Key);
}
