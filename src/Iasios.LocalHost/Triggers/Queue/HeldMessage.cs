using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Iasios.LocalHost.Configuration;

namespace Iasios.LocalHost.Triggers.Queue;

/// <summary>A message that this host has taken: invisible to others, and kept so until it is settled.</summary>
internal sealed class HeldMessage(QueueFunction function, QueueMessage message, TimeProvider clock)
{
    /// <summary>How long a taken message stays invisible; renewed at half time.</summary>
    public static readonly TimeSpan Invisibility = TimeSpan.FromMinutes(10);

    private QueueClient Queue => function.Queue;

    private string receipt = message.PopReceipt;

    /// <summary>Renews the invisibility until cancelled. A failed renewal ends it: then others get the message too.</summary>
    public async Task KeepAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await Task.Delay(Invisibility / 2, clock, cancellationToken);
            await HideAsync(Invisibility);
        }
    }

    /// <summary>The message is done.</summary>
    public Task DeleteAsync() => Queue.DeleteMessageAsync(message.MessageId, receipt);

    /// <summary>Makes the message visible again after a time.</summary>
    public Task ReleaseAsync(TimeSpan wait) => HideAsync(wait);

    /// <summary>Moves the message to the poison queue, which is created if need be.</summary>
    public async Task PoisonAsync()
    {
        await function.Poison.CreateIfNotExistsAsync();
        await function.Poison.SendMessageAsync(message.MessageText, timeToLive: TimeSpan.FromSeconds(-1));
        await DeleteAsync();
    }

    // A renewal that is half done would leave a receipt nobody knows, so it is not cancelled.
    private async Task HideAsync(TimeSpan wait)
    {
        Response<UpdateReceipt> updated = await Queue.UpdateMessageAsync(message.MessageId, receipt, visibilityTimeout: wait);
        receipt = updated.Value.PopReceipt;
    }
}
