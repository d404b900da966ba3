using System.Net;
using System.Text.Json.Nodes;
using Iasios.Functions.Tests.Support;

namespace Iasios.Functions.Tests.Host;

/// <summary>The published folder against the app: what the host would read and what the app answers.</summary>
[Collection(nameof(UsesTimers))]
public sealed class FunctionFolderTests(Timers timers)
{
    private static readonly string[] HostTriggers = ["queueTrigger", "timerTrigger"];

    public static TheoryData<string> Functions() => [.. Folders()];

    [Fact]
    public void The_folders_are_the_functions_of_the_app() => Assert.Equal(
        ["Dashboard", "Documents", "EvidenceFailed", "Health", "ProcessEvidence", "ReconcileEvidence", "SendReminders", "Status"],
        Folders().Order(StringComparer.Ordinal));

    [Fact]
    public void The_program_that_host_json_names_is_there_and_may_be_run()
    {
        var host = JsonNode.Parse(File.ReadAllText(Path.Combine(PublishedApp.Root, "host.json")))!;
        var program = Path.Combine(PublishedApp.Root, (string)host["customHandler"]!["description"]!["defaultExecutablePath"]!);

        Assert.True(File.GetUnixFileMode(program).HasFlag(UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute));
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task Every_function_is_answered_by_the_app(string function)
    {
        var trigger = TriggerOf(function);
        var type = (string)trigger["type"]!;

        Assert.Contains(type, HostTriggers.Append("httpTrigger"));
        await (type == "httpTrigger" ? HttpIsAnsweredAsync(trigger) : HostIsAnsweredAsync(function, trigger));
    }

    // An event that nobody cares for succeeds only where the app reads the binding of this name.
    private async Task HostIsAnsweredAsync(string function, JsonNode trigger)
    {
        var binding = (string)trigger["name"]!;
        var body = App.Envelope("""{"eventType":"Microsoft.Storage.BlobTierChanged"}""", binding);

        using var response = await timers.App.PostAsync(function, body);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private async Task HttpIsAnsweredAsync(JsonNode trigger)
    {
        var hospital = timers.NewHospital();
        var address = "/api/" + ((string)trigger["route"]!)
            .Replace("{facility}", hospital.Id, StringComparison.Ordinal)
            .Replace("{probe}", "live", StringComparison.Ordinal)
            .Replace("dashboard/{*path}", $"dashboard/{hospital.Id}", StringComparison.Ordinal)
            .Replace("/{*path}", "", StringComparison.Ordinal);

        using var got = await timers.App.GetAsync(address, hospital.Token);
        using var posted = await timers.App.SendAsync(HttpMethod.Post, address, hospital.Token);

        Assert.Equal(((string)trigger["route"]!).Contains("/documents", StringComparison.Ordinal) ? ["get", "post"] : ["get"], trigger["methods"]!.AsArray().Select(method => (string?)method));
        Assert.Equal("anonymous", (string?)trigger["authLevel"]);
        Assert.Equal(HttpStatusCode.OK, got.StatusCode);
        Assert.Contains(posted.StatusCode, new[] { HttpStatusCode.MethodNotAllowed, HttpStatusCode.NotFound });
    }

    private static IEnumerable<string> Folders() =>
        Directory.GetFiles(PublishedApp.Root, "function.json", SearchOption.AllDirectories).Select(file => Path.GetFileName(Path.GetDirectoryName(file)!));

    private static JsonNode TriggerOf(string function)
    {
        var file = JsonNode.Parse(File.ReadAllText(Path.Combine(PublishedApp.Root, function, "function.json")))!;
        return file["bindings"]!.AsArray().Single(binding => ((string)binding!["type"]!).EndsWith("Trigger", StringComparison.Ordinal))!;
    }
}
