using System.Globalization;
using Azure;

namespace Iasios.Extraction.Ocr.DocumentIntelligence;

/// <summary>How long the service asks to be left alone.</summary>
internal static class RetryAfter
{
    /// <summary>The longest wait that is honoured: a quarter of what an invocation has.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>The wait that a response asks for, in seconds or until a time; null when it asks for none.</summary>
    public static TimeSpan? Of(Response response, TimeProvider clock)
    {
        if (!response.Headers.TryGetValue("Retry-After", out var text))
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return TimeSpan.FromSeconds(seconds);
        }

        return DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var until)
            ? TimeSpan.FromTicks(Math.Max(0, (until - clock.GetUtcNow()).Ticks))
            : null;
    }
}
