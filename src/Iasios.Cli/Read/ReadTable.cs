using System.Globalization;
using Iasios.Core.Text;
using Spectre.Console;

namespace Iasios.Cli.Read;

/// <summary>What <c>iasios read</c> shows to people: a row a file, and how many ended how.</summary>
internal sealed class ReadTable
{
    private readonly Table table = new Table().Border(TableBorder.Rounded).AddColumns("File", "Outcome", "Language", "Pages", "By OCR", "Least sure", "Seconds", "Reason");
    private readonly SortedDictionary<ReadingOutcome, int> outcomes = [];

    public void Add(ReadFile file)
    {
        var pages = file.Reading.Pages;
        outcomes[file.Reading.Outcome] = outcomes.GetValueOrDefault(file.Reading.Outcome) + 1;
        table.AddRow(
            new Text(file.File),
            new Text(Word(file.Reading.Outcome)),
            new Text(pages.Count > 0 ? Word(file.Reading.Language) : ""),
            new Text(Number(pages.Count)),
            new Text(Number(pages.Count(page => page.Source != TextSource.Text))),
            new Text(pages.Count > 0 ? pages.Min(page => page.Confidence).ToString("0.00", CultureInfo.InvariantCulture) : ""),
            new Text(file.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)),
            new Text(file.Reading.Reason ?? ""));
    }

    public void Write(IAnsiConsole console)
    {
        console.Write(table);
        console.WriteLine(string.Join(", ", outcomes.Select(outcome => $"{Number(outcome.Value)} {Word(outcome.Key)}")));
    }

    private static string Word<T>(T value)
        where T : struct, Enum => char.ToLowerInvariant(value.ToString()[0]) + value.ToString()[1..];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
