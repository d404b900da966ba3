using Azure.Core;
using Azure.Core.Pipeline;

namespace Iasios.Extraction.Ocr.DocumentIntelligence;

/// <summary>
/// Tries again what failed for a passing reason (408, 429, 5xx, a cut connection) as Azure.Core does, which waits as long as
/// Retry-After says. A service that asks to wait longer than an invocation can afford is not waited for: the fault goes to
/// the host, which tries the whole document again later.
/// </summary>
internal sealed class BoundedRetryPolicy(RetryOptions retry, TimeProvider clock)
    : RetryPolicy(retry.MaxRetries, DelayStrategy.CreateExponentialDelayStrategy(retry.Delay, retry.MaxDelay))
{
    protected override bool ShouldRetry(HttpMessage message, Exception? exception) =>
        IsWorthWaiting(message) && base.ShouldRetry(message, exception);

    protected override ValueTask<bool> ShouldRetryAsync(HttpMessage message, Exception? exception) =>
        IsWorthWaiting(message) ? base.ShouldRetryAsync(message, exception) : new(false);

    private bool IsWorthWaiting(HttpMessage message) =>
        !message.HasResponse || RetryAfter.Of(message.Response, clock) is not { } wait || wait <= RetryAfter.Longest;
}
