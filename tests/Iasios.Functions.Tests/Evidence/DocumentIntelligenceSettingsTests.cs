using System.Net;
using System.Text.Json.Nodes;
using Iasios.Functions.Tests.Support;
using Iasios.TestSupport;
using Iasios.TestSupport.DocumentIntelligence;

namespace Iasios.Functions.Tests.Evidence;

/// <summary>Switching Document Intelligence on, and settings of it that are wrong.</summary>
public sealed class DocumentIntelligenceSettingsTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private const string Section = "Reading__DocumentIntelligence__";

    [Fact]
    public async Task Without_an_endpoint_the_app_knows_of_no_service()
    {
        await using var app = await App.StartAsync(azurite.ConnectionString, ($"{Section}Key", FakeDocumentIntelligence.Key));

        var (status, checks) = await ReadyAsync(app);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.DoesNotContain(checks, check => NameOf(check).StartsWith("Document Intelligence", StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_an_endpoint_and_its_key_the_app_is_ready_and_has_sent_no_file()
    {
        await using var service = await FakeDocumentIntelligence.StartAsync();
        await using var app = await StartAsync(service.Endpoint, FakeDocumentIntelligence.Key);

        var (status, checks) = await ReadyAsync(app);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Single(checks, check => NameOf(check).StartsWith("Document Intelligence", StringComparison.Ordinal));
        Assert.Empty(service.Uploads);
        Assert.NotEmpty(service.Requests);
    }

    [Fact]
    public async Task A_wrong_key_is_named()
    {
        await using var service = await FakeDocumentIntelligence.StartAsync();
        await using var app = await StartAsync(service.Endpoint, "00000000000000000000000000000000");

        var (status, checks) = await ReadyAsync(app);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal("It refuses the key in Reading__DocumentIntelligence__Key.", (string?)checks.Single(check => !(bool)check["ok"]!)["problem"]);
        Assert.DoesNotContain("00000000000000000000000000000000", app.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endpoint_where_nothing_answers_is_named()
    {
        await using var app = await StartAsync(new($"http://127.0.0.1:{App.FreePort()}"), FakeDocumentIntelligence.Key);

        var (status, checks) = await ReadyAsync(app);

        var failing = checks.Single(check => !(bool)check["ok"]!);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal("Document Intelligence at Reading__DocumentIntelligence__Endpoint", NameOf(failing));
        Assert.Equal("It cannot be reached.", (string?)failing["problem"]);
    }

    [Theory]
    [InlineData("Endpoint", "http://ours.cognitiveservices.azure.com/", "Reading:DocumentIntelligence:Endpoint must be an https address")]
    [InlineData("Key", "two words", "Reading:DocumentIntelligence:Key is not a key")]
    [InlineData("MaxPagesPerDocument", "0", "MaxPagesPerDocument")]
    [InlineData("MaxPagesPerMonth", "-1", "MaxPagesPerMonth")]
    public async Task A_setting_that_cannot_be_right_stops_the_app_at_the_start(string setting, string value, string message)
    {
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => App.StartAsync(azurite.ConnectionString, (Section + setting, value)));

        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    private Task<App> StartAsync(Uri endpoint, string key) =>
        App.StartAsync(azurite.ConnectionString, ($"{Section}Endpoint", endpoint.AbsoluteUri), ($"{Section}Key", key));

    private static async Task<(HttpStatusCode Status, IReadOnlyList<JsonNode> Checks)> ReadyAsync(App app)
    {
        using var ready = await app.GetAsync("/api/health/ready");
        var report = JsonNode.Parse(await ready.Content.ReadAsStringAsync())!;
        return (ready.StatusCode, [.. report["checks"]!.AsArray().Select(check => check!)]);
    }

    private static string NameOf(JsonNode check) => (string)check["name"]!;
}
