namespace Iasios.Extraction.Tests.Support;

/// <summary>Notes how long somebody wants to wait, and does not let them.</summary>
internal sealed class ImpatientClock : TimeProvider
{
    public List<TimeSpan> Waits { get; } = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Waits.Add(dueTime);
        return base.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
