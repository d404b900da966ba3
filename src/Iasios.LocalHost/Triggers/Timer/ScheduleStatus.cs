namespace Iasios.LocalHost.Triggers.Timer;

/// <summary>What is kept of a timer between two runs. A time that never was is year 1.</summary>
internal sealed record ScheduleStatus(DateTimeOffset Last, DateTimeOffset Next, DateTimeOffset LastUpdated);
