namespace Iasios.LocalHost.Handler;

/// <summary>What became of an invocation.</summary>
internal abstract record InvocationResult
{
    private InvocationResult()
    {
    }

    /// <summary>The handler answered as the contract asks.</summary>
    public sealed record Succeeded : InvocationResult;

    /// <summary>It did not; the reason is for the log.</summary>
    public sealed record Failed(string Reason) : InvocationResult;
}
