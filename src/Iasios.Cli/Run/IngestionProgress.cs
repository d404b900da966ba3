using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace Iasios.Cli.Run;

/// <summary>Shows how far the app is with the files that were handed in.</summary>
internal static class IngestionProgress
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Waits until every file is processed or has a stated reason, and until the status shows it.</summary>
    /// <exception cref="RunException">Nothing moved for five minutes.</exception>
    public static async Task WaitAsync(
        AppClient app,
        IReadOnlyDictionary<string, string> uploaded,
        IAnsiConsole console,
        CancellationToken cancellationToken) =>
        await console.Progress().StartAsync(async context =>
        {
            var task = context.AddTask("Reading and tagging", maxValue: Math.Max(1, uploaded.Count));
            var lastMove = TimeProvider.System.GetTimestamp();
            while (true)
            {
                var documents = await TryAsync(() => app.DocumentsAsync(cancellationToken));
                var done = documents.Count(document => uploaded.GetValueOrDefault(document.Name) == document.ETag && document.IsDone);
                if (done > task.Value)
                {
                    lastMove = TimeProvider.System.GetTimestamp();
                }

                task.Value = done;
                if (done >= uploaded.Count && Agrees(await TryAsync(() => app.StatusAsync(cancellationToken)), documents))
                {
                    task.Value = task.MaxValue;
                    return;
                }

                if (TimeProvider.System.GetElapsedTime(lastMove) > Patience)
                {
                    throw new RunException(string.Create(CultureInfo.InvariantCulture, $"{uploaded.Count - done} files were not processed for five minutes. The log says more."));
                }

                await Task.Delay(Pause, cancellationToken);
            }
        });

    // The roll-up follows the documents by about a second.
    private static bool Agrees(JsonObject? status, IReadOnlyList<ListedDocument> documents)
    {
        var counts = status?["documents"]?["byProcessing"]?.AsObject();
        return counts is not null
            && documents.CountBy(document => document.Processing).All(count => (int?)counts[count.Key] == count.Value);
    }

    // While the local host restarts the app, it answers 502 or 503, or not at all.
    private static async Task<T> TryAsync<T>(Func<Task<T>> action)
        where T : class
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await action();
            }
            catch (HttpRequestException exception) when (attempt < 60
                && exception.StatusCode is null or HttpStatusCode.ServiceUnavailable or HttpStatusCode.BadGateway or HttpStatusCode.InternalServerError)
            {
                await Task.Delay(Pause * 2);
            }
        }
    }
}
