using System.Net;
using Iasios.Core.Text;

namespace Iasios.OcrRig;

/// <summary>One page whose text is known.</summary>
/// <param name="Language">The language it is written in.</param>
/// <param name="Lines">Headings, paragraphs, list items and rows of tables, marked at their start.</param>
public sealed record TruthPage(DocumentLanguage Language, IReadOnlyList<string> Lines)
{
    private const string PageBreak = "===";

    /// <summary>The languages that there are texts in.</summary>
    public static IReadOnlyList<DocumentLanguage> Languages { get; } =
        [DocumentLanguage.En, DocumentLanguage.De, DocumentLanguage.Fr, DocumentLanguage.Es, DocumentLanguage.It];

    /// <summary>The words that a reader of this page should find.</summary>
    public IReadOnlyList<string> Words => WordRecall.WordsOf(string.Join(' ', Lines.Select(Text)));

    /// <summary>The pages of the text in this language.</summary>
    public static IReadOnlyList<TruthPage> Of(DocumentLanguage language)
    {
#pragma warning disable CA1308 // The files' names are in lower case.
        var name = language.ToString().ToLowerInvariant();
#pragma warning restore CA1308
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Texts", name + ".txt"));
        return [.. text.Split($"\n{PageBreak}\n").Select(page => new TruthPage(language, page.Split('\n', StringSplitOptions.RemoveEmptyEntries)))];
    }

    /// <summary>The pages as a browser prints them, one sheet of A4 each.</summary>
    public static string Html(IEnumerable<TruthPage> pages) =>
        $$"""
        <!DOCTYPE html><meta charset="utf-8"><style>
        @page { size: A4; margin: 20mm 22mm }
        body { font: 10pt/1.4 "DejaVu Serif"; margin: 0 } h1 { font: bold 14pt "DejaVu Sans" } h2 { font: bold 11pt "DejaVu Sans" }
        section { break-after: page } td { border: 0.5pt solid #333; padding: 2pt 6pt } table { border-collapse: collapse; width: 100%; font: 9pt "DejaVu Sans" }
        p { text-align: justify; margin: 5pt 0 }
        </style>{{string.Concat(pages.Select(page => $"<section>{string.Concat(page.Lines.Select(Html))}</section>"))}}
        """;

    private static string Html(string line) => line switch
    {
        ['#', '#', ' ', .. var heading] => $"<h2>{Encode(heading)}</h2>",
        ['#', ' ', .. var title] => $"<h1>{Encode(title)}</h1>",
        ['-', ' ', .. var item] => $"<ul><li>{Encode(item)}</ul>",
        ['|', .. var row] => $"<table><tr>{string.Concat(row.Trim('|').Split('|').Select(cell => $"<td width=25%>{Encode(cell.Trim())}"))}</table>",
        _ => $"<p>{Encode(line)}</p>",
    };

    private static string Text(string line) => line.TrimStart('#', '-', '|', ' ').Replace('|', ' ');

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
