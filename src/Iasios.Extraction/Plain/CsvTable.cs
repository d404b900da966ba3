using System.Text;
using CsvHelper;

namespace Iasios.Extraction.Plain;

/// <summary>Tells a table of separated values from prose, and reads it.</summary>
internal static class CsvTable
{
    private const int SampleRows = 50;

    private static readonly CsvReaderOptions Options = new() { HasHeader = false };

    /// <summary>The rows as lines of cells parted by tabs; null when the text is no table.</summary>
    public static string? TryRead(string text, CancellationToken cancellationToken)
    {
        if (!IsTable(Rows(text).Take(SampleRows).ToList()))
        {
            return null;
        }

        var table = new StringBuilder();
        foreach (var row in Rows(text))
        {
            cancellationToken.ThrowIfCancellationRequested();
            table.AppendJoin('\t', row.Select(cell => cell.ReplaceLineEndings(" ").Replace('\t', ' ').Trim())).Append('\n');
        }

        return table.ToString().TrimEnd('\n');
    }

    // Every row of a table has as many cells as the first. In prose that happens too, but there a blank follows the comma.
    private static bool IsTable(List<string[]> rows) =>
        rows.Count > 1 && rows.TrueForAll(row => row.Length > 1 && row.Length == rows[0].Length && !row.Skip(1).All(cell => cell.StartsWith(' ')));

    private static IEnumerable<string[]> Rows(string text)
    {
        using var reader = CsvReader.FromText(text, Options);
        while (reader.Read())
        {
            yield return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
        }
    }
}
