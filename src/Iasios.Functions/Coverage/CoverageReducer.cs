using System.Collections.Concurrent;
using Azure;
using Iasios.Core.Coverage;
using Iasios.Core.Facilities;
using Iasios.Core.Standards;
using Iasios.Functions.Facilities;
using Iasios.Functions.Ledger;
using Iasios.Functions.Storage;
using Iasios.Storage.Tables;

namespace Iasios.Functions.Coverage;

/// <summary>
/// Recomputes a facility's roll-up from its documents and tags, never by counting on. Requests of one facility are
/// gathered: at most one run a second, and less often where a run takes long. A run that is lost leaves the facility's
/// dirty mark, and the next <see cref="Evidence.ReconcileEvidence"/> finds it.
/// </summary>
public sealed partial class CoverageReducer(
    EvidenceStore store,
    EvidenceLedger ledger,
    FacilityDirectory facilities,
    Catalogue catalogue,
    TimeProvider clock,
    ILogger<CoverageReducer> logger) : IDisposable
{
    private const int Tries = 10;

    // At most a quarter of the time goes into roll-ups, however many documents come at once.
    private const int Rest = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<FacilityId, Gate> gates = new();

    /// <summary>Asks for a run soon, and returns at once.</summary>
    public void Request(FacilityId facility)
    {
        var gate = gates.GetOrAdd(facility, _ => new());
        if (Interlocked.Exchange(ref gate.Requested, 1) == 0)
        {
            _ = RunSoonAsync(facility, gate);
        }
    }

    /// <summary>The roll-up for the facility's present date; recomputed when it is missing or the date or catalogue has moved on.</summary>
    public async Task<FacilityCoverage> CurrentAsync(Facility facility, CancellationToken cancellationToken)
    {
        var table = await store.CoverageAsync(cancellationToken);
        var row = await table.GetEntityIfExistsAsync(facility.Id.Value, LedgerRows.StatusKey, cancellationToken: cancellationToken);
        return row.HasValue && LedgerRows.IsReadable(row.Value!) && LedgerRows.ReadCoverage(row.Value!) is { } coverage && coverage.HoldsOn(facility.Today(clock), catalogue.Version)
            ? coverage with { AsOf = facility.Today(clock) }
            : await ReduceAsync(facility, cancellationToken);
    }

    /// <summary>Recomputes now if the facility is marked dirty.</summary>
    public async Task ReduceIfDirtyAsync(Facility facility, CancellationToken cancellationToken)
    {
        var table = await store.CoverageAsync(cancellationToken);
        if ((await table.GetEntityIfExistsAsync(facility.Id.Value, LedgerRows.DirtyKey, cancellationToken: cancellationToken)).HasValue)
        {
            await ReduceAsync(facility, cancellationToken);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var gate in gates.Values)
        {
            gate.Dispose();
        }
    }

    private async Task RunSoonAsync(FacilityId id, Gate gate)
    {
        try
        {
            var wait = gate.NextRun - clock.GetUtcNow();
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, clock);
            }

            // From here on a new request means a new run: what it was asked for may come too late for this one.
            Interlocked.Exchange(ref gate.Requested, 0);
            if (await facilities.FindAsync(id, CancellationToken.None) is { } facility)
            {
                await ReduceAsync(facility, CancellationToken.None);
            }
        }
        catch (Exception exception) when (exception is RequestFailedException or AggregateException or TimeoutException or IOException)
        {
            // The dirty mark is still there.
            Interlocked.Exchange(ref gate.Requested, 0);
            NotReduced(id, exception);
        }
    }

    private async Task<FacilityCoverage> ReduceAsync(Facility facility, CancellationToken cancellationToken)
    {
        var gate = gates.GetOrAdd(facility.Id, _ => new());
        await gate.Running.WaitAsync(cancellationToken);
        var start = clock.GetTimestamp();
        try
        {
            for (var attempt = 0; attempt < Tries; attempt++)
            {
                if (await TryReduceAsync(facility, cancellationToken) is { } coverage)
                {
                    return coverage;
                }
            }

            throw new TimeoutException("The roll-up could not be written: too many changes at once.");
        }
        finally
        {
            var spent = clock.GetElapsedTime(start);
            gate.NextRun = clock.GetUtcNow() + (spent * Rest > Pause ? spent * Rest : Pause);
            gate.Running.Release();
        }
    }

    private async Task<FacilityCoverage?> TryReduceAsync(Facility facility, CancellationToken cancellationToken)
    {
        var table = await store.CoverageAsync(cancellationToken);
        var partition = facility.Id.Value;

        // The mark and the present row are read first: what changes after them makes the writes below fail.
        var mark = await table.GetEntityIfExistsAsync(partition, LedgerRows.DirtyKey, cancellationToken: cancellationToken);
        var present = await table.GetEntityIfExistsAsync(partition, LedgerRows.StatusKey, cancellationToken: cancellationToken);
        var listing = await table.GetEntityIfExistsAsync(partition, LedgerRows.ListingKey, cancellationToken: cancellationToken);
        var documents = await ledger.ListAsync(partition, cancellationToken).Select(stored => stored.Document).ToListAsync(cancellationToken);
        var tags = await ledger.ListTagsAsync(partition, cancellationToken).ToListAsync(cancellationToken);
        var coverage = FacilityCoverage.Of(
            catalogue,
            documents,
            tags,
            listing.HasValue ? listing.Value!.GetInt32("Ignored") ?? 0 : 0,
            facility.Today(clock),
            clock.GetUtcNow());
        try
        {
            var row = LedgerRows.Write(partition, coverage);
            await (present.HasValue
                ? table.UpdateEntityAsync(row, present.Value!.ETag, TableUpdateMode.Replace, cancellationToken)
                : table.AddEntityAsync(row, cancellationToken));
        }
        catch (RequestFailedException exception) when (exception.Status is 409 or 412)
        {
            return null;
        }

        await ClearAsync(table, facility.Id, mark.HasValue ? mark.Value : null, cancellationToken);
        return coverage;
    }

    private async Task ClearAsync(TableClient table, FacilityId facility, TableEntity? mark, CancellationToken cancellationToken)
    {
        if (mark is null)
        {
            return;
        }

        try
        {
            await table.DeleteEntityAsync(mark.PartitionKey, mark.RowKey, mark.ETag, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status is 404 or 412)
        {
            // A document was filed in between.
            Request(facility);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The roll-up of {Facility} was not written; the reconciler tries again")]
    private partial void NotReduced(FacilityId facility, Exception exception);

    private sealed class Gate : IDisposable
    {
        public readonly SemaphoreSlim Running = new(1);
        public int Requested;

        public DateTimeOffset NextRun { get; set; }

        public void Dispose() => Running.Dispose();
    }
}
