using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Iasios.Extraction.Native;

/// <summary>
/// Runs the native programs that read documents: fenced by the kernel's limits, cut off from our environment and, where the
/// kernel lets us, from the network, each in a temporary folder of its own, and never more at a time in this process than the
/// machine has cores.
/// </summary>
/// <param name="searchPath">Folders to look for the programs in, parted as in PATH.</param>
public sealed class NativeTools(string searchPath)
{
    internal const string PdfToText = "pdftotext";
    internal const string PdfInfo = "pdfinfo";
    internal const string LibreOffice = "soffice";
    internal const string PdfImages = "pdfimages";
    internal const string PdfToPpm = "pdftoppm";
    internal const string Tesseract = "tesseract";

    private const string Fence = "prlimit";
    private const string NetworkFence = "unshare";
    private const int ErrorBytesKept = 64 * 1024;
    private const int CannotBeRun = 126;
    private const int NotFound = 127;
    private const int FirstSignal = 128;

    // Many container hosts forbid it, so it is tried out once. The user is mapped, so the files stay readable.
    private static readonly string[] NoNetwork = ["--map-root-user", "--net", "--"];

    // Static, because the cores are the process's and not one instance's.
    private static readonly SemaphoreSlim Gate = new(Environment.ProcessorCount);

    private readonly ConcurrentDictionary<string, string> found = new(StringComparer.Ordinal);
    private readonly Lazy<bool> hasNetworkFence = new(() => TryNetworkFence(searchPath));

    /// <summary>The programs found through this process's PATH.</summary>
    public NativeTools()
        : this(Environment.GetEnvironmentVariable("PATH") ?? "")
    {
    }

    /// <summary>The programs that reading needs and this machine lacks; empty when all are there.</summary>
    public IReadOnlyList<string> Missing() => [.. new[] { Fence, PdfToText, PdfInfo, PdfImages, PdfToPpm, Tesseract }.Where(name => !Has(name))];

    /// <summary>Whether this machine has the program.</summary>
    internal bool Has(string tool) => Find(tool) is not null;

    /// <summary>Runs one program to its end, waiting for the gate first. Cancelling kills the child before this returns.</summary>
    /// <exception cref="InvalidOperationException">The program is not installed, or can't be started under these limits.</exception>
    internal async Task<NativeRun> RunAsync(string tool, IEnumerable<string> arguments, NativeLimits limits, CancellationToken cancellationToken)
    {
        await Gate.WaitAsync(cancellationToken);
        try
        {
            using var scratch = new ScratchFolder();
            var start = Fenced(tool, arguments, limits, scratch.Path);
            using var child = Process.Start(start) ?? throw new InvalidOperationException($"The program {tool} did not start.");
            return await WatchAsync(child, limits, cancellationToken);
        }
        finally
        {
            Gate.Release();
        }
    }

    private ProcessStartInfo Fenced(string tool, IEnumerable<string> arguments, NativeLimits limits, string folder)
    {
        var start = new ProcessStartInfo(hasNetworkFence.Value ? Require(NetworkFence) : Require(Fence))
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment.Clear();
        start.Environment["PATH"] = searchPath;
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment["TMPDIR"] = folder;
        if (limits.Home is not null)
        {
            start.Environment["HOME"] = limits.Home;
        }

        // Tesseract would start a thread a core in each of its processes.
        start.Environment["OMP_THREAD_LIMIT"] = "1";
        string[] fence =
        [
            .. hasNetworkFence.Value ? [.. NoNetwork, Require(Fence)] : Array.Empty<string>(),
            string.Create(CultureInfo.InvariantCulture, $"--as={limits.MemoryBytes}"),
            string.Create(CultureInfo.InvariantCulture, $"--cpu={limits.CpuSeconds}"),
            string.Create(CultureInfo.InvariantCulture, $"--fsize={limits.OutputBytes}"),
            string.Create(CultureInfo.InvariantCulture, $"--nofile={limits.OpenFiles}"),
            "--core=0",
            "--",
            Require(tool),
        ];
        foreach (var argument in fence.Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    private static async Task<NativeRun> WatchAsync(Process child, NativeLimits limits, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(limits.Wall);

        // The child is killed rather than the reading of its pipes cancelled: both pipes then end by themselves, and nothing is left behind.
        await using var kill = deadline.Token.Register(Kill);
        child.StandardInput.Close();
        var output = DrainAsync(child.StandardOutput.BaseStream, limits.OutputBytes, Kill);
        var errors = DrainAsync(child.StandardError.BaseStream, ErrorBytesKept, whenFull: null);
        await Task.WhenAll(output, errors);
        await child.WaitForExitAsync(CancellationToken.None);

        cancellationToken.ThrowIfCancellationRequested();
        var (written, overflowed) = await output;
        var said = Encoding.UTF8.GetString((await errors).Written.Span);
        if (child.ExitCode is CannotBeRun or NotFound || said.StartsWith($"{Fence}:", StringComparison.Ordinal) || said.StartsWith($"{NetworkFence}:", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"A native program did not start: {said}");
        }

        var endedByItself = child.ExitCode < FirstSignal && !overflowed;
        return new(endedByItself ? child.ExitCode : null, written, said, clock.Elapsed);

        void Kill() => child.Kill(entireProcessTree: true);
    }

    // Reads to the end whatever the cap is, so that the child never waits for a full pipe.
    private static async Task<(ReadOnlyMemory<byte> Written, bool Overflowed)> DrainAsync(Stream pipe, long cap, Action? whenFull)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[32 * 1024];
        var overflowed = false;
        int count;
        while ((count = await pipe.ReadAsync(buffer, CancellationToken.None)) > 0)
        {
            var room = (int)Math.Min(count, cap - kept.Length);
            kept.Write(buffer, 0, room);
            if (room < count && !overflowed)
            {
                overflowed = true;
                whenFull?.Invoke();
            }
        }

        return (kept.GetBuffer().AsMemory(0, (int)kept.Length), overflowed);
    }

    private string Require(string name) => Find(name) ?? throw new InvalidOperationException($"The program {name} is not installed.");

    private string? Find(string name)
    {
        if (!found.TryGetValue(name, out var path) && (path = In(searchPath, name)) is not null)
        {
            found[name] = path;
        }

        return path;
    }

    private static string? In(string searchPath, string name) => searchPath
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, name))
        .FirstOrDefault(File.Exists);

    private static bool TryNetworkFence(string searchPath)
    {
        if (In(searchPath, NetworkFence) is not { } fence || In(searchPath, "true") is not { } nothing)
        {
            return false;
        }

        using var child = Process.Start(new ProcessStartInfo(fence, [.. NoNetwork, nothing]) { UseShellExecute = false, RedirectStandardError = true });
        child?.WaitForExit();
        return child is { ExitCode: 0 };
    }
}
