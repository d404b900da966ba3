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

/// <summary>The text of one page, sheet or section, as it was read.</summary>
/// <param name="Number">1 for the first page. A format without pages has one page.</param>
/// <param name="Text">The text with line ends as LF; table rows are lines, their cells parted by a tab.</param>
public sealed record PageText(int Number, string Text);

/// <summary>What reading one file gave.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Reason">Plain words for the person who handed the file in; null when all was read. Never holds text of the document.</param>
/// <param name="Format">The format found in the content, such as "pdf" or "docx"; "unknown" when none was recognised.</param>
/// <param name="PageCount">Pages that the file says it has; null when it does not say.</param>
/// <param name="Pages">The pages that gave text, in order; empty unless the outcome is <see cref="ReadingOutcome.Read"/> or <see cref="ReadingOutcome.Partial"/>.</param>
public sealed record Reading(ReadingOutcome Outcome, string? Reason, string Format, int? PageCount, IReadOnlyList<PageText> Pages);
