using System.Diagnostics;
using Iasios.TestSupport;

namespace Iasios.Cli.Tests;

/// <summary>Copies and pictures of a hospital's documents do not stay on the disk.</summary>
public sealed class TemporaryFileTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly DirectoryInfo temporary = Directory.CreateTempSubdirectory("iasios-tmpdir-");

    public void Dispose() => temporary.Delete(recursive: true);

    [Fact]
    public async Task Nothing_is_left_when_the_command_ends()
    {
        using var command = Start();
        await command.WaitForExitAsync().WaitAsync(Patience);

        Assert.Empty(temporary.EnumerateFileSystemInfos());
    }

    [Fact]
    public async Task What_a_killed_command_left_is_gone_after_the_next_start_and_a_running_one_keeps_its_own()
    {
        using var killed = Start();
        await UntilAsync(() => temporary.EnumerateFiles("*", SearchOption.AllDirectories).Any());
        ProcessTable.Kill(killed.Id);
        await killed.WaitForExitAsync().WaitAsync(Patience);
        Assert.NotEmpty(temporary.EnumerateDirectories());

        using var next = Start();
        using var beside = Start();
        await next.WaitForExitAsync().WaitAsync(Patience);
        await beside.WaitForExitAsync().WaitAsync(Patience);

        Assert.Equal([0, 0], [next.ExitCode, beside.ExitCode]);
        Assert.Empty(temporary.EnumerateFileSystemInfos());
    }

    private Process Start()
    {
        var start = new ProcessStartInfo("dotnet", [Repository.Program("Iasios.Cli", "iasios.dll"), "read", Repository.Samples, "--json"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["TMPDIR"] = temporary.FullName;

        // The runtime would leave a pipe for debuggers in the folder when it is killed.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        var process = Process.Start(start)!;
        _ = process.StandardOutput.ReadToEndAsync();
        _ = process.StandardError.ReadToEndAsync();
        return process;
    }

    private static async Task UntilAsync(Func<bool> happened)
    {
        for (var since = Stopwatch.StartNew(); !happened(); await Task.Delay(5))
        {
            Assert.True(since.Elapsed < Patience, "It did not happen in time.");
        }
    }
}
