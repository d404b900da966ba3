using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Iasios.LocalHost.Configuration;

namespace Iasios.LocalHost.Events;

/// <summary>Which container's changes are announced in which queue.</summary>
internal sealed record EventRoute(BlobContainerClient Container, QueueClient Queue)
{
    /// <summary>Reads <c>CONTAINER=QUEUE</c>. Both lie in the account of the function that reads the queue, or in the host's.</summary>
    /// <exception cref="ConfigurationException">The text is wrong, or no account is set.</exception>
    public static EventRoute Read(string text, FunctionApp app)
    {
        if (text.Split('=') is not [var container, var queue] || !StorageName.IsValid(container) || !StorageName.IsValid(queue))
        {
            throw new ConfigurationException("--events: must be CONTAINER=QUEUE, two names of 3 to 63 small letters, digits and single hyphens.");
        }

        var account = app.Functions.OfType<QueueFunction>().FirstOrDefault(function => function.Queue.Name == queue)?.Account
            ?? app.Storage
            ?? throw new ConfigurationException($"--events: set {AppSettings.HostConnection}, so that the container can be found.");
        return new(account.Blobs.GetBlobContainerClient(container), account.Queues.GetQueueClient(queue));
    }
}
