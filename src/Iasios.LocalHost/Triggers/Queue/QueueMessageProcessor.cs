using System.Text;
using Azure.Storage.Queues.Models;
using Iasios.LocalHost.Configuration;
using Iasios.LocalHost.Handler;
using Iasios.LocalHost.State;

namespace Iasios.LocalHost.Triggers.Queue;

/// <summary>Runs the function for one message and settles it: deleted, visible again later, or moved to the poison queue.</summary>
internal sealed partial class QueueMessageProcessor(
    QueueFunction function, QueueSettings settings, FunctionInvoker invoker, Drain drain, TimeProvider clock, ILogger logger)
{
    /// <summary>Processes a message that has been taken. Faults of the storage are logged: the message then comes back by itself.</summary>
    public async Task ProcessAsync(QueueMessage message)
    {
        try
        {
            await ProcessAsync(message, new HeldMessage(function, message, clock));
        }
        catch (Exception fault) when (StorageFault.Is(fault, drain.Abandon))
        {
            NotSettled(function.Name, fault.Message);
        }
    }

    private async Task ProcessAsync(QueueMessage message, HeldMessage held)
    {
        if (message.DequeueCount > settings.MaxDequeueCount)
        {
            Poisoned(function.Name, message.DequeueCount);
            await held.PoisonAsync();
        }
        else if (!TryDecode(message.MessageText, out var content))
        {
            NotBase64(function.Name);
            await held.PoisonAsync();
        }
        else
        {
            await SettleAsync(message, held, await RunAsync(message, content, held));
        }
    }

    private async Task<InvocationResult> RunAsync(QueueMessage message, byte[] content, HeldMessage held)
    {
        using var done = new CancellationTokenSource();
        var keeping = held.KeepAsync(done.Token);
        try
        {
            var envelope = QueueEnvelope.Create(function, message, content, clock.GetUtcNow());
            return await invoker.InvokeAsync(function.Name, Guid.NewGuid(), envelope, drain.Abandon);
        }
        catch (OperationCanceledException) when (drain.Abandon.IsCancellationRequested)
        {
            return new InvocationResult.Failed("the host stops");
        }
        finally
        {
            await done.CancelAsync();
            await keeping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task SettleAsync(QueueMessage message, HeldMessage held, InvocationResult result)
    {
        if (result is InvocationResult.Succeeded)
        {
            await held.DeleteAsync();
        }
        else if (message.DequeueCount >= settings.MaxDequeueCount)
        {
            Poisoned(function.Name, message.DequeueCount);
            await held.PoisonAsync();
        }
        else
        {
            await held.ReleaseAsync(settings.VisibilityTimeout);
        }
    }

    private bool TryDecode(string text, out byte[] content)
    {
        content = settings.Base64 ? new byte[text.Length] : Encoding.UTF8.GetBytes(text);
        if (!settings.Base64)
        {
            return true;
        }

        var isBase64 = Convert.TryFromBase64String(text, content, out var length);
        content = content[..length];
        return isBase64;
    }

    [LoggerMessage(LogLevel.Error, "A message of {Function} was tried {Attempts} times and goes to the poison queue.")]
    private partial void Poisoned(string function, long attempts);

    [LoggerMessage(LogLevel.Error, "A message of {Function} is not base64 and goes to the poison queue.")]
    private partial void NotBase64(string function);

    [LoggerMessage(LogLevel.Warning, "A message of {Function} could not be settled ({Reason}); it will come back.")]
    private partial void NotSettled(string function, string reason);
}
