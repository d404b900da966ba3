using System.Diagnostics;
using System.Runtime.CompilerServices;
using Iasios.Core.Text;
using Iasios.Extraction;
using Iasios.Extraction.Native;

namespace Iasios.Cli.Read;

/// <summary>A file that was read.</summary>
/// <param name="File">Its name as printed.</param>
/// <param name="Reading">What reading it gave.</param>
/// <param name="Elapsed">By the clock, waiting for a free processor included.</param>
internal sealed record ReadFile(string File, Reading Reading, TimeSpan Elapsed);

/// <summary>Reads files, as many at a time as the machine has processors, and gives them out in their order.</summary>
internal sealed class FolderReading(DocumentReader reader, IReadOnlyList<DocumentLanguage> languages)
{
    /// <summary>A reader with the product's own limits.</summary>
    public static FolderReading Create(IReadOnlyList<DocumentLanguage> languages) => new(new(new ReadingLimits(), new NativeTools()), languages);

    /// <param name="files">In the order in which they are given out.</param>
    /// <param name="onPage">Told of each recognised page: the file's name, pages done, pages in all. From any thread.</param>
    /// <param name="cancellationToken">Stops the reading; no child process is left behind.</param>
    public async IAsyncEnumerable<ReadFile> ReadAsync(
        IReadOnlyList<FileToRead> files,
        Action<string, int, int> onPage,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = new Queue<Task<ReadFile>>();
        try
        {
            foreach (var file in files)
            {
                if (running.Count == Environment.ProcessorCount)
                {
                    yield return await running.Dequeue();
                }

                running.Enqueue(Task.Run(() => ReadAsync(file, onPage, stop.Token), stop.Token));
            }

            while (running.TryDequeue(out var next))
            {
                yield return await next;
            }
        }
        finally
        {
            // Nothing goes on behind the back of a caller who stopped early.
            await stop.CancelAsync();
            await Task.WhenAll(running).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    private async Task<ReadFile> ReadAsync(FileToRead file, Action<string, int, int> onPage, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var request = new ReadingRequest
        {
            Languages = languages,
            OnRecognised = (page, _) =>
            {
                onPage(file.Name, page.Done, page.Total);
                return Task.CompletedTask;
            },
        };
        return new(file.Name, await ReadAsync(file.Path, request, cancellationToken), clock.Elapsed);
    }

    private async Task<Reading> ReadAsync(string path, ReadingRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadAsync(path, request, cancellationToken)
                ?? throw new InvalidOperationException("Reading paused, though nobody asked it to.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // One file that this person may not open, or that has just gone, must not end the reading of a whole folder.
            return new(ReadingOutcome.Unreadable, "The file can't be opened.", "unknown", PageCount: null, []);
        }
    }
}
