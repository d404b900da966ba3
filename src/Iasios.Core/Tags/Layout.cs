using Iasios.Core.Text;

namespace Iasios.Core.Tags;

/// <summary>A document's structure with the counts of its words.</summary>
/// <param name="Structure">The pages, their lines, and what they are for.</param>
internal sealed record Layout(DocumentStructure Structure)
{
    public IReadOnlyList<PageText> Pages => Structure.Pages;

    public IReadOnlyList<TextLine> Lines => Structure.Lines;

    public IReadOnlyList<Section> Sections => Structure.Sections;

    public DocumentHead Head => Structure.Head;

    /// <summary>How many words stand before each line and, last, in all; titles, headings, headers and footers left out.</summary>
    public required IReadOnlyList<int> WordsBefore { get; init; }

    /// <summary>The title; null when none was found.</summary>
    public DocumentTitle? Title => Head.Title;

    /// <summary>The words of body and rows.</summary>
    public int Words => WordsBefore[^1];

    public int WordsIn(Section section) => WordsBefore[section.End] - WordsBefore[section.Heading];

    /// <summary>The first line of a page; each page has one, if an empty one.</summary>
    public int FirstLine(int page) => page == 0 ? 0 : LineAt(page, -1) + 1;

    /// <summary>The line in which a place of a page lies.</summary>
    public int LineAt(int page, int offset)
    {
        var (low, high) = (0, Lines.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Lines[middle].Page < page || (Lines[middle].Page == page && Lines[middle].Start <= offset))
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }
}
