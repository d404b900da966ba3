using Iasios.Core.Text;

namespace Iasios.Core.Tags;

/// <summary>What a line is for.</summary>
internal enum LineRole
{
    Blank,
    Body,
    Row,
    Heading,

    /// <summary>A header or footer that most pages bear.</summary>
    Running,
}

/// <summary>One line of a page.</summary>
/// <param name="Page">The page's place in the document, from 0.</param>
/// <param name="Start">Where it begins in the page's text.</param>
/// <param name="Text">The line without blanks around it; <paramref name="Start"/> is where this begins.</param>
/// <param name="Role">What it is for.</param>
internal sealed record Line(int Page, int Start, string Text, LineRole Role)
{
    public int End => Start + Text.Length;
}

/// <summary>A heading and what stands under it.</summary>
/// <param name="Heading">The heading's place among the lines.</param>
/// <param name="End">The line after the section's last one.</param>
internal sealed record Section(int Heading, int End);

/// <summary>A document's pages as words and lines, with its title and sections.</summary>
/// <param name="Pages">The pages.</param>
/// <param name="Tokens">Each page's words.</param>
/// <param name="Lines">All lines in order.</param>
/// <param name="Sections">One for each heading, in order; a numbered heading's section holds those below it.</param>
/// <param name="Head">The title and the lines around it.</param>
internal sealed record Layout(
    IReadOnlyList<PageText> Pages,
    IReadOnlyList<IReadOnlyList<Token>> Tokens,
    IReadOnlyList<Line> Lines,
    IReadOnlyList<Section> Sections,
    DocumentHead Head)
{
    /// <summary>How many words stand before each line and, last, in all; titles, headings, headers and footers left out.</summary>
    public required IReadOnlyList<int> WordsBefore { get; init; }

    /// <summary>The title; null when none was found.</summary>
    public Title? Title => Head.Title;

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
