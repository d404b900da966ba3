using System.Collections.Immutable;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Iasios.Core.Facilities;
using Iasios.Functions.Storage;

namespace Iasios.Functions.Facilities;

/// <summary>
/// The facilities as their settings files describe them. The files are listed at most every few seconds, and read again
/// only when they changed, so that a new facility or a withdrawn token takes effect without a restart.
/// </summary>
public sealed partial class FacilityDirectory(EvidenceStore store, TimeProvider clock, ILogger<FacilityDirectory> logger) : IDisposable
{
    private const string Prefix = "facilities/";
    private const int MaxFileBytes = 256 * 1024;
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim gate = new(1);
    private Snapshot snapshot = new(DateTimeOffset.MinValue, ImmutableDictionary<string, Entry>.Empty);

    /// <summary>All facilities whose settings are right, in the order of their ids.</summary>
    public async Task<IReadOnlyList<Facility>> AllAsync(CancellationToken cancellationToken) =>
        [.. (await CurrentAsync(cancellationToken)).Entries.Values
            .Select(entry => entry.Facility)
            .OfType<Facility>()
            .OrderBy(facility => facility.Id.Value, StringComparer.Ordinal)];

    /// <summary>The facility of an id, or null.</summary>
    public async Task<Facility?> FindAsync(FacilityId id, CancellationToken cancellationToken) =>
        (await CurrentAsync(cancellationToken)).Entries.Values.FirstOrDefault(entry => entry.Facility?.Id == id)?.Facility;

    /// <summary>The facility that an access token belongs to, or null.</summary>
    public async Task<Facility?> FindByTokenAsync(string token, CancellationToken cancellationToken)
    {
        var digest = AccessToken.Digest(token);
        return (await CurrentAsync(cancellationToken)).Entries.Values
            .FirstOrDefault(entry => entry.Facility?.AccessTokens.Any(access => access.Sha256 == digest) == true)?.Facility;
    }

    /// <summary>How many settings files are wrong.</summary>
    public async Task<int> CountWrongAsync(CancellationToken cancellationToken) =>
        (await CurrentAsync(cancellationToken)).Entries.Values.Count(entry => entry.Facility is null);

    /// <inheritdoc />
    public void Dispose() => gate.Dispose();

    private async Task<Snapshot> CurrentAsync(CancellationToken cancellationToken)
    {
        if (clock.GetUtcNow() - snapshot.At < Freshness)
        {
            return snapshot;
        }

        await gate.WaitAsync(cancellationToken);
        try
        {
            if (clock.GetUtcNow() - snapshot.At >= Freshness)
            {
                snapshot = new(clock.GetUtcNow(), await ListAsync(cancellationToken));
            }

            return snapshot;
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<ImmutableDictionary<string, Entry>> ListAsync(CancellationToken cancellationToken)
    {
        var container = await store.SettingsAsync(cancellationToken);
        var entries = ImmutableDictionary.CreateBuilder<string, Entry>(StringComparer.Ordinal);
        await foreach (var blob in container.GetBlobsAsync(prefix: Prefix, cancellationToken: cancellationToken))
        {
            var etag = blob.Properties.ETag.ToString() ?? "";
            entries[blob.Name] = snapshot.Entries.TryGetValue(blob.Name, out var known) && known.ETag == etag
                ? known
                : new(etag, await ReadAsync(container, blob, cancellationToken));
        }

        return entries.ToImmutable();
    }

    private async Task<Facility?> ReadAsync(BlobContainerClient container, BlobItem blob, CancellationToken cancellationToken)
    {
        var name = blob.Name[Prefix.Length..];
        if (!name.EndsWith(".json", StringComparison.Ordinal)
            || !FacilityId.TryParse(name[..^".json".Length], out var id)
            || blob.Properties.ContentLength > MaxFileBytes)
        {
            WrongFile("its name must be a facility's id and .json, and its size at most 256 KiB");
            return null;
        }

        try
        {
            var content = await container.GetBlobClient(blob.Name).DownloadContentAsync(cancellationToken);
            return FacilitySettings.Parse(id, content.Value.Content.ToMemory().Span);
        }
        catch (FormatException exception)
        {
            WrongSettings(id, exception.Message);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "A file in settings/facilities is passed over: {Problem}")]
    private partial void WrongFile(string problem);

    [LoggerMessage(LogLevel.Warning, "The settings of facility {Facility} are wrong: {Problem}")]
    private partial void WrongSettings(FacilityId facility, string problem);

    private sealed record Entry(string ETag, Facility? Facility);

    private sealed record Snapshot(DateTimeOffset At, ImmutableDictionary<string, Entry> Entries);
}
