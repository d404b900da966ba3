using System.Globalization;
using Iasios.Core.Evidence;
using Iasios.Core.Facilities;
using Iasios.Core.Ledger;
using Iasios.Core.Text;
using Iasios.Extraction;
using Iasios.Functions.Ledger;
using Iasios.Functions.Text;

namespace Iasios.Functions.Evidence;

/// <summary>A version of a document that is to be read.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="File">The version.</param>
/// <param name="Facility">Whose it is.</param>
/// <param name="Known">What the ledger holds of the document; null when nothing.</param>
/// <param name="PauseAt">When no further page is begun, UTC. At least one page is recognised all the same.</param>
public sealed record ReadingTask(EvidencePath Path, HandedInFile File, Facility Facility, FiledDocument? Known, DateTimeOffset PauseAt)
{
    /// <summary>The ledger's partition.</summary>
    public string Partition => Ledger.Partition.Of(Facility.Id);
}

/// <summary>How far one invocation came with the text of a document.</summary>
public abstract record ReadingTurn
{
    private ReadingTurn()
    {
    }

    /// <summary>It has been read.</summary>
    /// <param name="Sha256">Of the content; of nothing when the file is too large to be fetched.</param>
    /// <param name="Reading">Its text, or why there is none.</param>
    /// <param name="FromStore">Whether the text was read before and kept.</param>
    public sealed record Done(string Sha256, Reading Reading, bool FromStore) : ReadingTurn;

    /// <summary>Time was up; the pages so far are kept, and another invocation must go on.</summary>
    public sealed record Paused : ReadingTurn;

    /// <summary>Somebody else is reading this version and will file it.</summary>
    public sealed record Elsewhere : ReadingTurn;

    /// <summary>This version is gone from the container, or somebody else took over: look again.</summary>
    public sealed record Stale : ReadingTurn;
}

/// <summary>Gets the text of a version of a document: from the store when this version was read before, else from the file.</summary>
public sealed class DocumentReading(
    EvidenceContainer container,
    DocumentReader reader,
    ReadingLimits limits,
    TextStore texts,
    RecognisedPagesStore recognised,
    ReadingProgressRows progress,
    EngineVersions versions,
    TimeProvider clock)
{
    /// <summary>Reads on for one invocation.</summary>
    public async Task<ReadingTurn> ReadAsync(ReadingTask task, CancellationToken cancellationToken)
    {
        if (task.Known?.ETag == task.File.ETag && await KeptAsync(task, task.Known.Sha256, cancellationToken) is { } kept)
        {
            return kept;
        }

        return task.File.Size > limits.MaxFileBytes
            ? new ReadingTurn.Done("", TooLarge(), FromStore: false)
            : await ReadFileAsync(task, cancellationToken);
    }

    private async Task<ReadingTurn.Done?> KeptAsync(ReadingTask task, string? sha256, CancellationToken cancellationToken) =>
        sha256 is { Length: > 0 }
        && task.Known?.Sha256 == sha256
        && task.Known.Versions?.Reading == versions.Reading
        && await texts.ReadAsync(NameOf(task, sha256), cancellationToken) is { } kept
            ? new(sha256, kept, FromStore: true)
            : null;

    private async Task<ReadingTurn> ReadFileAsync(ReadingTask task, CancellationToken cancellationToken)
    {
        using var scratch = new ScratchFolder();
        var local = Path.Combine(scratch.Path, "document");
        if (await container.TryDownloadAsync(task.Path, task.File, local, cancellationToken) is not { } sha256)
        {
            return new ReadingTurn.Stale();
        }

        if (await KeptAsync(task, sha256, cancellationToken) is { } kept)
        {
            return kept;
        }

        await using var pages = await recognised.TakeAsync(NameOf(task, sha256), cancellationToken);
        return pages is null ? new ReadingTurn.Elsewhere() : await ReadOnAsync(task, local, sha256, pages, cancellationToken);
    }

    private async Task<ReadingTurn> ReadOnAsync(ReadingTask task, string local, string sha256, RecognisedPages pages, CancellationToken cancellationToken)
    {
        using var pause = new CancellationTokenSource();
        ReadingTurn? end = null;
        var request = new ReadingRequest
        {
            Languages = LanguagesOf(task.Facility),
            Recognised = pages.Known,
            Pause = pause.Token,
            OnRecognised = async (page, token) =>
            {
                end = await KeepAsync(task, sha256, pages, page, token);
                if (end is not null)
                {
                    await pause.CancelAsync();
                }
            },
        };
        var reading = await reader.ReadAsync(local, request, cancellationToken);
        return (reading, end) switch
        {
            (not null, not ReadingTurn.Stale) => new ReadingTurn.Done(sha256, reading, FromStore: false),
            (_, not null) => end,
            _ => throw new InvalidOperationException("Reading paused, though nobody asked it to."),
        };
    }

    /// <summary>Keeps a recognised page. Gives why no further page may be begun; null when there is no reason.</summary>
    private async Task<ReadingTurn?> KeepAsync(ReadingTask task, string sha256, RecognisedPages pages, RecognisedPage page, CancellationToken cancellationToken)
    {
        // A file that was replaced or deleted is not worth the minutes that its other pages take, and leaves no text.
        if ((await container.FindAsync(task.Path, cancellationToken))?.ETag != task.File.ETag || !await pages.TryAddAsync(page.Page, cancellationToken))
        {
            return new ReadingTurn.Stale();
        }

        var now = clock.GetUtcNow();
        await progress.NoteAsync(task.Partition, new(task.Path.Key, task.File.ETag, sha256, page.Done, page.Total, now), cancellationToken);
        return now < task.PauseAt ? null : new ReadingTurn.Paused();
    }

    private TextName NameOf(ReadingTask task, string sha256) => new(task.Partition, task.Path.Key, sha256, versions.Reading);

    private static List<DocumentLanguage> LanguagesOf(Facility facility)
    {
        var known = facility.Languages.Select(Language).OfType<DocumentLanguage>().Distinct().ToList();
        return known.Count > 0 ? known : [DocumentLanguage.Other];
    }

    private static DocumentLanguage? Language(string code) => code switch
    {
        "en" => DocumentLanguage.En,
        "de" => DocumentLanguage.De,
        "fr" => DocumentLanguage.Fr,
        "es" => DocumentLanguage.Es,
        "it" => DocumentLanguage.It,
        _ => null,
    };

    private Reading TooLarge() => new(
        ReadingOutcome.TooLarge,
        string.Create(CultureInfo.InvariantCulture, $"The file is larger than {limits.MaxFileBytes / 1024 / 1024} MB."),
        "unknown",
        null,
        []);
}
