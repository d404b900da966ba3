using System.CommandLine;
using System.Globalization;
using Iasios.Cli.Read;
using Iasios.Core.Tags;
using Spectre.Console;

namespace Iasios.Cli.Tag;

/// <summary>Says what files are evidence for, as the product would. Nothing is stored and nothing leaves the machine.</summary>
internal static class TagCommand
{
    public static Command Create()
    {
        var path = CommonOptions.Path();
        var asOf = CommonOptions.AsOf();
        var hints = CommonOptions.Hints();
        var languages = CommonOptions.Languages();
        var json = new Option<bool>("--json") { Description = "Print one JSON object a line." };
        var command = new Command("tag", "Shows which sub-requirements a file, or each file of a folder, is evidence for.") { path, asOf, hints, languages, json };
        command.SetAction((arguments, cancellationToken) => FileCommand.RunAsync(arguments.GetRequiredValue(path), async (files, progress) =>
        {
            var tagging = new FileTagging(FolderReading.Create(arguments.GetRequiredValue(languages)), arguments.GetValue(hints));
            var day = arguments.GetValue(asOf);
            var output = Console.OpenStandardOutput();
            await FileCommand.ShowProgressAsync(progress, "Tagging", tagging.TagAsync, files, file =>
            {
                if (arguments.GetValue(json))
                {
                    CliJson.WriteLine(output, TagLine.Of(file, day));
                }
                else
                {
                    Show(Terminal.Output(), TagLine.Of(file, day));
                }
            }, cancellationToken);
        }));
        return command;
    }

    private static void Show(IAnsiConsole console, TagLine line)
    {
        var dates = string.Join(", ", new[] { Dated("from", line.EffectiveDate), Dated("review or end", line.ReviewDue) }.OfType<string>());
        console.MarkupLineInterpolated($"[bold]{line.File}[/] ({CliJson.Word(line.Language)}{(line.Kind is null ? "" : ", " + line.Kind)}{(line.Currency is null ? "" : ", " + line.Currency)}{(dates.Length == 0 ? "" : ", " + dates)})");
        if (line.Quarantine)
        {
            console.MarkupLineInterpolated($"  [red]quarantined[/]: {string.Join("; ", line.QuarantineReasons)}");
        }

        if (line.Remark is not null)
        {
            console.MarkupLineInterpolated($"  {line.Remark}");
        }

        foreach (var tag in line.Tags)
        {
            var colour = tag.Band == TagBand.Accepted ? "green" : "yellow";
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"  [{colour}]{tag.Code,-4}{CliJson.Word(tag.Band),-9}[/]{tag.Confidence:0.00}  {tag.Topic}, page {tag.Page}: \"{tag.Quote?.ReplaceLineEndings(" ")}\"");
        }
    }

    private static string? Dated(string what, DateOnly? date) => date is null ? null : $"{what} {date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
}
