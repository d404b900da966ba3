using Iasios.Core.Text;

namespace Iasios.Extraction.Markup;

/// <summary>Lays a web page's text out in lines as a browser would: blanks run together, ends that were left out are put in.</summary>
internal sealed class HtmlText(DocumentBudget budget)
{
    private readonly FlowingText text = new(budget);

    // For each open table whether it has an open row, and that an open cell.
    private readonly Stack<(bool Row, bool Cell)> tables = new();
    private bool afterBlank = true;

    public bool Preformatted { get; set; }

    public void Write(string piece)
    {
        if (Preformatted)
        {
            Open();
            text.Write(piece);
            afterBlank = false;
            return;
        }

        var line = new char[piece.Length];
        var length = 0;
        foreach (var character in piece)
        {
            // Only these: a no-break space is one that the author wants.
            var blank = character is ' ' or '\n' or '\r' or '\t' or '\f';
            if (!blank || !afterBlank)
            {
                line[length++] = blank ? ' ' : character;
            }

            afterBlank = blank;
        }

        if (length > 0)
        {
            Open();
            text.Write(line.AsSpan(0, length));
        }
    }

    public void EndLine()
    {
        if (text.IsInParagraph)
        {
            text.EndParagraph();
        }

        afterBlank = true;
    }

    public void StartTable()
    {
        EndLine();
        tables.Push((Row: false, Cell: false));
    }

    public void EndTable()
    {
        EndLine();
        if (tables.Count > 0)
        {
            EndRow();
            tables.Pop();
        }
    }

    public void StartRow()
    {
        EndLine();
        if (tables.Count > 0)
        {
            EndRow();
            tables.Pop();
            tables.Push((Row: true, Cell: false));
            text.StartRow();
        }
    }

    public void EndRow()
    {
        EndCell();
        if (tables.TryPeek(out var table) && table.Row)
        {
            text.EndRow();
            tables.Pop();
            tables.Push((Row: false, Cell: false));
        }
    }

    public void StartCell()
    {
        EndCell();
        if (tables.TryPeek(out var table))
        {
            if (!table.Row)
            {
                StartRow();
            }

            tables.Pop();
            tables.Push((Row: true, Cell: true));
            text.StartCell();
        }
    }

    public void EndCell()
    {
        EndLine();
        if (tables.TryPeek(out var table) && table.Cell)
        {
            text.EndCell();
            tables.Pop();
            tables.Push((Row: true, Cell: false));
        }
    }

    public IReadOnlyList<PageText> Finish()
    {
        EndLine();
        return text.Finish();
    }

    private void Open()
    {
        if (!text.IsInParagraph)
        {
            text.StartParagraph();
        }
    }
}
