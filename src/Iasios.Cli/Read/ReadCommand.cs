using System.CommandLine;
using Iasios.Core.Text;
using Iasios.Extraction;
using Iasios.Extraction.Native;
using Spectre.Console;

namespace Iasios.Cli.Read;

/// <summary>Reads files as the product would, and shows what it got out of them. Nothing is stored and nothing leaves the machine.</summary>
internal static class ReadCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("path") { Description = "A file, or a folder with files." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object a line, with the text." };
        var languages = new Option<DocumentLanguage[]>("--languages")
        {
            Description = "The languages that scans may be in, the likeliest first; English unless given.",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [DocumentLanguage.En],
        };
        var command = new Command("read", "Shows the text that the product reads from a file or a folder.") { path, json, languages };
        command.SetAction((arguments, cancellationToken) => RunAsync(
            arguments.GetRequiredValue(path), arguments.GetValue(json), arguments.GetRequiredValue(languages), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string path, bool json, DocumentLanguage[] languages, CancellationToken cancellationToken)
    {
        var progress = Terminal.Errors();
        try
        {
            if (FilesToRead.Find(path) is not { } files)
            {
                progress.MarkupLineInterpolated($"[red]There is no file or folder {path}.[/]");
                return 1;
            }

            var reading = new FolderReading(new(new ReadingLimits(), new NativeTools()), languages);
            await (json ? WriteLinesAsync(reading, files, progress, cancellationToken) : WriteTableAsync(reading, files, progress, cancellationToken));
            return 0;
        }
        catch (Exception exception) when (exception is InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            progress.MarkupLineInterpolated($"[red]{exception.Message}[/]");
            return 1;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return 1;
        }
    }

    private static Task WriteLinesAsync(FolderReading reading, IReadOnlyList<FileToRead> files, IAnsiConsole progress, CancellationToken cancellationToken)
    {
        var output = Console.OpenStandardOutput();
        return ReadAsync(reading, files, progress, file => ReadLine.Write(output, file), cancellationToken);
    }

    private static async Task WriteTableAsync(FolderReading reading, IReadOnlyList<FileToRead> files, IAnsiConsole progress, CancellationToken cancellationToken)
    {
        var table = new ReadTable();
        await ReadAsync(reading, files, progress, table.Add, cancellationToken);
        table.Write(Terminal.Output());
    }

    private static async Task ReadAsync(
        FolderReading reading,
        IReadOnlyList<FileToRead> files,
        IAnsiConsole progress,
        Action<ReadFile> onRead,
        CancellationToken cancellationToken) =>
        await progress.Progress().AutoClear(true).StartAsync(async shown =>
        {
            var all = shown.AddTask("Reading", maxValue: Math.Max(1, files.Count));
            await foreach (var file in reading.ReadAsync(files, (name, done, total) => all.Description($"{Markup.Escape(name)}: {done} of {total} pages"), cancellationToken))
            {
                onRead(file);
                all.Increment(1);
            }
        });
}
