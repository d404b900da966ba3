using System.Net;
using System.Text;

namespace Iasios.Extraction.Markup;

/// <summary>What stands at a place in a page.</summary>
internal enum HtmlMark
{
    Start,
    End,
    Text,
}

/// <summary>
/// Walks a web page from start to end without ever holding it as a whole, and without recursion. Comments, declarations, and what
/// scripts, styles and their like hold are passed over. It forgives what browsers forgive, but it builds no tree.
/// </summary>
internal sealed class HtmlTokens(TextReader page, CancellationToken cancellationToken)
{
    private const int LongestPiece = 8 * 1024;
    private const int LongestName = 32;
    private const int LongestEntity = 32;

    private readonly StringBuilder piece = new();
    private string? raw;

    public HtmlMark Mark { get; private set; }

    /// <summary>The element's name in lower case.</summary>
    public string Name { get; private set; } = "";

    /// <summary>A piece of text with its entities decoded; long texts come in several.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Moves on; false at the end of the page.</summary>
    public bool Read()
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (raw is { } element)
        {
            raw = null;
            SkipRaw(element);
            return Found(HtmlMark.End, element);
        }

        while (page.Peek() is >= 0 and var next)
        {
            if (next != '<')
            {
                return ReadText();
            }

            Take();
            switch (page.Peek())
            {
                case '!':
                    SkipDeclaration();
                    break;
                case '?':
                    SkipTo('>');
                    break;
                case '/':
                    Take();
                    return ReadTag(HtmlMark.End);
                case >= 'a' and <= 'z' or >= 'A' and <= 'Z':
                    return ReadTag(HtmlMark.Start);
                default:
                    return FoundText("<");
            }
        }

        return false;
    }

    private bool ReadText()
    {
        piece.Clear();
        while (page.Peek() is >= 0 and not '<' and var next && piece.Length < LongestPiece)
        {
            piece.Append(Take());
            if (next == '&')
            {
                ReadEntity();
            }
        }

        return FoundText(WebUtility.HtmlDecode(piece.ToString()));
    }

    // An entity is never parted between two pieces.
    private void ReadEntity()
    {
        for (var length = 0; length < LongestEntity && page.Peek() is >= 0 and var next && (char.IsAsciiLetterOrDigit((char)next) || next is '#' or ';'); length++)
        {
            piece.Append(Take());
            if (next == ';')
            {
                break;
            }
        }
    }

    private bool ReadTag(HtmlMark mark)
    {
        piece.Clear();
        while (page.Peek() is >= 0 and not '>' and not '/' and var next && !char.IsWhiteSpace((char)next))
        {
            Take();
            piece.Append(piece.Length < LongestName ? char.ToLowerInvariant((char)next).ToString() : "");
        }

        var name = piece.ToString();
        var closed = SkipAttributes();
        raw = mark is HtmlMark.Start && !closed && name is "script" or "style" or "template" or "noscript" or "svg" or "object" or "iframe" or "noembed" ? name : null;
        return Found(mark, name);
    }

    // A ">" in a quoted value does not end the tag. Gives whether the tag closes its element itself, as in XHTML.
    private bool SkipAttributes()
    {
        var quote = '\0';
        var afterEquals = false;
        var afterSlash = false;
        while (page.Read() is >= 0 and var next)
        {
            var character = (char)next;
            if (quote != '\0')
            {
                quote = character == quote ? '\0' : quote;
            }
            else if (character == '>')
            {
                return afterSlash;
            }
            else if (afterEquals && character is '"' or '\'')
            {
                quote = character;
            }

            afterEquals = quote == '\0' && (character == '=' || (afterEquals && char.IsWhiteSpace(character)));
            afterSlash = quote == '\0' && character == '/';
        }

        return true;
    }

    private void SkipDeclaration()
    {
        Take();
        if (page.Peek() != '-')
        {
            SkipTo('>');
            return;
        }

        // A comment ends with "-->"; two dashes may be its start's and its end's at once.
        var dashes = 0;
        while (page.Read() is >= 0 and var next)
        {
            if (next == '>' && dashes >= 2)
            {
                return;
            }

            dashes = next == '-' ? dashes + 1 : 0;
        }
    }

    // Passes over all up to the element's end tag.
    private void SkipRaw(string element)
    {
        while (SkipTo('<'))
        {
            if (page.Peek() != '/')
            {
                continue;
            }

            Take();
            var matched = 0;
            while (matched < element.Length && char.ToLowerInvariant((char)Math.Max(page.Peek(), 0)) == element[matched])
            {
                Take();
                matched++;
            }

            if (matched == element.Length && !char.IsAsciiLetterOrDigit((char)Math.Max(page.Peek(), 0)))
            {
                SkipTo('>');
                return;
            }
        }
    }

    private bool SkipTo(char end)
    {
        while (page.Read() is >= 0 and var next)
        {
            if (next == end)
            {
                return true;
            }
        }

        return false;
    }

    private char Take() => (char)page.Read();

    private bool Found(HtmlMark mark, string name)
    {
        (Mark, Name) = (mark, name);
        return true;
    }

    private bool FoundText(string text)
    {
        (Mark, Text) = (HtmlMark.Text, text);
        return true;
    }
}
