using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Iasios.LocalHost.Configuration;

namespace Iasios.LocalHost.Handler;

/// <summary>One run of the handler. Linux ends it when this host dies, however the host dies.</summary>
internal sealed class HandlerProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<int> exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HandlerProcess(Process process, Uri address)
    {
        this.process = process;
        Address = address;
    }

    /// <summary>Where the handler listens, or will listen.</summary>
    public Uri Address { get; }

    /// <summary>Whether this host has ended the run itself.</summary>
    public bool IsKilled { get; private set; }

    /// <summary>The exit code, once the handler has ended.</summary>
    public Task<int> Exited => exited.Task;

    /// <summary>Starts the handler on a free port.</summary>
    /// <exception cref="Win32Exception">The program cannot be started.</exception>
    public static async Task<HandlerProcess> StartAsync(FunctionApp app, HandlerOutput output)
    {
        var port = FreePort();
        var handler = new HandlerProcess(new Process { StartInfo = StartInfo(app, port) }, new($"http://127.0.0.1:{port}/"));
        handler.process.OutputDataReceived += (_, line) => output.OnOutput(line.Data);
        handler.process.ErrorDataReceived += (_, line) => output.OnError(line.Data);

        // The death signal comes when the *thread* that forked ends, and a thread of the pool may end at any time: so
        // the handler gets a thread that lives exactly as long as it does.
        new Thread(handler.Run) { IsBackground = true, Name = "handler" }.Start();
        await handler.started.Task;
        return handler;
    }

    /// <summary>Ends the handler and its children at once, by SIGKILL.</summary>
    public void Kill()
    {
        lock (process)
        {
            if (!Exited.IsCompleted)
            {
                IsKilled = true;
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>Ends the handler, if it still runs, and waits for its end.</summary>
    public async ValueTask DisposeAsync()
    {
        Kill();
        await Exited;
        process.Dispose();
    }

    private static ProcessStartInfo StartInfo(FunctionApp app, string port)
    {
        var id = Guid.NewGuid().ToString();

        // In a session of its own, the handler does not get the Ctrl+C that is meant for this host.
        return new ProcessStartInfo("setpriv", ["--pdeathsig", "KILL", "--", "setsid", app.Host.Handler.Program, .. app.Host.Handler.Arguments])
        {
            WorkingDirectory = app.Host.Handler.WorkingDirectory,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["FUNCTIONS_CUSTOMHANDLER_PORT"] = port,
                ["FUNCTIONS_HTTPWORKER_PORT"] = port,
                ["FUNCTIONS_CUSTOMHANDLER_WORKER_ID"] = id,
                ["FUNCTIONS_HTTPWORKER_ID"] = id,
                ["FUNCTIONS_APP_ROOT_PATH"] = app.Root,
            },
        };
    }

    private static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }

    private void Run()
    {
        try
        {
            process.Start();
        }
        catch (Win32Exception fault)
        {
            started.SetException(fault);
            return;
        }

        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        started.SetResult();

        // With a limit, the wait is for the process alone and not for a grandchild that keeps its output open.
        process.WaitForExit(int.MaxValue);
        exited.SetResult(process.ExitCode);
    }
}
