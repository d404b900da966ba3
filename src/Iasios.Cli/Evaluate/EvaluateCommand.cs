using System.CommandLine;
using Iasios.Cli.Read;
using Iasios.Cli.Tag;

namespace Iasios.Cli.Evaluate;

/// <summary>Holds the tags of documents against what careful people say of them.</summary>
internal static class EvaluateCommand
{
    private const string LabelsFile = "labels.json";

    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = $"A folder with documents and {LabelsFile}." };
        var asOf = CommonOptions.AsOf();
        var hints = CommonOptions.Hints();
        var languages = CommonOptions.Languages();
        var json = new Option<bool>("--json") { Description = "Print the figures as one JSON object." };
        var command = new Command("evaluate", "Measures how well the tags of labelled documents agree with their labels.") { folder, asOf, hints, languages, json };
        command.SetAction((arguments, cancellationToken) => FileCommand.RunAsync(arguments.GetRequiredValue(folder).FullName, async (_, progress) =>
        {
            var root = arguments.GetRequiredValue(folder).FullName;
            var labels = LabelledDocument.Load(Path.Combine(root, LabelsFile));
            var files = labels.Select(document => new FileToRead(Path.Combine(root, document.File), document.File)).ToList();
            if (files.Find(file => !File.Exists(file.Path)) is { } missing)
            {
                throw new InvalidDataException($"{LabelsFile} names {missing.Name}, and there is no such file.");
            }

            var tagging = new FileTagging(FolderReading.Create(arguments.GetRequiredValue(languages)), arguments.GetValue(hints));
            var judged = new List<Judgement>();
            await FileCommand.ShowProgressAsync(
                progress, "Tagging", tagging.TagAsync, files, file => judged.Add(new(labels[judged.Count], file, arguments.GetValue(asOf))), cancellationToken);
            var evaluation = Evaluation.Of(judged);
            if (arguments.GetValue(json))
            {
                CliJson.WriteLine(Console.OpenStandardOutput(), evaluation);
            }
            else
            {
                EvaluationTable.Write(Terminal.Output(), evaluation);
            }
        }));
        return command;
    }
}
