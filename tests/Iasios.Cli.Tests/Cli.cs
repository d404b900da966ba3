using System.Diagnostics;
using System.Text.Json.Nodes;
using Iasios.TestSupport;

namespace Iasios.Cli.Tests;

/// <summary>What a command printed, and how it ended.</summary>
internal sealed record CliRun(int ExitCode, string Output, string Errors)
{
    /// <summary>The objects of JSON lines.</summary>
    public IReadOnlyList<JsonObject> Lines =>
        [.. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject())];
}

/// <summary>The iasios command, as a person starts it.</summary>
internal static class Cli
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<CliRun> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.Program("Iasios.Cli", "iasios.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var command = Process.Start(start)!;
        var output = command.StandardOutput.ReadToEndAsync();
        var errors = command.StandardError.ReadToEndAsync();
        await command.WaitForExitAsync().WaitAsync(Patience);
        return new(command.ExitCode, await output, await errors);
    }
}
