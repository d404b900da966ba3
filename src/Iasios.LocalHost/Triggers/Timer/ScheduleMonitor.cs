using System.Text.Json;
using Iasios.LocalHost.Configuration;
using Iasios.LocalHost.State;

namespace Iasios.LocalHost.Triggers.Timer;

/// <summary>Remembers in a blob when a timer ran and is to run, so that a missed run is noticed.</summary>
internal sealed partial class ScheduleMonitor(FunctionApp app, ILogger<ScheduleMonitor> logger)
{
    /// <summary>Reads the state at the start of a timer, and adapts it when the schedule has been changed meanwhile.</summary>
    public async Task<ScheduleStatus> StartAsync(TimerFunction timer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var status = await ReadAsync(timer, cancellationToken);
        var adapted = status is null ? new(default, timer.Schedule.Next(now), now) : Adapt(status, timer.Schedule, now);
        if (adapted != status)
        {
            await WriteAsync(timer, adapted, cancellationToken);
        }

        return adapted;
    }

    /// <summary>Writes the state, as well as it can: a fault costs a missed or a second run after a restart.</summary>
    public async Task WriteAsync(TimerFunction timer, ScheduleStatus status, CancellationToken cancellationToken)
    {
        try
        {
            await HostBlobs.WriteAsync(HostBlobs.Schedule(app, timer.Name), BinaryData.FromObjectAsJson(status), conditions: null, cancellationToken);
        }
        catch (Exception fault) when (StorageFault.Is(fault, cancellationToken))
        {
            NotKept(timer.Name, fault.Message);
        }
    }

    // Under a new schedule, what the old one would have run is not past due.
    private static ScheduleStatus Adapt(ScheduleStatus status, Schedule schedule, DateTimeOffset now)
    {
        var expected = schedule.Next(status.Last == default ? status.LastUpdated : status.Last);
        return status.Next == expected
            ? status
            : new(default, expected < now ? schedule.Next(now) : expected, status.Last == default ? status.LastUpdated : status.Last);
    }

    private async Task<ScheduleStatus?> ReadAsync(TimerFunction timer, CancellationToken cancellationToken)
    {
        try
        {
            var content = await HostBlobs.ReadAsync(HostBlobs.Schedule(app, timer.Name), cancellationToken);
            return content?.ToObjectFromJson<ScheduleStatus>();
        }
        catch (Exception fault) when (fault is JsonException || StorageFault.Is(fault, cancellationToken))
        {
            NotKept(timer.Name, fault.Message);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The schedule of {Function} could not be read or kept ({Reason}).")]
    private partial void NotKept(string function, string reason);
}
