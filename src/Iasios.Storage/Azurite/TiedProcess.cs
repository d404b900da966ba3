using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Iasios.Storage.Azurite;

/// <summary>A child process that Linux ends with this one, and that is asked to stop before it is made to.</summary>
internal sealed partial class TiedProcess
{
    private const int Sigterm = 15;

    private readonly Process process;
    private readonly TaskCompletionSource<int> exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private TiedProcess(Process process) => this.process = process;

    public int Id { get; private set; }

    /// <summary>Gives the exit code when the process has ended and its output was read to the end.</summary>
    public Task<int> Exited => exited.Task;

    /// <summary>Starts a program, such that it gets SIGTERM when this process dies.</summary>
    /// <exception cref="InvalidOperationException">The operating system could not start it.</exception>
    public static async Task<TiedProcess> StartAsync(
        IReadOnlyList<string> command, Action<string> onOutput, Action<string> onError)
    {
        // In a session of its own, Ctrl+C in the terminal stops this program and leaves the child to it.
        var tied = new TiedProcess(new Process
        {
            StartInfo = new("setpriv", ["--pdeathsig", "TERM", "--", "setsid", .. command])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        });
        tied.process.OutputDataReceived += (_, line) => Pass(line.Data, onOutput);
        tied.process.ErrorDataReceived += (_, line) => Pass(line.Data, onError);

        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() => tied.Run(started)) { IsBackground = true, Name = command[0] }.Start();
        await started.Task;
        return tied;
    }

    /// <summary>Sends SIGTERM, waits, and ends the process by force when the time is over.</summary>
    public async Task StopAsync(TimeSpan grace)
    {
        if (!Exited.IsCompleted)
        {
            _ = Kill(Id, Sigterm);
        }

        try
        {
            await Exited.WaitAsync(grace);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            await Exited;
        }

        process.Dispose();
    }

    // The signal of a dying parent comes when the *thread* that forked ends. A thread of the pool may end at any time,
    // so the process gets a thread that lives exactly as long as it does.
    private void Run(TaskCompletionSource started)
    {
        try
        {
            process.Start();
        }
        catch (Win32Exception fault)
        {
            started.SetException(new InvalidOperationException($"The tool 'setpriv' could not be started: {fault.Message}", fault));
            return;
        }

        Id = process.Id;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        started.SetResult();
        process.WaitForExit();
        exited.SetResult(process.ExitCode);
    }

    private static void Pass(string? line, Action<string> receiver)
    {
        if (line is not null)
        {
            receiver(line);
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int processId, int signal);
}
