using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Iasios.LocalHost.Tests.Running;

/// <summary>The built program as a process. Asked to stop, and then made to, when it is disposed of.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(20);

    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();
    private readonly ConcurrentQueue<string> log = new();

    private HostProcess(Process process) => this.process = process;

    public IReadOnlyList<string> Output => [.. output];

    public IReadOnlyList<string> Log => [.. log];

    public bool HasExited => process.HasExited;

    public HttpClient Http { get; private set; } = new();

    /// <summary>Starts the host and waits until it says where it listens.</summary>
    public static async Task<HostProcess> StartAsync(TestApp app, params string[] arguments)
    {
        var host = Launch(app, arguments);
        await Eventually.BeAsync(() => !host.output.IsEmpty || host.HasExited, () => $"Not listening:\n{host.LogText}");
        Assert.False(host.HasExited, host.LogText);
        host.Http.Dispose();
        host.Http = new(new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            BaseAddress = new(Assert.Single(host.Output)["Listening on ".Length..]),
        };
        return host;
    }

    /// <summary>Starts the host without waiting for it.</summary>
    public static HostProcess Launch(TestApp app, params string[] arguments)
    {
        string[] port = arguments.Contains("--port") ? [] : ["--port", "0"];
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Iasios.LocalHost"), ["--app", app.Folder, .. port, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in app.Settings)
        {
            start.Environment[name] = value;
        }

        var host = new HostProcess(Process.Start(start)!);
        host.process.OutputDataReceived += (_, line) => Keep(host.output, line.Data);
        host.process.ErrorDataReceived += (_, line) => Keep(host.log, line.Data);
        host.process.BeginOutputReadLine();
        host.process.BeginErrorReadLine();
        return host;
    }

    public string LogText => string.Join('\n', log);

    public Task UntilLoggedAsync(string text) =>
        Eventually.BeAsync(() => log.Any(line => line.Contains(text, StringComparison.Ordinal)), () => $"No '{text}' in:\n{LogText}");

    /// <summary>Waits for the end and gives the exit code.</summary>
    public async Task<int> UntilExitAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }

    /// <summary>Sends SIGTERM and gives the exit code.</summary>
    public async Task<int> StopAsync()
    {
        Signal();
        return await UntilExitAsync();
    }

    /// <summary>SIGKILL, for the host alone.</summary>
    public void Kill() => process.Kill();

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            Signal();
            using var limit = new CancellationTokenSource(StopLimit);
            await process.WaitForExitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            process.Kill(entireProcessTree: true);
        }

        Http.Dispose();
        process.Dispose();
    }

    private void Signal()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    private static void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (line is not null)
        {
            lines.Enqueue(line);
        }
    }
}
