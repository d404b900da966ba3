using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Iasios.Functions.Tests.Support;
using Iasios.TestSupport;

namespace Iasios.Functions.Tests.Host;

/// <summary>The app as a process: how it starts, what it needs, how it ends.</summary>
public sealed class ProcessTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task Without_a_port_the_program_says_who_starts_it_and_ends_with_2()
    {
        await using var app = await App.StartWithoutPortAsync();

        Assert.Equal(2, await app.Exited);
        Assert.Contains("is started by the Functions host", app.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_storage_settings_the_program_names_the_setting_and_ends()
    {
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => App.StartAsync(""));

        Assert.Contains("EvidenceStorage", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stop_that_the_host_did_not_ask_for_looks_like_a_fault()
    {
        await using var app = await App.StartAsync(azurite.ConnectionString);

        await app.StopAsync();

        Assert.NotEqual(0, await app.Exited);
        Assert.NotEqual(200, await app.Exited);
    }

    [Fact]
    public async Task Without_its_storage_the_app_lives_and_says_that_it_is_not_ready()
    {
        await using var app = await App.StartAsync(Unreachable());
        var clock = Stopwatch.StartNew();

        using var root = await app.GetAsync("/");
        using var live = await app.GetAsync("/api/health/live");
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"The host's ping took {clock.Elapsed}.");
        using var ready = await app.GetAsync("/api/health/ready");
        var report = JsonNode.Parse(await ready.Content.ReadAsStringAsync())!;

        Assert.Equal(HttpStatusCode.OK, root.StatusCode);
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal(["blob storage", "table storage", "event queue"], Failing(report).Select(check => (string?)check["name"]));
        Assert.All(Failing(report), check => Assert.Equal("It cannot be reached.", (string?)check["problem"]));
    }

    [Fact]
    public async Task Without_pdftotext_the_app_says_so_and_is_not_ready()
    {
        using var programs = new ProgramFolder();
        foreach (var program in (string[])["prlimit", "pdfinfo", "pdfimages", "pdftoppm", "tesseract"])
        {
            programs.Link(program);
        }

        await using var app = await App.StartAsync(azurite.ConnectionString, ("PATH", programs.Path));

        using var ready = await app.GetAsync("/api/health/ready");
        var report = JsonNode.Parse(await ready.Content.ReadAsStringAsync())!;

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal("Not installed: pdftotext.", (string?)Assert.Single(Failing(report))["problem"]);
    }

    [Fact]
    public async Task A_document_that_takes_too_long_fails_before_the_host_loses_patience_and_leaves_no_child()
    {
        const string Id = "slow-hospital";
        await Hospital.RegisterAsync(azurite.Account, Id);
        using var programs = new ProgramFolder();
        programs.Link("prlimit");
        programs.Link("pdfinfo");
        var childFile = programs.Write("pdftotext", "echo $$ > \"$(dirname \"$0\")/child\"\nexec sleep 60\n");
        await using var app = await App.StartAsync(
            azurite.ConnectionString,
            ("PATH", $"{programs.Path}:/usr/bin:/bin"),
            ("Invocation__Deadline", "00:00:02"),
            ("Invocation__Pause", "00:00:01"));
        var hospital = new Hospital(app, azurite.Account, Id);
        await hospital.UploadAsync("policy.pdf", await Sample.ReadAsync("policies/radiation-local-rules.pdf"));
        var clock = Stopwatch.StartNew();

        using var response = await app.InvokeAsync("ProcessEvidence", Events.Own(hospital.BlobName("policy.pdf")));

        Assert.False(response.IsSuccessStatusCode);
        Assert.InRange(clock.Elapsed, TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(8));
        var child = int.Parse(await File.ReadAllTextAsync(childFile), CultureInfo.InvariantCulture);
        await Eventually.IsTrueAsync(() => !Directory.Exists($"/proc/{child}"));
    }

    private static IEnumerable<JsonNode> Failing(JsonNode report) =>
        report["checks"]!.AsArray().Where(check => !(bool)check!["ok"]!).Select(check => check!);

    private static string Unreachable()
    {
        var port = App.FreePort();
        var account = $"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey={Convert.ToBase64String(new byte[64])};";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{account}BlobEndpoint=http://127.0.0.1:{port}/d;QueueEndpoint=http://127.0.0.1:{port}/d;TableEndpoint=http://127.0.0.1:{port}/d;");
    }
}
