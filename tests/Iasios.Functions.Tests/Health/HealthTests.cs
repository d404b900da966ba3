using System.Net;
using System.Text.Json.Nodes;
using Iasios.Functions.Tests.Support;

namespace Iasios.Functions.Tests.Health;

/// <summary>What everybody may ask.</summary>
[Collection(nameof(UsesProduct))]
public sealed class HealthTests(Product product)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/api/health/live")]
    [InlineData("/api/health/ready")]
    public async Task The_probes_are_open_to_everybody(string address)
    {
        using var response = await product.App.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Ready_means_that_each_thing_the_app_needs_was_tried()
    {
        using var response = await product.App.GetAsync("/api/health/ready");
        var report = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

        Assert.True((bool)report["ready"]!);
        Assert.Equal(
            ["blob storage", "table storage", "event queue", "programs", "character tables (ICU)", "time zones"],
            report["checks"]!.AsArray().Select(check => (string?)check!["name"]));
        Assert.Equal(0, (int?)report["wrongFacilitySettings"]);
    }

    [Fact]
    public async Task Another_probe_is_not_found()
    {
        using var response = await product.App.GetAsync("/api/health/other");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
