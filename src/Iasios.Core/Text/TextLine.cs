namespace Iasios.Core.Text;

/// <summary>What a line is for.</summary>
public enum LineKind
{
    /// <summary>Nothing but blanks. Neighbouring blank lines are one.</summary>
    Blank,

    /// <summary>Running text.</summary>
    Body,

    /// <summary>A table row; its cells are parted by tabs.</summary>
    Row,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>A line at the top of a page that most pages bear, or a page number there.</summary>
    Header,

    /// <summary>The same at the bottom.</summary>
    Footer,
}

/// <summary>One line of a page, without the blanks around it. It points into the page's text, which stays complete.</summary>
/// <param name="Source">The page it stands on.</param>
/// <param name="Page">The page's place in the document, from 0.</param>
/// <param name="Start">Where it begins in the page's text, in UTF-16 units.</param>
/// <param name="End">The unit after its last one.</param>
/// <param name="Kind">What it is for.</param>
public readonly record struct TextLine(PageText Source, int Page, int Start, int End, LineKind Kind)
{
    /// <summary>How long it is, in UTF-16 units.</summary>
    public int Length => End - Start;

    /// <summary>Its characters.</summary>
    public ReadOnlySpan<char> Span => Source.Text.AsSpan(Start, Length);

    /// <summary>Its characters as a text of their own, copied on each call.</summary>
    public string Text => Source.Text[Start..End];

    /// <summary>A header or a footer.</summary>
    public bool IsRunning => Kind is LineKind.Header or LineKind.Footer;
}

/// <summary>A heading and what stands under it.</summary>
/// <param name="Heading">The heading's place among the lines.</param>
/// <param name="End">The line after the section's last one.</param>
public sealed record Section(int Heading, int End);
