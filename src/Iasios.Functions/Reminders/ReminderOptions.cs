namespace Iasios.Functions.Reminders;

/// <summary>Where reminders go besides the outbox rows.</summary>
public sealed class ReminderOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Reminders";

    /// <summary>A folder that gets an .eml file for each message; none unless set.</summary>
    public string? OutboxFolder { get; init; }
}
