using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Iasios.Storage.Processes;
using Spectre.Console;

namespace Iasios.Cli.Run;

/// <summary>Runs the local host, and starts it again when it stops by itself, as the platform would.</summary>
internal sealed class LocalHostSupervisor(RunSettings settings, DataFolder data, string connectionString, IAnsiConsole progress) : IAsyncDisposable
{
    private const string Listening = "Listening on ";
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan PauseBeforeRestart = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource stopping = new();
    private readonly Lock logging = new();
    private readonly TaskCompletionSource<Uri> ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private StreamWriter? log;
    private TiedProcess? process;
    private Task supervising = Task.CompletedTask;

    /// <summary>Starts the local host and gives its address.</summary>
    public async Task<Uri> StartAsync(CancellationToken cancellationToken)
    {
        var port = settings.Port == 0 ? FreePort() : settings.Port;
        if (settings.Port != 0 && !IsFree(port))
        {
            throw new RunException(string.Create(CultureInfo.InvariantCulture, $"Port {port} is in use. Choose another one, or leave --port away for a free one."));
        }

        log = new StreamWriter(data.Log, append: true) { AutoFlush = true };
        DataFolder.WritePrivately(data.ConnectionString, connectionString + "\n");
        supervising = SuperviseAsync(port);
        await Task.WhenAny(ready.Task, supervising).WaitAsync(StartTimeout, cancellationToken);
        return ready.Task.IsCompleted
            ? await ready.Task
            : throw new RunException($"The local host did not start. Its log says why: {data.Log}");
    }

    /// <summary>Waits until it is cancelled.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken) => await supervising.WaitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        if (process is not null)
        {
            await process.StopAsync(StopTimeout);
        }

        await supervising;
        stopping.Dispose();
        if (log is not null)
        {
            await log.DisposeAsync();
        }
    }

    private async Task SuperviseAsync(int port)
    {
        while (!stopping.IsCancellationRequested)
        {
            process = await TiedProcess.StartAsync(Command(port), Environment(), Note, Note);
            var exitCode = await process.Exited;
            if (stopping.IsCancellationRequested || !ready.Task.IsCompleted)
            {
                return;
            }

            progress.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[yellow]The local host stopped (exit code {exitCode}); it is started again.[/]");
            await Task.Delay(PauseBeforeRestart, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private List<string> Command(int port) =>
    [
        // The same dotnet that runs this program.
        System.Environment.ProcessPath ?? "dotnet",
        Path.Combine(settings.Repository.FullName, "artifacts", "bin", "Iasios.LocalHost", "release", "Iasios.LocalHost.dll"),
        "--app", Path.Combine(settings.Repository.FullName, "artifacts", "functions"),
        "--port", port.ToString(CultureInfo.InvariantCulture),
        "--events", "evidence=evidence-events",
    ];

    private Dictionary<string, string> Environment() => new(StringComparer.Ordinal)
    {
        ["AzureWebJobsStorage"] = connectionString,
        ["EvidenceStorage"] = connectionString,
        ["FUNCTIONS_WORKER_RUNTIME"] = "custom",
        ["Reminders__OutboxFolder"] = data.Outbox,
    };

    private void Note(string line)
    {
        lock (logging)
        {
            log!.WriteLine(line);
        }

        if (line.StartsWith(Listening, StringComparison.Ordinal) && Uri.TryCreate(line[Listening.Length..], UriKind.Absolute, out var address))
        {
            ready.TrySetResult(address);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
