namespace Iasios.Core.Text;

/// <summary>How reading a document ended. Every value but <see cref="Read"/> and <see cref="Partial"/> covers nothing.</summary>
public enum ReadingOutcome
{
    /// <summary>All pages gave their text.</summary>
    Read,

    /// <summary>Some pages gave their text; <see cref="Reading.Reason"/> says which did not.</summary>
    Partial,

    /// <summary>The pages are pictures without text.</summary>
    NeedsOcr,

    /// <summary>A password is needed.</summary>
    Encrypted,

    /// <summary>The file is broken, or hostile.</summary>
    Unreadable,

    /// <summary>No reader for this format.</summary>
    Unsupported,

    /// <summary>The file, or what it unpacks to, is over a limit.</summary>
    TooLarge,
}

/// <summary>Where a page's text came from.</summary>
public enum TextSource
{
    /// <summary>The file itself: a text layer, paragraphs, cells, form values.</summary>
    Text,

    /// <summary>Optical character recognition (OCR) of a picture.</summary>
    Ocr,

    /// <summary>Both: the file's own text first, the recognised text of the picture after it.</summary>
    TextAndOcr,
}

/// <summary>The language that a document is written in.</summary>
public enum DocumentLanguage
{
    /// <summary>English.</summary>
    En,

    /// <summary>German.</summary>
    De,

    /// <summary>French.</summary>
    Fr,

    /// <summary>Spanish.</summary>
    Es,

    /// <summary>Italian.</summary>
    It,

    /// <summary>None of these, or too little text to tell.</summary>
    Other,
}

/// <summary>The text of one page, sheet or section, as it was read.</summary>
/// <param name="Number">1 for the first page. A format without pages has one page.</param>
/// <param name="Text">The text with line ends as LF; table rows are lines, their cells parted by a tab.</param>
public sealed record PageText(int Number, string Text)
{
    /// <summary>Where in <see cref="Text"/> recognised text begins; 0 when all of it was recognised, null when none was.</summary>
    public int? OcrStart { get; init; }

    /// <summary>
    /// How sure the text is, from 0 to 1. Of recognised text the mean confidence of its words; of a text layer the share of its
    /// characters that are legible; the lower of the two when a page has both.
    /// </summary>
    public double Confidence { get; init; } = 1;

    /// <summary>The page has a text layer over a picture of the whole page: what is read may differ from what is seen.</summary>
    public bool IsTextOverPicture { get; init; }

    /// <summary>Where the text came from.</summary>
    public TextSource Source => OcrStart switch { null => TextSource.Text, 0 => TextSource.Ocr, _ => TextSource.TextAndOcr };
}

/// <summary>What reading one file gave.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Reason">Plain words for the person who handed the file in; null when all was read. Never holds text of the document.</param>
/// <param name="Format">The format found in the content, such as "pdf" or "docx"; "unknown" when none was recognised.</param>
/// <param name="PageCount">Pages that the file says it has; null when it does not say.</param>
/// <param name="Pages">The pages that gave text, in order; empty unless the outcome is <see cref="ReadingOutcome.Read"/> or <see cref="ReadingOutcome.Partial"/>.</param>
public sealed record Reading(ReadingOutcome Outcome, string? Reason, string Format, int? PageCount, IReadOnlyList<PageText> Pages)
{
    /// <summary>The language of the text; <see cref="DocumentLanguage.Other"/> when there is none.</summary>
    public DocumentLanguage Language { get; init; } = DocumentLanguage.Other;

    /// <summary>The file's own properties that hold words, such as title, subject and author; empty when the reader gives none.</summary>
    public IReadOnlyList<string> Properties { get; init; } = [];
}
