using System.Text;
using CsvHelper;
using Iasios.Core.Text;

namespace Iasios.Extraction.Plain;

/// <summary>Tells a table of separated values from prose, and reads it row by row.</summary>
internal static class CsvTable
{
    private const string Format = "csv";
    private const int SampleRows = 50;
    private const int MostColumns = 16_384;

    // A quote that is never closed would otherwise make one cell of all that follows.
    private static readonly CsvReaderOptions Options = new() { HasHeader = false, MaxRecordSize = 1024 * 1024 };

    /// <summary>The rows as lines of cells parted by tabs; null when the text is no table.</summary>
    /// <exception cref="UnusableDocumentException">The table is over a limit.</exception>
    public static Reading? TryRead(string path, Encoding encoding, DocumentBudget budget, CancellationToken cancellationToken)
    {
        try
        {
            if (!IsTable(Rows(path, encoding).Take(SampleRows)))
            {
                return null;
            }
        }
        catch (CsvFormatException)
        {
            return null;
        }

        var table = new PagedText(budget);
        string? reason = null;
        try
        {
            foreach (var row in Rows(path, encoding))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var line = string.Join('\t', row.Select(cell => cell.ReplaceLineEndings(" ").Replace('\t', ' ').Trim()));
                budget.SpendText(line.Length + 1);
                table.AppendLine(line);
            }
        }
        catch (CsvFormatException)
        {
            reason = "The table was read up to a row that is broken: a quotation mark in it is not closed. Please save it again.";
        }

        var pages = table.Finish();
        return new(reason is null ? ReadingOutcome.Read : ReadingOutcome.Partial, reason, Format, table.Number, pages);
    }

    // Every row of a table has as many cells as the first. In prose that happens too, but there a blank follows the comma.
    private static bool IsTable(IEnumerable<string[]> rows)
    {
        var (count, columns) = (0, 0);
        foreach (var row in rows)
        {
            columns = count++ == 0 ? row.Length : columns;
            if (row.Length is < 2 or > MostColumns || row.Length != columns || row.Skip(1).All(cell => cell.StartsWith(' ')))
            {
                return false;
            }
        }

        return count > 1;
    }

    private static IEnumerable<string[]> Rows(string path, Encoding encoding)
    {
        using var reader = CsvReader.Create(new StreamReader(path, encoding), Options, leaveOpen: false);
        while (reader.Read())
        {
            yield return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
        }
    }
}
