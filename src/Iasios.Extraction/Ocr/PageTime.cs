using Iasios.Extraction.Native;

namespace Iasios.Extraction.Ocr;

/// <summary>Runs the native children of one page within the time that a page may take; waiting for the gate is not counted.</summary>
internal sealed class PageTime(ReadingLimits limits)
{
    private TimeSpan left = TimeSpan.FromSeconds(limits.OcrPageSeconds);

    /// <summary>Null when no time is left.</summary>
    public async Task<NativeRun?> RunAsync(NativeTools tools, string tool, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        if (left <= TimeSpan.Zero)
        {
            return null;
        }

        var allowed = new NativeLimits(limits.OcrPageSeconds, left, limits.ToolMemoryBytes, limits.ToolOutputBytes, limits.ToolOpenFiles);
        var run = await tools.RunAsync(tool, arguments, allowed, cancellationToken);
        left -= run.Elapsed;
        return run;
    }
}
