using System.Text;
using Iasios.Core.Text;

namespace Iasios.Extraction.Office;

/// <summary>Puts a document's runs together: paragraphs become lines, table rows become lines of cells, page breaks become pages.</summary>
internal sealed class DocxText(TextBudget budget)
{
    private readonly List<PageText> pages = [];
    private readonly Stack<StringBuilder> paragraphs = new();
    private readonly Stack<List<string>> rows = new();
    private readonly Stack<List<string>> cells = new();
    private readonly List<string> lines = [];
    private int number = 1;
    private bool rowHasText;
    private bool breakAfterLine;

    public void StartParagraph() => paragraphs.Push(new());

    public void EndParagraph() => Emit(paragraphs.Pop().ToString());

    public void StartRow() => rows.Push([]);

    public void EndRow()
    {
        var row = string.Join('\t', rows.Pop());
        rowHasText &= rows.Count > 0;
        Emit(row);
    }

    public void StartCell() => cells.Push([]);

    public void EndCell()
    {
        // A cell is one piece of its row's line, whatever paragraphs, tabs or tables are in it.
        var cell = string.Join(' ', cells.Pop()).ReplaceLineEndings(" ").Replace('\t', ' ');
        if (rows.TryPeek(out var row))
        {
            row.Add(cell);
        }
        else
        {
            Emit(cell);
        }
    }

    public void Write(string text)
    {
        budget.Spend(text.Length);
        if (paragraphs.TryPeek(out var paragraph))
        {
            paragraph.Append(text);
        }
    }

    /// <summary>A break that the author set.</summary>
    public void BreakPage()
    {
        // A paragraph or row that has begun stays whole on the page it began on: its sentence would be cut otherwise.
        if (IsInsideText)
        {
            breakAfterLine = true;
        }
        else
        {
            TurnPage();
        }
    }

    /// <summary>A break noted when the document was last laid out. After a break that the author set, it is the same one.</summary>
    public void BreakPageUnlessAtTop()
    {
        if (IsInsideText || lines.Count > 0)
        {
            BreakPage();
        }
    }

    /// <summary>The pages that have text.</summary>
    public IReadOnlyList<PageText> Finish()
    {
        TurnPage();
        return pages;
    }

    private bool IsInsideText => rowHasText || paragraphs.Any(paragraph => paragraph.Length > 0);

    private void Emit(string text)
    {
        var line = text.Trim();
        budget.Spend(1);
        if (cells.TryPeek(out var cell))
        {
            cell.Add(line);
            rowHasText |= line.Length > 0;
            return;
        }

        if (line.Length > 0)
        {
            lines.Add(line);
        }

        if (breakAfterLine && !IsInsideText)
        {
            breakAfterLine = false;
            TurnPage();
        }
    }

    private void TurnPage()
    {
        if (lines.Count > 0)
        {
            pages.Add(new(number, string.Join('\n', lines)));
        }

        lines.Clear();
        number++;
    }
}
