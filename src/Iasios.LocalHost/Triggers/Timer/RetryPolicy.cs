using Iasios.LocalHost.Configuration;

namespace Iasios.LocalHost.Triggers.Timer;

/// <summary>How often and after which waits a failed run is tried again.</summary>
/// <param name="MaxRetryCount">How often at most; -1 without end, null where no policy is set.</param>
/// <param name="Least">The first wait.</param>
/// <param name="Most">The longest wait; each wait is twice the one before.</param>
internal sealed record RetryPolicy(int? MaxRetryCount, TimeSpan Least, TimeSpan Most)
{
    /// <summary>A failed run is not tried again.</summary>
    public static readonly RetryPolicy None = new(null, TimeSpan.Zero, TimeSpan.Zero);

    /// <summary>Reads <c>retry</c> of a function.json.</summary>
    /// <exception cref="ConfigurationException">A field is missing or wrong.</exception>
    public static RetryPolicy Read(JsonSection retry)
    {
        if (!retry.Exists)
        {
            return None;
        }

        var count = retry.Number("maxRetryCount", 0, -1, int.MaxValue);
        switch (retry.Text("strategy"))
        {
            case "fixedDelay":
                var delay = retry.Time("delayInterval", TimeSpan.Zero, TimeSpan.Zero);
                return new(count, delay, delay);
            case "exponentialBackoff":
                var least = retry.Time("minimumInterval", TimeSpan.Zero, TimeSpan.Zero);
                return new(count, least, retry.Time("maximumInterval", least, least));
            default:
                throw retry.Fault("strategy", "must be \"fixedDelay\" or \"exponentialBackoff\"");
        }
    }

    /// <summary>Whether another try follows after so many retries.</summary>
    public bool Allows(int retries) => MaxRetryCount is { } most && (most == -1 || retries < most);

    /// <summary>The wait before a retry, counted from 0.</summary>
    public TimeSpan DelayBefore(int retry)
    {
        var delay = Least.Ticks * Math.Pow(2, Math.Min(retry, 30));
        return delay < Most.Ticks ? TimeSpan.FromTicks((long)delay) : Most;
    }
}
