namespace Iasios.Extraction.Native;

/// <summary>How a native child ended.</summary>
internal enum NativeEnd
{
    /// <summary>By itself, with an exit code.</summary>
    Exited,

    /// <summary>At its processor or wall time.</summary>
    OutOfTime,

    /// <summary>At its output cap.</summary>
    OutOfOutput,

    /// <summary>By a signal: it crashed, or ran out of address space.</summary>
    Crashed,
}

/// <summary>What one native child may use.</summary>
internal sealed record NativeLimits(int CpuSeconds, TimeSpan Wall, long MemoryBytes, long OutputBytes, int OpenFiles);

/// <summary>What a native child did. <paramref name="Output"/> is what came before its end, whatever the end was.</summary>
internal sealed record NativeRun(NativeEnd End, int ExitCode, ReadOnlyMemory<byte> Output, string Errors, TimeSpan Elapsed)
{
    public bool Succeeded => End is NativeEnd.Exited && ExitCode == 0;
}
