using System.ComponentModel;
using Iasios.LocalHost.Configuration;

namespace Iasios.LocalHost.Handler;

/// <summary>Keeps one handler running by the real host's rules: exit code 0 ends it for good, 200 restarts it, others are errors.</summary>
internal sealed partial class HandlerSupervisor(
    FunctionApp app,
    HandlerProbe probe,
    HandlerOutput output,
    TimeProvider clock,
    IHostApplicationLifetime lifetime,
    ILogger<HandlerSupervisor> logger) : BackgroundService
{
    private const int Restart = 200;

    private readonly RestartBudget budget = new(clock);
    private TaskCompletionSource<HandlerProcess> ready = NotReady();

    /// <summary>Whether the host stopped because the handler failed too often.</summary>
    public bool HasGivenUp { get; private set; }

    /// <summary>The handler, if it is ready.</summary>
    public HandlerProcess? Current => Volatile.Read(ref ready).Task is { IsCompletedSuccessfully: true } task ? task.Result : null;

    /// <summary>Waits until the handler is ready.</summary>
    public Task<HandlerProcess> WhenReadyAsync(CancellationToken cancellationToken) => Volatile.Read(ref ready).Task.WaitAsync(cancellationToken);

    /// <summary>Kills the handler, so that a new one is started. Killing the same one twice restarts once.</summary>
    public void Replace(HandlerProcess handler)
    {
        if (!handler.IsKilled && !handler.Exited.IsCompleted)
        {
            Replacing();
            handler.Kill();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var again = true;
            while (again)
            {
                again = await RunOnceAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The handler has been killed on the way out.
        }
    }

    private static TaskCompletionSource<HandlerProcess> NotReady() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    // Whether another handler is to be started.
    private async Task<bool> RunOnceAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var handler = await HandlerProcess.StartAsync(app, output);
            if (!await BecomesReadyAsync(handler, stoppingToken))
            {
                NotReadyInTime(app.Host.Handler.InitializationTimeout);
                return Forgive();
            }

            var exitCode = await ExitOfAsync(handler, stoppingToken);
            Withdraw(handler, exitCode);
            return await NextAfterExitAsync(handler, exitCode, stoppingToken);
        }
        catch (Win32Exception fault)
        {
            CannotStart(fault.Message);
            return Forgive();
        }
    }

    // An exit counts as ready too: the exit code then says what follows.
    private async Task<bool> BecomesReadyAsync(HandlerProcess handler, CancellationToken stoppingToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        limit.CancelAfter(app.Host.Handler.InitializationTimeout);
        try
        {
            var answer = probe.UntilReadyAsync(handler.Address, limit.Token);
            if (await Task.WhenAny(answer, handler.Exited) == handler.Exited)
            {
                await limit.CancelAsync();
                await answer.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return true;
            }

            await answer;
            Ready(handler.Address.Port);
            ready.SetResult(handler);
            return true;
        }
        catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task<int> ExitOfAsync(HandlerProcess handler, CancellationToken stoppingToken)
    {
        using var watching = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var watch = probe.WatchAsync(handler.Address, watching.Token);
        try
        {
            return await handler.Exited.WaitAsync(stoppingToken);
        }
        finally
        {
            await watching.CancelAsync();
            await watch.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> NextAfterExitAsync(HandlerProcess handler, int exitCode, CancellationToken stoppingToken)
    {
        switch (exitCode)
        {
            case var _ when handler.IsKilled:
                return true;
            case Restart:
                AskedForRestart();
                return true;
            case 0:
                EndedForGood();
                await Task.Delay(Timeout.InfiniteTimeSpan, clock, stoppingToken);
                return false;
            default:
                Failed(exitCode);
                return Forgive();
        }
    }

    // New invocations wait for the next handler. After exit code 0 there is none, and they shall fail.
    private void Withdraw(HandlerProcess handler, int exitCode)
    {
        if (ready.Task.IsCompleted && (exitCode != 0 || handler.IsKilled))
        {
            Volatile.Write(ref ready, NotReady());
        }
    }

    private bool Forgive()
    {
        if (budget.Forgives())
        {
            return true;
        }

        TooManyErrors();
        HasGivenUp = true;
        lifetime.StopApplication();
        return false;
    }

    [LoggerMessage(LogLevel.Information, "The handler is ready on port {Port}.")]
    private partial void Ready(int port);

    [LoggerMessage(LogLevel.Error, "The handler cannot be started: {Reason}")]
    private partial void CannotStart(string reason);

    [LoggerMessage(LogLevel.Error, "The handler did not answer within {Limit}.")]
    private partial void NotReadyInTime(TimeSpan limit);

    [LoggerMessage(LogLevel.Error, "The handler ended with exit code {ExitCode}, which is an error.")]
    private partial void Failed(int exitCode);

    [LoggerMessage(LogLevel.Information, "The handler ended with exit code 200 and is started again.")]
    private partial void AskedForRestart();

    [LoggerMessage(LogLevel.Error, "The handler ended with exit code 0: like the real host, this one does not start it again, and every further invocation fails.")]
    private partial void EndedForGood();

    [LoggerMessage(LogLevel.Warning, "The handler is killed and started again; everything it was working on is lost.")]
    private partial void Replacing();

    [LoggerMessage(LogLevel.Critical, "The handler failed three times within 30 minutes. The host stops.")]
    private partial void TooManyErrors();
}
