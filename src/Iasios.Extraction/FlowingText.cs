using System.Text;
using Iasios.Core.Text;

namespace Iasios.Extraction;

/// <summary>Puts a document's runs together: paragraphs become lines, table rows become lines of cells, page breaks become pages.</summary>
internal sealed class FlowingText(DocumentBudget budget)
{
    private readonly PagedText pages = new(budget);
    private readonly Stack<StringBuilder> paragraphs = new();
    private readonly Stack<StringBuilder?> rows = new();
    private readonly Stack<StringBuilder> cells = new();
    private bool rowHasText;
    private bool breakAfterLine;

    /// <summary>The number of the page that is being written.</summary>
    public int Page => pages.Number;

    public bool IsInParagraph => paragraphs.Count > 0;

    public void StartParagraph() => paragraphs.Push(new());

    public void EndParagraph()
    {
        if (paragraphs.TryPop(out var paragraph))
        {
            Emit(paragraph);
        }
    }

    // A row is made with its first cell, so that a row of one empty cell differs from a row without cells.
    public void StartRow() => rows.Push(null);

    public void EndRow()
    {
        if (rows.TryPop(out var row))
        {
            rowHasText &= rows.Count > 0;
            Emit(row ?? new());
        }
    }

    public void StartCell() => cells.Push(new());

    public void EndCell()
    {
        if (!cells.TryPop(out var cell))
        {
            return;
        }

        // A cell is one piece of its row's line, whatever paragraphs, tabs or tables are in it.
        cell.Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' ');
        if (!rows.TryPop(out var row))
        {
            Emit(cell);
            return;
        }

        row = row is null ? cell : row.Append('\t').Append(cell);
        SpillWhenLong(row);
        rows.Push(row);
    }

    public void Write(ReadOnlySpan<char> text)
    {
        budget.SpendText(text.Length);
        if (paragraphs.TryPeek(out var paragraph))
        {
            paragraph.Append(text);
            if (paragraph.Length > PagedText.PageCharacters)
            {
                EmitBegun(paragraph);
            }
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
            pages.TurnPage();
        }
    }

    /// <summary>A break noted when the document was last laid out. After a break that the author set, it is the same one.</summary>
    public void BreakPageUnlessAtTop()
    {
        if (IsInsideText || !pages.IsAtTop)
        {
            BreakPage();
        }
    }

    /// <summary>The pages that have text. What was begun and not ended is ended.</summary>
    public IReadOnlyList<PageText> Finish()
    {
        while (paragraphs.Count > 0)
        {
            EndParagraph();
        }

        while (cells.Count > 0)
        {
            EndCell();
        }

        while (rows.Count > 0)
        {
            EndRow();
        }

        return pages.Finish();
    }

    private bool IsInsideText => rowHasText || paragraphs.Any(paragraph => paragraph.Length > 0);

    private void Emit(StringBuilder text)
    {
        var line = text.ToString().AsSpan().Trim();
        budget.SpendText(1);
        if (cells.TryPeek(out var cell))
        {
            cell.Append(cell.Length > 0 ? " " : "").Append(line);
            rowHasText |= line.Length > 0;
            SpillWhenLong(cell);
            return;
        }

        if (line.Length > 0)
        {
            pages.AppendLine(line);
        }

        if (breakAfterLine && !IsInsideText)
        {
            breakAfterLine = false;
            pages.TurnPage();
        }
    }

    // All but the last word, which may go on.
    private void EmitBegun(StringBuilder paragraph)
    {
        var lastWord = paragraph.ToString()[(PagedText.PageCharacters / 2)..];
        lastWord = lastWord[(lastWord.LastIndexOf(' ') + 1)..];
        paragraph.Length -= lastWord.Length;
        Emit(paragraph);
        paragraph.Clear().Append(lastWord);
    }

    // No table that people wrote has such a cell; one that a program wrote must not be held several times over.
    private void SpillWhenLong(StringBuilder text)
    {
        if (text.Length > PagedText.PageCharacters)
        {
            pages.AppendLine(text.ToString());
            text.Clear();
        }
    }
}
