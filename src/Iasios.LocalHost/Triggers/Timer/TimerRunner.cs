using System.Text.Json;
using System.Text.Json.Nodes;
using Iasios.LocalHost.Configuration;
using Iasios.LocalHost.Handler;

namespace Iasios.LocalHost.Triggers.Timer;

/// <summary>Runs a timer function, with its retries, one run at a time.</summary>
internal sealed class TimerRunner(TimerFunction timer, FunctionInvoker invoker, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);

    /// <summary>Runs the function once and again as its retry policy says.</summary>
    /// <param name="status">The timer's state, or null where none is kept.</param>
    /// <param name="isPastDue">Whether this run makes up for a missed one.</param>
    /// <param name="cancellationToken">Gives the run up.</param>
    public async Task RunAsync(ScheduleStatus? status, bool isPastDue, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            await RunWithRetriesAsync(status, isPastDue, cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    private async Task RunWithRetriesAsync(ScheduleStatus? status, bool isPastDue, CancellationToken cancellationToken)
    {
        // Every attempt of a run bears the same id.
        var id = Guid.NewGuid();
        string? reason = null;
        for (var retries = 0; ; retries++)
        {
            var result = await invoker.InvokeAsync(timer.Name, id, Create(status, isPastDue, retries, reason), cancellationToken);
            if (result is not InvocationResult.Failed failed || !timer.Retry.Allows(retries))
            {
                return;
            }

            reason = failed.Reason;
            await Task.Delay(timer.Retry.DelayBefore(retries), clock, cancellationToken);
        }
    }

    private JsonObject Create(ScheduleStatus? status, bool isPastDue, int retries, string? reason)
    {
        var info = new JsonObject
        {
            ["Schedule"] = new JsonObject { ["AdjustForDST"] = true },
            ["ScheduleStatus"] = JsonSerializer.SerializeToNode(status),
            ["IsPastDue"] = isPastDue,
        };
        var metadata = new JsonObject { ["sys"] = Envelope.Sys(timer.Name, clock.GetUtcNow()) };
        if (timer.Retry.MaxRetryCount is { } most)
        {
            metadata["RetryContext"] = new JsonObject
            {
                ["RetryCount"] = retries,
                ["MaxRetryCount"] = most,
                ["Exception"] = reason is null ? null : new JsonObject { ["Message"] = reason },
                ["Instance"] = null,
                ["State"] = new JsonObject(),
            };
        }

        return Envelope.Create(timer.Binding, info, metadata);
    }
}
