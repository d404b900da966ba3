using System.CommandLine;
using System.Globalization;
using Iasios.Core.Standards;
using Iasios.Core.Tags;
using Iasios.Core.Tags.Training;
using Spectre.Console;

namespace Iasios.Cli.Train;

/// <summary>Trains the tagger's model from labelled documents, and says how good it is for documents that it has not seen.</summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "A folder with documents/ and labels/, such as tools/training." };
        var output = new Option<FileInfo?>("--out") { Description = "Where to write the model. Without it only the figures are printed." };
        var command = new Command("train", "Trains the tagger's model. The same documents and rule cards give the same file to the byte.") { folder, output };
        command.SetAction((arguments, _) => FileCommand.RunAsync(arguments.GetRequiredValue(folder).FullName, async (root, _) =>
        {
            var report = new ModelTrainer(RuleCards.Embedded, TrainingSet.Load(arguments.GetRequiredValue(folder).FullName, Catalogue.Working)).Train();
            if (arguments.GetValue(output) is { } file)
            {
                await File.WriteAllBytesAsync(file.FullName, report.Model.ToArray());
            }

            Terminal.Output().Write(Figures(report));
        }));
        return command;
    }

    private static Table Figures(TrainingReport report)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Cross-validated", "Documents", "Labels", "Accepted", "right", "recall", "F1 with review", "Negatives", "falsely accepted");
        foreach (var row in report.Figures)
        {
            table.AddRow(
                row.Name,
                Number(row.Documents),
                Number(row.Labels),
                Number(row.Accepted),
                Share(row.AcceptedPrecision),
                Share(row.AcceptedRecall),
                Share(row.F1),
                Number(row.Negatives),
                Number(row.NegativesAccepted));
        }

        return table;
    }

    private static string Share(double share) => share.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
