using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Iasios.Functions.Host;

/// <summary>How long the app lets one invocation work. The host sends no cancellation, and its own time-out kills the whole process.</summary>
public sealed class InvocationOptions : IValidatableObject
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Invocation";

    /// <summary>The deadline; below functionTimeout in host.json. From 1 second to 9 minutes; 4 minutes unless set.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:09:00")]
    public TimeSpan Deadline { get; init; } = TimeSpan.FromMinutes(4);

    /// <summary>
    /// When a document that takes long begins no further page and is left to the next invocation. What is left until the
    /// deadline is for the page that was begun, a minute at most, and for filing. From 1 second; 2 minutes 40 unless set.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:09:00")]
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(160);

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => Pause < Deadline
        ? []
        : [new("Pause must be shorter than Deadline.", [nameof(Pause)])];
}

/// <summary>Checks <see cref="InvocationOptions"/> at start.</summary>
[OptionsValidator]
public sealed partial class InvocationOptionsValidator : IValidateOptions<InvocationOptions>;
