namespace Iasios.Core.Tags;

/// <summary>How a word stands in its text.</summary>
[Flags]
internal enum WordMarks : byte
{
    None = 0,

    /// <summary>Written in capitals, but for a plural's s.</summary>
    Capitals = 1,

    /// <summary>A sentence, a table cell or a paragraph ends before it, so that no phrase runs across.</summary>
    AfterBreak = 2,

    /// <summary>The words before it say that it is a place, as "in the" does.</summary>
    AfterPlace = 4,
}

/// <summary>One word of a page; small words are left out.</summary>
/// <param name="Start">Where it begins in the page's text, in UTF-16 units.</param>
/// <param name="End">The unit after its last one.</param>
/// <param name="Entry">Its entry in the reader of its document.</param>
/// <param name="Marks">How it stands there.</param>
internal readonly record struct Word(int Start, int End, int Entry, WordMarks Marks)
{
    public bool Has(WordMarks marks) => (Marks & marks) == marks;
}
