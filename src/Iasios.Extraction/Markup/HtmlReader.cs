using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using Iasios.Core.Text;
using Iasios.Extraction.Plain;

namespace Iasios.Extraction.Markup;

/// <summary>Reads the text of a web page: blocks become lines, table rows become lines of cells. Nothing that it names is fetched.</summary>
internal static partial class HtmlReader
{
    public const string Format = "html";

    private const int HeadBytes = 4 * 1024;

    private static readonly FrozenSet<string> Blocks = FrozenSet.Create(
        "p", "div", "br", "hr", "li", "ul", "ol", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote", "address", "section", "article", "header",
        "footer", "nav", "aside", "main", "figure", "figcaption", "form", "fieldset", "legend", "option", "title", "body", "html", "head", "table", "caption",
        "thead", "tbody", "tfoot", "summary", "details");

    // Their ends are often left out; inline elements are not counted either, for the same reason.
    private static readonly FrozenSet<string> Nested = FrozenSet.Create(
        "div", "table", "ul", "ol", "dl", "blockquote", "section", "article", "header", "footer", "nav", "aside", "main", "figure", "form", "fieldset", "details");

    public static Reading Read(string path, ReadingLimits limits, DocumentBudget budget, CancellationToken cancellationToken)
    {
        try
        {
            using var page = new StreamReader(path, EncodingOf(path));
            var text = new HtmlText(budget);
            Walk(new(page, cancellationToken), text, limits.MaxMarkupDepth);
            var pages = text.Finish();
            return pages.Count > 0
                ? new(ReadingOutcome.Read, Reason: null, Format, PageCount: null, pages)
                : Refusal.Of(ReadingOutcome.Unreadable, Format, "The web page has no text of its own. Please save it as PDF and hand that in.");
        }
        catch (UnusableDocumentException unusable)
        {
            return Refusal.Of(unusable.Outcome, Format, unusable.Message);
        }
    }

    private static void Walk(HtmlTokens tokens, HtmlText text, int maxDepth)
    {
        var depth = 0;
        while (tokens.Read())
        {
            switch (tokens.Mark)
            {
                case HtmlMark.Text:
                    text.Write(tokens.Text);
                    break;
                case HtmlMark.Start:
                    depth += Nested.Contains(tokens.Name) ? 1 : 0;
                    if (depth > maxDepth)
                    {
                        throw new UnusableDocumentException(ReadingOutcome.Unreadable, "The web page is nested too deeply to be a document. Please make it again.");
                    }

                    Start(tokens.Name, text);
                    break;
                case HtmlMark.End:
                    depth -= Nested.Contains(tokens.Name) ? Math.Min(depth, 1) : 0;
                    End(tokens.Name, text);
                    break;
            }
        }
    }

    private static void Start(string name, HtmlText text)
    {
        switch (name)
        {
            case "table":
                text.StartTable();
                break;
            case "tr":
                text.StartRow();
                break;
            case "td" or "th":
                text.StartCell();
                break;
            case "pre":
                text.EndLine();
                text.Preformatted = true;
                break;
            default:
                EndLineAt(name, text);
                break;
        }
    }

    private static void End(string name, HtmlText text)
    {
        switch (name)
        {
            case "table":
                text.EndTable();
                break;
            case "tr":
                text.EndRow();
                break;
            case "td" or "th":
                text.EndCell();
                break;
            case "pre":
                text.EndLine();
                text.Preformatted = false;
                break;
            default:
                EndLineAt(name, text);
                break;
        }
    }

    private static void EndLineAt(string name, HtmlText text)
    {
        if (Blocks.Contains(name))
        {
            text.EndLine();
        }
    }

    private static Encoding EncodingOf(string path)
    {
        using var file = File.OpenRead(path);
        var head = new byte[HeadBytes];
        var count = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (TextEncoding.Marked(head.AsSpan(0, count)) is { } marked)
        {
            return marked;
        }

        // What names itself UTF-16 and could be read so far is not.
        var named = Charset().Match(Encoding.Latin1.GetString(head, 0, count)).Groups["name"].Value;
        return TextEncoding.Detect(path) is UnicodeEncoding wide
            ? wide
            : named.Length > 0 && TextEncoding.Named(named) is { } known and not UnicodeEncoding and not UTF8Encoding ? known : TextEncoding.Detect(path);
    }

    [GeneratedRegex("""<(?:meta|\?xml)[^>]{0,500}?(?:charset|encoding)\s{0,5}=\s{0,5}["']?(?<name>[A-Za-z0-9_:.-]{1,40})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Charset();
}
