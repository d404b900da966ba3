using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NCrontab;

namespace Iasios.LocalHost.Triggers.Timer;

/// <summary>When a timer fires: an NCRONTAB expression of six fields (or five, without seconds), or an interval. Times are UTC.</summary>
internal sealed class Schedule
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Func<DateTime, DateTime> next;

    private Schedule(Func<DateTime, DateTime> next) => this.next = next;

    /// <summary>Reads an expression.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Schedule? schedule)
    {
        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        var cron = CrontabSchedule.TryParse(text, new CrontabSchedule.ParseOptions { IncludingSeconds = fields == 6 });
        schedule = cron is not null
            ? new(cron.GetNextOccurrence)
            : TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var interval) && interval > TimeSpan.Zero
                ? new(after => after + interval)
                : null;
        return schedule is not null;
    }

    /// <summary>The first occurrence after a time.</summary>
    public DateTimeOffset Next(DateTimeOffset after) => new(DateTime.SpecifyKind(next(after.UtcDateTime), DateTimeKind.Utc));

    /// <summary>Whether the next two occurrences are a minute or more apart; below that no state is kept, as on the real host.</summary>
    public bool IsMonitored(DateTimeOffset now) => Next(Next(now)) - Next(now) >= Minute;
}
