using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Iasios.TestSupport;

namespace Iasios.EndToEnd.Tests;

/// <summary>The command behind <c>./run</c>, as a person starts it.</summary>
public sealed partial class RunCommandTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("iasios-run-");

    private readonly List<int> started = [];

    public void Dispose()
    {
        // A test that failed may have left its run going; the run's own children end with it.
        foreach (var run in started.Where(ProcessTable.IsRunning))
        {
            ProcessTable.Kill(run);
        }

        data.Delete(recursive: true);
    }

    [Fact]
    public async Task Once_prints_the_status_as_json_and_nothing_else_and_leaves_no_process()
    {
        using var run = Start("--once", "--json");
        var children = CollectAsync(run);
        var output = await run.StandardOutput.ReadToEndAsync();
        await run.WaitForExitAsync().WaitAsync(Patience);

        Assert.Equal(0, run.ExitCode);
        var status = JsonNode.Parse(output)!.AsObject();
        Assert.Equal(Directory.GetFiles(Repository.Samples, "*", SearchOption.AllDirectories).Length, RunningProduct.Filed(status));
        Assert.All(status["documents"]!["needPerson"]!.AsArray(), document => Assert.NotEmpty((string)document!["reason"]!));
        Assert.All(await children, id => Assert.False(ProcessTable.IsRunning(id)));
    }

    [Fact]
    public async Task It_runs_until_Ctrl_C_refuses_a_second_run_and_keeps_the_data()
    {
        using var first = Start();
        _ = first.StandardOutput.ReadToEndAsync();
        await UntilAsync(first.StandardError, line => line.StartsWith("Ctrl-C stops", StringComparison.Ordinal));

        using var second = Start("--once");
        var refusal = await second.StandardError.ReadToEndAsync();
        await second.WaitForExitAsync().WaitAsync(Patience);
        Assert.Equal(1, second.ExitCode);
        Assert.Contains("Another run is using this folder", refusal, StringComparison.Ordinal);

        var processes = ProcessTable.Tree(first.Id);
        _ = Kill(first.Id, 2);
        await first.WaitForExitAsync().WaitAsync(Patience);
        Assert.Equal(0, first.ExitCode);
        Assert.All(processes, id => Assert.False(ProcessTable.IsRunning(id)));

        using var third = Start("--once", "--json", "--evidence", data.CreateSubdirectory("empty").FullName, "--facility", "st-anna");
        var status = JsonNode.Parse(await third.StandardOutput.ReadToEndAsync())!.AsObject();
        Assert.True(RunningProduct.Filed(status) > 0, "The documents of the first run are gone.");
    }

    [Theory]
    [InlineData("--facility", "st-anna")]
    [InlineData("--evidence", "/nowhere", "--facility", "st-anna")]
    [InlineData("--port", "70000")]
    [InlineData("--port", "abc")]
    [InlineData("--evidence", "/tmp", "--facility", "No Such Id")]
    public async Task Arguments_that_make_no_sense_are_refused_before_anything_starts(params string[] arguments)
    {
        using var run = Start([.. arguments, "--once"]);
        var complaint = await run.StandardError.ReadToEndAsync();
        await run.WaitForExitAsync().WaitAsync(Patience);

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("--", complaint, StringComparison.Ordinal);
        Assert.Empty(data.GetFileSystemInfos());
    }

    [Fact]
    public async Task Files_that_are_passed_over_by_rule_are_not_waited_for()
    {
        var evidence = data.CreateSubdirectory("evidence");
        await File.WriteAllTextAsync(Path.Combine(evidence.FullName, "menu.txt"), "Canteen menu\nMonday: soup\n");
        await File.WriteAllTextAsync(Path.Combine(evidence.FullName, ".DS_Store"), "x");

        using var run = Start("--once", "--json", "--evidence", evidence.FullName, "--facility", "our-hospital");
        _ = CollectAsync(run);
        var status = JsonNode.Parse(await run.StandardOutput.ReadToEndAsync().WaitAsync(Patience))!.AsObject();

        Assert.Equal(1, RunningProduct.Filed(status));
    }

    [Fact]
    public async Task A_local_host_that_is_killed_is_started_again_and_the_run_goes_on()
    {
        using var run = Start("--once", "--json");
        await UntilAsync(run.StandardError, line => line.StartsWith("Handing in", StringComparison.Ordinal));
        _ = run.StandardError.ReadToEndAsync();
        foreach (var child in ProcessTable.ChildrenOf(run.Id).Where(IsLocalHost))
        {
            ProcessTable.Kill(child);
        }

        var status = JsonNode.Parse(await run.StandardOutput.ReadToEndAsync().WaitAsync(Patience))!.AsObject();
        Assert.Equal(Directory.GetFiles(Repository.Samples, "*", SearchOption.AllDirectories).Length, RunningProduct.Filed(status));
    }

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var port = ((System.Net.IPEndPoint)taken.LocalEndpoint).Port;

        using var run = Start("--once", "--port", $"{port}");
        var complaint = await run.StandardError.ReadToEndAsync();
        await run.WaitForExitAsync().WaitAsync(Patience);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"Port {port} is in use", complaint, StringComparison.Ordinal);
    }

    private Process Start(params string[] arguments)
    {
        // A shell in the background makes its children ignore Ctrl-C; a person's terminal does not.
        var start = new ProcessStartInfo("env")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = data.FullName,
        };
        foreach (var argument in (string[])["--default-signal=INT", "dotnet", Repository.Program("Iasios.Cli", "iasios.dll"), "run", "--repository", Repository.Root, "--data", Path.Combine(data.FullName, "data"), .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        var run = Process.Start(start)!;
        started.Add(run.Id);
        return run;
    }

    // Reads standard error, so that the pipe never fills, and notes every process that the run starts.
    private static async Task<IReadOnlyCollection<int>> CollectAsync(Process run)
    {
        var seen = new HashSet<int>();
        while (await run.StandardError.ReadLineAsync() is not null)
        {
            seen.UnionWith(ProcessTable.Tree(run.Id));
        }

        return seen;
    }

    private static bool IsLocalHost(int process) =>
        File.ReadAllText($"/proc/{process}/cmdline").Contains("Iasios.LocalHost.dll", StringComparison.Ordinal);

    private static async Task UntilAsync(StreamReader output, Func<string, bool> isThere)
    {
        using var timeout = new CancellationTokenSource(Patience);
        while (await output.ReadLineAsync(timeout.Token) is { } line)
        {
            if (isThere(line))
            {
                return;
            }
        }

        Assert.Fail("The run ended before it was stopped.");
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int processId, int signal);
}
