using Iasios.LocalHost.Configuration;
using Iasios.LocalHost.Handler;
using Iasios.LocalHost.State;

namespace Iasios.LocalHost.Triggers.Timer;

/// <summary>Runs a function by its schedule, in one host at a time, and makes up for a run that was missed.</summary>
internal sealed partial class TimerListener(
    TimerFunction timer,
    BlobLock locks,
    ScheduleMonitor monitor,
    HandlerSupervisor handlers,
    FunctionInvoker invoker,
    Drain drain,
    TimeProvider clock,
    ILogger<TimerListener> logger) : BackgroundService, IManualTrigger
{
    // Longer waits are cut: a timer of the runtime cannot wait for more than 49 days.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly TimerRunner runner = new(timer, invoker, clock);
    private readonly bool isMonitored = timer.UseMonitor && timer.Schedule.IsMonitored(clock.GetUtcNow());

    public string Function => timer.Name;

    public Task RunNowAsync(string input, CancellationToken cancellationToken) => runner.RunAsync(NeverRan(), isPastDue: false, cancellationToken);

    public override void Dispose()
    {
        runner.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await handlers.WhenReadyAsync(drain.Stopping);
            while (!drain.Stopping.IsCancellationRequested)
            {
                await locks.HoldAsync(timer.Name, RunByScheduleAsync, drain.Stopping);
            }
        }
        catch (OperationCanceledException) when (drain.Stopping.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private ScheduleStatus? NeverRan() => isMonitored ? new(default, timer.Schedule.Next(clock.GetUtcNow()), default) : null;

    // Ends when the lock is lost.
    private async Task RunByScheduleAsync(CancellationToken held)
    {
        try
        {
            var status = await BeginAsync(held);
            while (true)
            {
                await UntilAsync(status.Next, held);
                status = await RunAsync(status, isPastDue: false, clock.GetUtcNow(), held);
            }
        }
        catch (OperationCanceledException) when (held.IsCancellationRequested)
        {
            drain.Stopping.ThrowIfCancellationRequested();
        }
    }

    private async Task<ScheduleStatus> BeginAsync(CancellationToken held)
    {
        var now = clock.GetUtcNow();
        var status = isMonitored ? await monitor.StartAsync(timer, now, held) : new(default, timer.Schedule.Next(now), default);
        Scheduled(timer.Name, status.Next);
        return status.Next < now
            ? await RunAsync(status, isPastDue: true, now, held)
            : timer.RunOnStartup ? await RunAsync(status, isPastDue: false, now, held) : status;
    }

    private async Task<ScheduleStatus> RunAsync(ScheduleStatus status, bool isPastDue, DateTimeOffset started, CancellationToken held)
    {
        held.ThrowIfCancellationRequested();
        await runner.RunAsync(isMonitored ? status : null, isPastDue, drain.Abandon);
        var next = timer.Schedule.Next(started);
        var ran = new ScheduleStatus(started, next, started);
        if (isMonitored)
        {
            await monitor.WriteAsync(timer, ran, drain.Abandon);
        }

        return ran;
    }

    private async Task UntilAsync(DateTimeOffset due, CancellationToken cancellationToken)
    {
        for (var wait = due - clock.GetUtcNow(); wait > TimeSpan.Zero; wait = due - clock.GetUtcNow())
        {
            await Task.Delay(wait < LongestWait ? wait : LongestWait, clock, cancellationToken);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Function} runs next at {Next:u}.")]
    private partial void Scheduled(string function, DateTimeOffset next);
}
