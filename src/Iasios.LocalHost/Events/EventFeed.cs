using System.Text.Json;
using Iasios.LocalHost.Configuration;
using Iasios.LocalHost.Handler;
using Iasios.LocalHost.State;

namespace Iasios.LocalHost.Events;

/// <summary>
/// Stands in for an Event Grid subscription: lists a container every second and announces in a queue what was written
/// and what was deleted since. Several writes of a blob within a second give one event.
/// </summary>
internal sealed partial class EventFeed(FunctionApp app, EventRoute route, Drain drain, TimeProvider clock, ILogger<EventFeed> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(5);

    private Dictionary<string, SeenBlob>? seen;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(await TryAnnounceAsync() ? Interval : AfterFault, clock, drain.Stopping);
            }
        }
        catch (OperationCanceledException) when (drain.Stopping.IsCancellationRequested)
        {
            // The next start goes on from what was remembered.
        }
    }

    private async Task<bool> TryAnnounceAsync()
    {
        try
        {
            if (seen is null)
            {
                await route.Container.CreateIfNotExistsAsync(cancellationToken: drain.Stopping);
                await route.Queue.CreateIfNotExistsAsync(cancellationToken: drain.Stopping);
                seen = await RecallAsync();
            }

            await AnnounceAsync(seen);
            return true;
        }
        catch (Exception fault) when (fault is JsonException || StorageFault.Is(fault, drain.Stopping))
        {
            seen = null;
            NotAnnounced(route.Container.Name, fault.Message);
            return false;
        }
    }

    private async Task AnnounceAsync(Dictionary<string, SeenBlob> before)
    {
        var now = await ListAsync();
        var deleted = before.Where(blob => !now.ContainsKey(blob.Key)).ToList();
        var created = now.Where(blob => before.GetValueOrDefault(blob.Key)?.ETag != blob.Value.ETag).ToList();
        foreach (var (name, blob) in deleted)
        {
            await route.Queue.SendMessageAsync(BlobEvent.Deleted(route.Container, name, blob, clock.GetUtcNow()), cancellationToken: drain.Stopping);
        }

        foreach (var (name, blob) in created)
        {
            await route.Queue.SendMessageAsync(BlobEvent.Created(route.Container, name, blob, clock.GetUtcNow()), cancellationToken: drain.Stopping);
        }

        if (deleted.Count + created.Count > 0)
        {
            // Remembered after it was announced: a fault between the two repeats events rather than losing them.
            await HostBlobs.WriteAsync(HostBlobs.Events(app, route.Container.Name), BinaryData.FromObjectAsJson(now), conditions: null, drain.Stopping);
            seen = now;
            Announced(route.Container.Name, created.Count, deleted.Count);
        }
    }

    private async Task<Dictionary<string, SeenBlob>> ListAsync()
    {
        var blobs = new Dictionary<string, SeenBlob>(StringComparer.Ordinal);
        await foreach (var item in route.Container.GetBlobsAsync(cancellationToken: drain.Stopping))
        {
            blobs[item.Name] = SeenBlob.From(item);
        }

        return blobs;
    }

    private async Task<Dictionary<string, SeenBlob>> RecallAsync()
    {
        var content = await HostBlobs.ReadAsync(HostBlobs.Events(app, route.Container.Name), drain.Stopping);
        return content?.ToObjectFromJson<Dictionary<string, SeenBlob>>() ?? new(StringComparer.Ordinal);
    }

    [LoggerMessage(LogLevel.Information, "Events of {Container}: {Created} created, {Deleted} deleted.")]
    private partial void Announced(string container, int created, int deleted);

    [LoggerMessage(LogLevel.Warning, "The container {Container} cannot be listed or announced ({Reason}). Trying again.")]
    private partial void NotAnnounced(string container, string reason);
}
