using Iasios.Core.Text;

namespace Iasios.Core.Tags;

/// <summary>Adds the words to a document's structure.</summary>
internal static class LayoutReader
{
    public static Layout Read(IReadOnlyList<PageText> pages)
    {
        var structure = DocumentStructure.Of(pages);
        var tokens = pages.Select(page => Tokenizer.Tokenize(page.Text)).ToList();
        return new(structure, tokens)
        {
            WordsBefore = CountWords(structure.Lines, tokens),
        };
    }

    private static int[] CountWords(IReadOnlyList<TextLine> lines, List<IReadOnlyList<Token>> tokens)
    {
        var before = new int[lines.Count + 1];
        var token = 0;
        for (var at = 0; at < lines.Count; at++)
        {
            var line = lines[at];
            token = at > 0 && lines[at - 1].Page != line.Page ? 0 : token;
            var first = token;
            while (token < tokens[line.Page].Count && tokens[line.Page][token].Start < line.End)
            {
                token++;
            }

            before[at + 1] = before[at] + (line.Kind is LineKind.Body or LineKind.Row ? token - first : 0);
        }

        return before;
    }
}
