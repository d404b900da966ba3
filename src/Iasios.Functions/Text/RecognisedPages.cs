using System.Text.Json;
using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Iasios.Core.Text;
using Iasios.Functions.Host;
using Iasios.Functions.Storage;

namespace Iasios.Functions.Text;

/// <summary>
/// Pages that were recognised and whose document is not filed yet, so that a killed or paused reading goes on where it
/// was: <c>text/{partition}/{document}/{sha256}-{reading version}.pages</c>, an append blob with a line for each page.
/// </summary>
public sealed class RecognisedPagesStore(EvidenceStore store, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // Whoever was killed no longer renews its hold; the second is for the clocks.
    private static readonly TimeSpan Patience = BlobHold.Duration + Pause;

    /// <summary>Takes the pages of a file for oneself, so that no two read the same file at once.</summary>
    /// <returns>
    /// Null when somebody else holds them and is alive: their message does not end before the file is read. Who was killed
    /// is waited for, until the hold has run out.
    /// </returns>
    public async Task<RecognisedPages?> TakeAsync(TextName name, CancellationToken cancellationToken)
    {
        var blob = (await store.TextAsync(cancellationToken)).GetAppendBlobClient(name.RecognisedBlobName);
        var start = clock.GetTimestamp();
        while (true)
        {
            try
            {
                return await RecognisedPages.TakeAsync(blob, clock, cancellationToken);
            }
            catch (RequestFailedException exception) when (exception.Status == 409)
            {
                if (clock.GetElapsedTime(start) > Patience)
                {
                    return null;
                }

                await Task.Delay(Pause, clock, cancellationToken);
            }
        }
    }
}

/// <summary>The recognised pages of one file, held by one reader.</summary>
public sealed class RecognisedPages : IAsyncDisposable
{
    private const int Version = 1;
    private readonly AppendBlobClient blob;
    private readonly TimeProvider clock;
    private BlobHold? hold;

    private RecognisedPages(AppendBlobClient blob, TimeProvider clock) => (this.blob, this.clock) = (blob, clock);

    /// <summary>The pages that were recognised before, each once, in the order in which they came.</summary>
    public IReadOnlyList<PageText> Known { get; private set; } = [];

    /// <summary>Keeps one more page. The first page of a file makes the blob: most files need no recognition and no blob.</summary>
    /// <returns>False when the hold was lost, or when the document was filed or deleted in the meantime.</returns>
    public async Task<bool> TryAddAsync(PageText page, CancellationToken cancellationToken)
    {
        try
        {
            hold ??= await BeginAsync(cancellationToken);
            using var line = new MemoryStream([.. JsonSerializer.SerializeToUtf8Bytes(new Line(Version, page), AppJson.Options), (byte)'\n']);
            var options = new AppendBlobAppendBlockOptions { Conditions = new() { LeaseId = hold.Id } };
            await blob.AppendBlockAsync(line, options, cancellationToken);
            return true;
        }
        catch (RequestFailedException exception) when (exception.Status is 404 or 409 or 412)
        {
            return false;
        }
    }

    /// <summary>Lets the next reader have them.</summary>
    public async ValueTask DisposeAsync()
    {
        if (hold is not null)
        {
            await hold.DisposeAsync();
        }
    }

    /// <exception cref="RequestFailedException">Status 409: somebody else holds them.</exception>
    internal static async Task<RecognisedPages> TakeAsync(AppendBlobClient blob, TimeProvider clock, CancellationToken cancellationToken)
    {
        var pages = new RecognisedPages(blob, clock);
        try
        {
            pages.hold = await BlobHold.TakeAsync(blob, clock, cancellationToken);
            pages.Known = await pages.ReadAsync(cancellationToken);
            return pages;
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return pages;
        }
        catch
        {
            await pages.DisposeAsync();
            throw;
        }
    }

    private async Task<BlobHold> BeginAsync(CancellationToken cancellationToken)
    {
        await blob.CreateAsync(new AppendBlobCreateOptions { Conditions = new() { IfNoneMatch = ETag.All } }, cancellationToken);
        return await BlobHold.TakeAsync(blob, clock, cancellationToken);
    }

    // A line that Storage had taken before the answer was lost is written again: the first one counts.
    private async Task<IReadOnlyList<PageText>> ReadAsync(CancellationToken cancellationToken)
    {
        var content = (await blob.DownloadContentAsync(cancellationToken)).Value.Content.ToMemory();
        var pages = new List<PageText>();
        foreach (var range in content.Span.Split((byte)'\n'))
        {
            if (content.Span[range] is { IsEmpty: false } line)
            {
                pages.Add(JsonSerializer.Deserialize<Line>(line, AppJson.Options) is { V: Version } read
                    ? read.Page
                    : throw new InvalidDataException("A recognised page is of another release."));
            }
        }

        return [.. pages.DistinctBy(page => page.Number)];
    }

    private sealed record Line(int V, PageText Page);
}
