using System.CommandLine;

namespace Iasios.Cli.Read;

/// <summary>Reads files as the product would, and shows what it got out of them. Nothing is stored and nothing leaves the machine.</summary>
internal static class ReadCommand
{
    public static Command Create()
    {
        var path = CommonOptions.Path();
        var languages = CommonOptions.Languages();
        var json = new Option<bool>("--json") { Description = "Print one JSON object a line, with the text." };
        var command = new Command("read", "Shows the text that the product reads from a file or a folder.") { path, json, languages };
        command.SetAction((arguments, cancellationToken) => FileCommand.RunAsync(arguments.GetRequiredValue(path), async (files, progress) =>
        {
            var reading = FolderReading.Create(arguments.GetRequiredValue(languages));
            if (arguments.GetValue(json))
            {
                var output = Console.OpenStandardOutput();
                await FileCommand.ShowProgressAsync(progress, "Reading", reading.ReadAsync, files, file => ReadLine.Write(output, file), cancellationToken);
                return;
            }

            var table = new ReadTable();
            await FileCommand.ShowProgressAsync(progress, "Reading", reading.ReadAsync, files, table.Add, cancellationToken);
            table.Write(Terminal.Output());
        }));
        return command;
    }
}
