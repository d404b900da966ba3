using System.Globalization;
using Spectre.Console;

namespace Iasios.Cli.Evaluate;

/// <summary>Prints figures for people. Every share comes with its n: a share of three documents says little.</summary>
internal static class EvaluationTable
{
    public static void Write(IAnsiConsole console, Evaluation found)
    {
        console.Write(Bands(found));
        console.Write(Shares(found));
        console.Write(Rows("Language", "Documents", found.Languages));
        console.Write(Rows("Code", "Labels", found.Codes));
    }

    private static Table Bands(Evaluation found)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns($"{found.Documents} documents", "Precision", "Recall", "F1", "Macro precision", "Macro recall", "Macro F1");
        foreach (var (name, scores) in new[] { ("accepted", found.Accepted), ("accepted and review", found.AcceptedAndReview) })
        {
            table.AddRow(name, Figure(scores.Precision), Figure(scores.Recall), Figure(scores.F1), Figure(scores.MacroPrecision), Figure(scores.MacroRecall), Figure(scores.MacroF1));
        }

        return table;
    }

    private static Table Shares(Evaluation found)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Measure", "Share", "n", "95 % interval");
        AddShare(table, "accepted tags that are right", found.AcceptedPrecision);
        AddShare(table, "documents decided without a person", found.DecidedWithoutPerson);
        AddShare(table, "negatives with an accepted tag", found.NegativesFalselyAccepted);
        AddShare(table, "first tag right", found.Top1);
        AddShare(table, "labels among the first three tags", found.RecallAt3);
        AddShare(table, "quotes that overlap the label's passage", found.QuoteOverlap);
        AddShare(table, "currency right", found.Currency);
        AddShare(table, "effective date right", found.EffectiveDate);
        AddShare(table, "review or end date right", found.ReviewDue);
        AddShare(table, "patients' data quarantined", found.GuardRecall);
        AddShare(table, "falsely quarantined", found.GuardFalseAlarms);
        table.AddRow("Brier score", Figure(found.Brier), "", "");
        table.AddRow("calibration error", Figure(found.CalibrationError), "", "");
        return table;
    }

    private static void AddShare(Table table, string name, ShareOf share) => table.AddRow(
        name, Figure(share.Share), share.N.ToString(CultureInfo.InvariantCulture), share.Low is null ? "" : $"{Figure(share.Low)} to {Figure(share.High)}");

    private static Table Rows(string name, string count, IReadOnlyList<EvaluationRow> rows)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns(
            name, count, "Accepted: right", "wrong", "precision", "recall", "With review: right", "wrong", "precision", "recall", "F1");
        foreach (var row in rows)
        {
            table.AddRow([.. new[]
            {
                row.Name,
                Number(row.N),
                Number(row.Accepted.Right), Number(row.Accepted.Wrong), Figure(row.Accepted.Precision), Figure(row.Accepted.Recall),
                Number(row.All.Right), Number(row.All.Wrong), Figure(row.All.Precision), Figure(row.All.Recall), Figure(row.All.F1),
            }]);
        }

        return table;
    }

    private static string Figure(double? value) => value?.ToString("0.000", CultureInfo.InvariantCulture) ?? "-";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
