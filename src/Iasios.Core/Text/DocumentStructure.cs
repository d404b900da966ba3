namespace Iasios.Core.Text;

/// <summary>
/// What the pages of a document are made of. It points into the pages' text by page and place; the text itself stays
/// complete, running lines included.
/// </summary>
/// <param name="Pages">The pages.</param>
/// <param name="Lines">All lines in order; each page has one, if an empty one.</param>
/// <param name="Sections">One for each heading, in order; a numbered heading's section holds those below it.</param>
/// <param name="Head">The title and the lines around it.</param>
/// <param name="Control">What the first page says of the document: number, version, owner, dates.</param>
public sealed record DocumentStructure(
    IReadOnlyList<PageText> Pages,
    IReadOnlyList<TextLine> Lines,
    IReadOnlyList<Section> Sections,
    DocumentHead Head,
    DocumentControl Control)
{
    /// <summary>Reads the structure of a document in English, German, French, Spanish or Italian. The work grows with the text's length only.</summary>
    /// <param name="pages">The pages in order; any text is allowed.</param>
    public static DocumentStructure Of(IReadOnlyList<PageText> pages)
    {
        var lines = LineReader.Read(pages);
        Headings.Mark(lines);
        return new(pages, lines, Headings.Sections(lines), TitleFinder.Find(lines), ControlReader.Read(lines));
    }
}
