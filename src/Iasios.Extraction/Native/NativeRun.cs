namespace Iasios.Extraction.Native;

/// <summary>What one native child may use.</summary>
internal sealed record NativeLimits(int CpuSeconds, TimeSpan Wall, long MemoryBytes, long OutputBytes, int OpenFiles)
{
    /// <summary>A private folder for a program that keeps files of its own; null for one that does not.</summary>
    public string? Home { get; init; }
}

/// <summary>What a native child did.</summary>
/// <param name="ExitCode">Null when it did not end by itself: stopped at a limit, or crashed.</param>
/// <param name="Output">What it had written by its end, whatever the end was.</param>
/// <param name="Errors">What it said of errors, at most 64 KiB.</param>
/// <param name="Elapsed">By the clock, without waiting for the gate.</param>
internal sealed record NativeRun(int? ExitCode, ReadOnlyMemory<byte> Output, string Errors, TimeSpan Elapsed);
