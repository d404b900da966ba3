using System.Security.Cryptography;
using System.Text;
using Iasios.Core.Evidence;
using Iasios.Core.Facilities;
using Iasios.Core.Ledger;
using Iasios.Core.Tags;
using Iasios.Core.Text;
using Iasios.Functions.Coverage;
using Iasios.Functions.Facilities;
using Iasios.Functions.Host;
using Iasios.Functions.Ledger;
using Iasios.Functions.Text;
using Microsoft.Extensions.Options;

namespace Iasios.Functions.Evidence;

/// <summary>
/// The data's way of one document: look at the blob, read it, tag it, file it, roll up. An event only says where to look;
/// what happens follows from the blob and the ledger, so the same event may come any number of times, in any order.
/// </summary>
public sealed partial class EvidenceProcessor(
    EvidenceContainer container,
    FacilityDirectory facilities,
    EvidenceLedger ledger,
    DocumentReading reading,
    DocumentGuard guard,
    DocumentTagger tagger,
    EngineVersions versions,
    TextStore texts,
    ReadingProgressRows progress,
    EvidenceRequests requests,
    CoverageReducer reducer,
    IOptions<EvidenceOptions> options,
    IOptions<InvocationOptions> invocation,
    TimeProvider clock,
    ILogger<EvidenceProcessor> logger)
{
    private const int Tries = 30;

    /// <summary>
    /// Brings the ledger up to the present state of a blob. A long document may take several calls: each asks for the next
    /// one through the queue.
    /// </summary>
    /// <exception cref="TimeoutException">Others changed the same facility all the time; the event may come again.</exception>
    public async Task ProcessAsync(string blobName, CancellationToken cancellationToken) =>
        await UntilFiledAsync(blobName, UpdateAsync, cancellationToken);

    /// <summary>Notes that processing a blob failed for good this time, unless it has been processed since.</summary>
    /// <exception cref="TimeoutException">As above.</exception>
    public async Task NoteFailureAsync(string blobName, CancellationToken cancellationToken) =>
        await UntilFiledAsync(blobName, NoteFailureAsync, cancellationToken);

    /// <summary>Whether a document's rows were made from this version of the file by the present engine, or need no engine.</summary>
    public bool IsUpToDate(FiledDocument? document, HandedInFile file) =>
        document is not null
        && document.ETag == file.ETag
        && document.Processing is Processing.Processed or Processing.Attention or Processing.Quarantined
        && document.Versions == versions;

    private async Task UntilFiledAsync(
        string blobName,
        Func<Place, HandedInFile?, CancellationToken, Task<bool>> step,
        CancellationToken cancellationToken)
    {
        var path = EvidencePath.Parse(blobName);
        if (path.IsIgnored)
        {
            return;
        }

        var pauseAt = clock.GetUtcNow() + invocation.Value.Pause;
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var facility = path.Facility is null ? null : await facilities.FindAsync(path.Facility, cancellationToken);
            var file = await container.FindAsync(path, cancellationToken);
            var partition = Partition.Of(facility?.Id);
            var stored = await ledger.FindAsync(partition, path.Key, cancellationToken);
            if (await step(new(path, facility, partition, stored, pauseAt), file, cancellationToken))
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(10, 50 * (attempt + 1))), clock, cancellationToken);
        }

        throw new TimeoutException("The document could not be filed: too many changes at once.");
    }

    private async Task<bool> UpdateAsync(Place place, HandedInFile? file, CancellationToken cancellationToken)
    {
        if (file is null)
        {
            return await DeleteAsync(place, cancellationToken);
        }

        if (place.Facility is null)
        {
            return place.Stored?.Document is { Processing: Processing.Attention } known && known.ETag == file.ETag
                || await FileAsync(place, Filing.Unassigned(place.Path, file), [], "unassigned", cancellationToken);
        }

        if (IsUpToDate(place.Stored?.Document, file))
        {
            return true;
        }

        var turn = await reading.ReadAsync(new(place.Path, file, place.Facility, place.Stored?.Document, place.PauseAt), cancellationToken);
        return turn switch
        {
            ReadingTurn.Done read => await GuardAsync(place, file, read, cancellationToken),
            ReadingTurn.Paused => await ContinueLaterAsync(place, file, cancellationToken),
            ReadingTurn.Elsewhere => true,
            _ => false,
        };
    }

    private async Task<bool> ContinueLaterAsync(Place place, HandedInFile file, CancellationToken cancellationToken)
    {
        if (place.Stored is null)
        {
            // So that people see how far it has come.
            await ledger.NoteWaitingAsync(place.Partition, Filing.Waiting(place.Path, file), cancellationToken);
            await ledger.MarkDirtyAsync(place.Partition, "waiting", cancellationToken);
            reducer.Request(place.Facility!.Id);
        }

        await requests.AskAsync(place.Path.BlobName, cancellationToken);
        Paused(place.Partition);
        return true;
    }

    private async Task<bool> GuardAsync(Place place, HandedInFile file, ReadingTurn.Done read, CancellationToken cancellationToken)
    {
        var findings = await guard.CheckAsync(place.Path, place.Partition, read.Sha256, read.Reading, cancellationToken);
        if (findings.Count == 0)
        {
            return await TagFileAsync(place, file, read, cancellationToken);
        }

        // Texts go first: a row that says "held back" must be true from its first moment on.
        await DeleteTextsAsync(place, null, cancellationToken);
        var document = Filing.Quarantined(place.Path, file, read.Sha256, read.Reading, findings, versions);
        if (!await FileAsync(await WithWaitingAsync(place, cancellationToken), document, [], "quarantined", cancellationToken))
        {
            return false;
        }

        Filed(place.Partition, document.Processing, document.Outcome, document.Codes.Count);
        return true;
    }

    private async Task<bool> TagFileAsync(Place place, HandedInFile file, ReadingTurn.Done read, CancellationToken cancellationToken)
    {
        var known = place.Stored?.Document;
        if (known is { Processing: Processing.Processed or Processing.Attention } && known.Sha256 == read.Sha256 && known.Versions == versions)
        {
            // The same bytes under a new ETag: what is known of them stays.
            return await FileAsync(place, known with { ETag = file.ETag, Size = file.Size, HandedIn = file.HandedIn }, null, "handed in again", cancellationToken);
        }

        var tagged = read.Reading.Pages.Count > 0 ? tagger.Tag(read.Reading.Pages, place.Path.PathInFacility, cancellationToken: cancellationToken) : null;
        var name = new TextName(place.Partition, place.Path.Key, read.Sha256, versions.Reading);
        if (tagged is not null && !read.FromStore)
        {
            await texts.WriteAsync(name, read.Reading, cancellationToken);
        }

        var document = Filing.Read(place.Path, file, read.Sha256, read.Reading, tagged, versions);
        if (!await FileAsync(await WithWaitingAsync(place, cancellationToken), document, tagged?.Tags ?? [], "filed", cancellationToken))
        {
            return false;
        }

        await DeleteTextsAsync(place, tagged is null ? null : name, cancellationToken);
        Filed(place.Partition, document.Processing, document.Outcome, document.Codes.Count);
        return true;
    }

    // The reconciler may have seen the document while it was read; its waiting row holds nobody's work.
    private async Task<Place> WithWaitingAsync(Place place, CancellationToken cancellationToken) =>
        place.Stored is null && await ledger.FindAsync(place.Partition, place.Path.Key, cancellationToken) is { Document.Processing: Processing.Waiting } waiting
            ? place with { Stored = waiting }
            : place;

    private async Task DeleteTextsAsync(Place place, TextName? keep, CancellationToken cancellationToken)
    {
        if (await texts.DeleteAsync(place.Partition, place.Path.Key, keep, cancellationToken))
        {
            await progress.ClearAsync(place.Partition, place.Path.Key, cancellationToken);
        }
    }

    private async Task<bool> DeleteAsync(Place place, CancellationToken cancellationToken)
    {
        // Of a document that was deleted while it was read, the ledger may know nothing yet.
        await DeleteTextsAsync(place, null, cancellationToken);
        return place.Stored?.Document is not { Processing: not Processing.Deleted } document
            || await FileAsync(place, Filing.Deleted(document), [], "deleted", cancellationToken);
    }

    private async Task<bool> NoteFailureAsync(Place place, HandedInFile? file, CancellationToken cancellationToken)
    {
        var known = place.Stored?.Document;
        if (file is null || place.Facility is null || IsUpToDate(known, file))
        {
            return await UpdateAsync(place, file, cancellationToken);
        }

        var now = clock.GetUtcNow();
        var again = known is { Processing: Processing.Failed } && known.ETag == file.ETag;
        if (again && known!.NextAttempt > now)
        {
            // The same failure, told twice.
            return true;
        }

        var attempts = again ? known!.Attempts + 1 : 1;
        return await FileAsync(place, Filing.Failed(place.Path, file, attempts, now + options.Value.DelayAfter(attempts)), [], "failed", cancellationToken);
    }

    private async Task<bool> FileAsync(Place place, FiledDocument document, IReadOnlyList<Tag>? tags, string action, CancellationToken cancellationToken)
    {
        var operationId = OperationId(document, action);
        var filed = await ledger.TryFileAsync(place.Partition, place.Stored, document, tags, new(action, operationId), cancellationToken);
        if (filed && place.Facility is { } facility)
        {
            reducer.Request(facility.Id);
        }

        return filed;
    }

    private static string OperationId(FiledDocument document, string action) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{action}\n{document.Key}\n{document.ETag}\n{document.Attempts}\n{document.Versions}")))[..32];

    // Never the document's name or text: either may name a patient.
    [LoggerMessage(LogLevel.Information, "Filed a document of {Partition}: {Processing}, {Outcome}, {Tags} tags")]
    private partial void Filed(string partition, Processing processing, ReadingOutcome? outcome, int tags);

    [LoggerMessage(LogLevel.Information, "The reading of a document of {Partition} goes on in another invocation")]
    private partial void Paused(string partition);

    private sealed record Place(EvidencePath Path, Facility? Facility, string Partition, StoredDocument? Stored, DateTimeOffset PauseAt);
}
