using System.Text;
using Iasios.Core.Text;

namespace Iasios.Extraction;

/// <summary>Collects text page by page. A page that grows too long is cut at the end of a paragraph, so that none is a monster.</summary>
internal sealed class PagedText(DocumentBudget budget)
{
    /// <summary>The most characters of a page; a string of that length just stays off the large object heap.</summary>
    public const int PageCharacters = 40_000;

    private static readonly string[] Breaks = ["\n\n", "\n", " "];

    private readonly List<PageText> pages = [];
    private readonly StringBuilder page = new();

    /// <summary>The number of the page that is being written.</summary>
    public int Number { get; private set; } = 1;

    public bool IsAtTop => page.Length == 0;

    public void Append(ReadOnlySpan<char> text)
    {
        while (page.Length + text.Length > PageCharacters)
        {
            var fitting = PageCharacters - page.Length;
            page.Append(text[..fitting]);
            text = text[fitting..];
            Cut();
        }

        page.Append(text);
    }

    public void AppendLine(ReadOnlySpan<char> line)
    {
        if (!IsAtTop)
        {
            Append("\n");
        }

        Append(line);
    }

    public void TurnPage()
    {
        Keep(page.ToString());
        page.Clear();
    }

    /// <summary>The pages that have text.</summary>
    public IReadOnlyList<PageText> Finish()
    {
        TurnPage();
        Number--;
        return pages;
    }

    private void Cut()
    {
        var whole = page.ToString();
        var end = Breaks.Select(mark => whole.LastIndexOf(mark, StringComparison.Ordinal)).FirstOrDefault(at => at > PageCharacters / 2, whole.Length);
        end -= char.IsHighSurrogate(whole[end - 1]) ? 1 : 0;
        Keep(whole[..end]);
        page.Clear().Append(whole.AsSpan(end).TrimStart("\n "));
    }

    private void Keep(string text)
    {
        var trimmed = text.Trim('\n', ' ');
        if (trimmed.Length > 0)
        {
            budget.SpendPage();
            pages.Add(new(Number, trimmed));
        }

        Number++;
    }
}
