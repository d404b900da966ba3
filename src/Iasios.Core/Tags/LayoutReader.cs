using Iasios.Core.Text;

namespace Iasios.Core.Tags;

/// <summary>Adds the counts of words to a document's structure.</summary>
internal static class LayoutReader
{
    public static Layout Read(IReadOnlyList<PageText> pages)
    {
        var structure = DocumentStructure.Of(pages);
        return new(structure) { WordsBefore = CountWords(structure.Lines) };
    }

    private static int[] CountWords(IReadOnlyList<TextLine> lines)
    {
        var before = new int[lines.Count + 1];
        for (var at = 0; at < lines.Count; at++)
        {
            before[at + 1] = before[at] + (lines[at].Kind is LineKind.Body or LineKind.Row ? CountWords(lines[at].Span) : 0);
        }

        return before;
    }

    private static int CountWords(ReadOnlySpan<char> line)
    {
        var (count, inside) = (0, false);
        foreach (var letter in line)
        {
            var isPart = char.IsLetterOrDigit(letter);
            count += isPart && !inside ? 1 : 0;
            inside = isPart;
        }

        return count;
    }
}
