using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Iasios.Functions.Evidence;

/// <summary>When documents that failed by a fault are tried again.</summary>
public sealed class EvidenceOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Evidence";

    /// <summary>The wait after the first failure; it doubles with each further one. 1 second to 1 hour; 5 minutes unless set.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan FirstRetryDelay { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The longest wait. 1 second to 7 days; 1 day unless set.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00")]
    public TimeSpan LongestRetryDelay { get; init; } = TimeSpan.FromDays(1);

    /// <summary>The wait after a number of failures in a row, 1 or more.</summary>
    public TimeSpan DelayAfter(int failures)
    {
        var doubled = FirstRetryDelay.TotalSeconds * Math.Pow(2, Math.Min(failures - 1, 30));
        return TimeSpan.FromSeconds(Math.Min(doubled, LongestRetryDelay.TotalSeconds));
    }
}

/// <summary>Checks <see cref="EvidenceOptions"/> at start.</summary>
[OptionsValidator]
public sealed partial class EvidenceOptionsValidator : IValidateOptions<EvidenceOptions>;
