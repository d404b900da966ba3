using Iasios.Core.Text;

namespace Iasios.Cli.Read;

/// <summary>What <c>iasios read --json</c> prints of a file: one object on one line.</summary>
internal sealed record ReadLine(
    string File,
    ReadingOutcome Outcome,
    string? Reason,
    DocumentLanguage Language,
    IReadOnlyList<ReadPage> Pages,
    long Milliseconds)
{
    public static void Write(Stream output, ReadFile file)
    {
        var pages = file.Reading.Pages.Select(page => new ReadPage(page.Number, page.Text, page.Source, Math.Round(page.Confidence, 3)));
        CliJson.WriteLine(
            output,
            new ReadLine(file.File, file.Reading.Outcome, file.Reading.Reason, file.Reading.Language, [.. pages], (long)file.Elapsed.TotalMilliseconds));
    }
}

/// <summary>One page.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Text">All of it; of a page with both, the file's own text first.</param>
/// <param name="Source">Where the text came from.</param>
/// <param name="Confidence">From 0 to 1.</param>
internal sealed record ReadPage(int Number, string Text, TextSource Source, double Confidence);
