using System.Globalization;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using Iasios.Core.Facilities;
using Spectre.Console;

namespace Iasios.Cli.Run;

/// <summary>Shows how far the app is with the files that were handed in.</summary>
internal sealed class IngestionProgress(AppClient app, BlobContainerClient evidence, FacilityId facility, IAnsiConsole console)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Waits until every file is processed or has a stated reason, and until the status shows it. Files that somebody
    /// replaces or deletes meanwhile are not waited for in their old version.
    /// </summary>
    /// <returns>How many files the app had not come to when nothing had moved for five minutes; 0 when all is done.</returns>
    public async Task<int> WaitAsync(IReadOnlyDictionary<string, string> uploaded, CancellationToken cancellationToken) =>
        await console.Progress().StartAsync(async context =>
        {
            var task = context.AddTask("Reading and tagging", maxValue: Math.Max(1, uploaded.Count));
            var lastMove = TimeProvider.System.GetTimestamp();
            while (true)
            {
                var documents = await app.DocumentsAsync(cancellationToken);
                var open = await StillOpenAsync(uploaded, documents, cancellationToken);
                if (uploaded.Count - open > task.Value)
                {
                    lastMove = TimeProvider.System.GetTimestamp();
                }

                task.Value = uploaded.Count - open;
                if (open == 0 && Agrees(await app.StatusAsync(cancellationToken), documents))
                {
                    task.Value = task.MaxValue;
                    return 0;
                }

                if (TimeProvider.System.GetElapsedTime(lastMove) > Patience)
                {
                    return open;
                }

                await Task.Delay(Pause, cancellationToken);
            }
        });

    private async Task<int> StillOpenAsync(IReadOnlyDictionary<string, string> uploaded, IReadOnlyList<ListedDocument> documents, CancellationToken cancellationToken)
    {
        var done = documents.Where(document => document.IsDone).ToDictionary(document => document.Name, document => document.ETag, StringComparer.Ordinal);
        var open = 0;
        foreach (var (path, etag) in uploaded.Where(file => done.GetValueOrDefault(file.Key) != file.Value))
        {
            open += await IsThereAsync(path, etag, cancellationToken) ? 1 : 0;
        }

        return open;
    }

    // Asked only for files that the app has not come to.
    private async Task<bool> IsThereAsync(string path, string etag, CancellationToken cancellationToken)
    {
        await foreach (var blob in evidence.GetBlobsAsync(prefix: $"{facility}/{path}", cancellationToken: cancellationToken))
        {
            if (blob.Name == $"{facility}/{path}")
            {
                return blob.Properties.ETag?.ToString().Trim('"') == etag;
            }
        }

        return false;
    }

    // The roll-up follows the documents by about a second.
    private static bool Agrees(JsonObject status, IReadOnlyList<ListedDocument> documents)
    {
        var counts = status["documents"]!["byProcessing"]!.AsObject();
        return documents.CountBy(document => document.Processing).All(count => (int?)counts[count.Key] == count.Value);
    }

    /// <summary>The sentence for files that are still open.</summary>
    public static string Behind(int files) => string.Create(
        CultureInfo.InvariantCulture,
        $"{files} files are not processed after five minutes without progress. They stay in the queue; the log says more.");
}
