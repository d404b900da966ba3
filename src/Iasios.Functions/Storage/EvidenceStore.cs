using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Iasios.Storage;
using Iasios.Storage.Tables;

namespace Iasios.Functions.Storage;

/// <summary>
/// The containers, the queue and the table that the app works with, made on first use. A fault while making them goes to
/// the caller and is tried again with the next call.
/// </summary>
public sealed class EvidenceStore(StorageAccount account) : IDisposable
{
    /// <summary>The container that facilities drop their files into.</summary>
    public const string EvidenceContainer = "evidence";

    /// <summary>The queue of blob events.</summary>
    public const string EventQueue = "evidence-events";

    private readonly SemaphoreSlim gate = new(1);
    private bool made;

    /// <summary>What facilities handed in. Never written to by the app; deleted from by a purge only.</summary>
    public async ValueTask<BlobContainerClient> EvidenceAsync(CancellationToken cancellationToken) =>
        await ContainerAsync(EvidenceContainer, cancellationToken);

    /// <summary>Extracted text.</summary>
    public async ValueTask<BlobContainerClient> TextAsync(CancellationToken cancellationToken) =>
        await ContainerAsync("text", cancellationToken);

    /// <summary>Settings of facilities.</summary>
    public async ValueTask<BlobContainerClient> SettingsAsync(CancellationToken cancellationToken) =>
        await ContainerAsync("settings", cancellationToken);

    /// <summary>The queue of blob events. Messages go in as base64, as Event Grid writes them.</summary>
    public async ValueTask<QueueClient> EventsAsync(CancellationToken cancellationToken)
    {
        await MakeAsync(cancellationToken);
        return account.Queues.GetQueueClient(EventQueue);
    }

    /// <summary>The ledger's table: one partition a facility.</summary>
    public async ValueTask<TableClient> CoverageAsync(CancellationToken cancellationToken)
    {
        await MakeAsync(cancellationToken);
        return account.Tables.GetTableClient("coverage");
    }

    /// <inheritdoc />
    public void Dispose() => gate.Dispose();

    private async ValueTask<BlobContainerClient> ContainerAsync(string name, CancellationToken cancellationToken)
    {
        await MakeAsync(cancellationToken);
        return account.Blobs.GetBlobContainerClient(name);
    }

    private async ValueTask MakeAsync(CancellationToken cancellationToken)
    {
        if (made)
        {
            return;
        }

        await gate.WaitAsync(cancellationToken);
        try
        {
            if (!made)
            {
                await Task.WhenAll(
                    account.Blobs.GetBlobContainerClient(EvidenceContainer).CreateIfNotExistsAsync(cancellationToken: cancellationToken),
                    account.Blobs.GetBlobContainerClient("text").CreateIfNotExistsAsync(cancellationToken: cancellationToken),
                    account.Blobs.GetBlobContainerClient("settings").CreateIfNotExistsAsync(cancellationToken: cancellationToken),
                    account.Queues.GetQueueClient(EventQueue).CreateIfNotExistsAsync(cancellationToken: cancellationToken),
                    account.Tables.GetTableClient("coverage").CreateIfNotExistsAsync(cancellationToken));
                made = true;
            }
        }
        finally
        {
            gate.Release();
        }
    }
}
