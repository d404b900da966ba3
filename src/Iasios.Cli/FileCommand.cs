using Iasios.Cli.Read;
using Spectre.Console;

namespace Iasios.Cli;

/// <summary>What all commands over a file or a folder do alike: find the files, show progress, end with the right code.</summary>
internal static class FileCommand
{
    /// <summary>Runs a command's work over the files at a path. Gives 0, or 1 when the command itself failed.</summary>
    public static async Task<int> RunAsync(string path, Func<IReadOnlyList<FileToRead>, IAnsiConsole, Task> work)
    {
        var progress = Terminal.Errors();
        try
        {
            if (FilesToRead.Find(path) is { } files)
            {
                await work(files, progress);
                return 0;
            }

            progress.MarkupLineInterpolated($"[red]There is no file or folder {path}.[/]");
        }
        catch (Exception exception) when (exception is InvalidOperationException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            progress.MarkupLineInterpolated($"[red]{exception.Message}[/]");
        }
        catch (OperationCanceledException)
        {
            progress.WriteLine("Stopped.");
        }

        return 1;
    }

    /// <summary>Works through files and shows how far it is, pages of long scans included.</summary>
    public static Task ShowProgressAsync<T>(
        IAnsiConsole progress,
        string what,
        Func<IReadOnlyList<FileToRead>, Action<string, int, int>, CancellationToken, IAsyncEnumerable<T>> work,
        IReadOnlyList<FileToRead> files,
        Action<T> onDone,
        CancellationToken cancellationToken) =>
        progress.Progress().AutoClear(true).StartAsync(async shown =>
        {
            var all = shown.AddTask(what, maxValue: Math.Max(1, files.Count));
            await foreach (var done in work(files, (name, page, pages) => all.Description($"{Markup.Escape(name)}: {page} of {pages} pages"), cancellationToken))
            {
                onDone(done);
                all.Increment(1);
            }
        });
}
