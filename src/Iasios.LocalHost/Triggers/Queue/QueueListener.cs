using System.Text;
using Azure;
using Azure.Storage.Queues.Models;
using Iasios.LocalHost.Configuration;
using Iasios.LocalHost.Handler;
using Iasios.LocalHost.State;

namespace Iasios.LocalHost.Triggers.Queue;

/// <summary>Takes messages in batches, looking ever more rarely at an empty queue, and has them processed concurrently.</summary>
internal sealed partial class QueueListener(
    QueueFunction function,
    FunctionApp app,
    HandlerSupervisor handlers,
    FunctionInvoker invoker,
    Drain drain,
    TimeProvider clock,
    ILogger<QueueListener> logger) : BackgroundService, IManualTrigger
{
    private readonly QueueSettings settings = app.Host.Queues;
    private readonly List<Task> inWork = [];

    public string Function => function.Name;

    public async Task RunNowAsync(string input, CancellationToken cancellationToken)
    {
        var message = QueuesModelFactory.QueueMessage(Guid.NewGuid().ToString(), "", input, dequeueCount: 1);
        var envelope = QueueEnvelope.Create(function, message, Encoding.UTF8.GetBytes(input), clock.GetUtcNow());
        await invoker.InvokeAsync(Function, Guid.NewGuid(), envelope, cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await handlers.WhenReadyAsync(drain.Stopping);
            await PollAsync();
        }
        catch (OperationCanceledException) when (drain.Stopping.IsCancellationRequested)
        {
            // What is in work may end by itself, within the time that the drain gives it.
        }

        await Task.WhenAll(inWork);
    }

    private async Task PollAsync()
    {
        var processor = new QueueMessageProcessor(function, settings, invoker, drain, clock, logger);
        var wait = TimeSpan.Zero;
        while (!drain.Stopping.IsCancellationRequested)
        {
            var messages = await ReceiveAsync();
            inWork.AddRange(messages.Select(processor.ProcessAsync));
            wait = messages.Length > 0 ? TimeSpan.Zero : Longer(wait);
            await Task.Delay(wait, clock, drain.Stopping);
            await MakeRoomAsync();
        }
    }

    private async Task MakeRoomAsync()
    {
        inWork.RemoveAll(task => task.IsCompleted);
        while (inWork.Count > settings.NewBatchThreshold)
        {
            inWork.Remove(await Task.WhenAny(inWork).WaitAsync(drain.Stopping));
        }
    }

    private TimeSpan Longer(TimeSpan wait)
    {
        var longer = wait < QueueSettings.MinPollingInterval ? QueueSettings.MinPollingInterval : wait * 2;
        return longer < settings.MaxPollingInterval ? longer : settings.MaxPollingInterval;
    }

    // Not cancelled by the stop: messages that the service hands out but nobody receives would be gone for ten minutes.
    private async Task<QueueMessage[]> ReceiveAsync()
    {
        try
        {
            return (await function.Queue.ReceiveMessagesAsync(settings.BatchSize, HeldMessage.Invisibility, drain.Abandon)).Value;
        }
        catch (RequestFailedException fault) when (fault.Status == StatusCodes.Status404NotFound)
        {
            return await CreateQueueAsync();
        }
        catch (Exception fault) when (StorageFault.Is(fault, drain.Abandon))
        {
            NoMessages(function.Name, function.Queue.Name, fault.Message);
            return [];
        }
    }

    private async Task<QueueMessage[]> CreateQueueAsync()
    {
        try
        {
            await function.Queue.CreateIfNotExistsAsync(cancellationToken: drain.Abandon);
            Created(function.Queue.Name);
        }
        catch (Exception fault) when (StorageFault.Is(fault, drain.Abandon))
        {
            NoMessages(function.Name, function.Queue.Name, fault.Message);
        }

        return [];
    }

    [LoggerMessage(LogLevel.Information, "The queue {Queue} did not exist and was created.")]
    private partial void Created(string queue);

    [LoggerMessage(LogLevel.Warning, "No messages for {Function}: the queue {Queue} cannot be read ({Reason}). Trying again.")]
    private partial void NoMessages(string function, string queue, string reason);
}
