using System.Text;
using Iasios.Core.Text;

namespace Iasios.Extraction.RichText;

/// <summary>Lays out what rich text says: paragraphs, cells and rows, pages. Bytes are decoded as long as their code page stays the same.</summary>
internal sealed class RtfText(DocumentBudget budget)
{
    private const int LongestRun = 4 * 1024;

    private readonly FlowingText text = new(budget);
    private readonly byte[] run = new byte[LongestRun];
    private readonly char[] decoded = new char[LongestRun];
    private int runLength;
    private Encoding? runEncoding;
    private bool isTableText;
    private bool inRow;
    private bool inCell;

    public void Write(byte value, Encoding encoding)
    {
        if (runLength == run.Length || !ReferenceEquals(encoding, runEncoding))
        {
            EndRun();
        }

        runEncoding = encoding;
        run[runLength++] = value;
    }

    public void Write(char character)
    {
        EndRun();
        Open();
        text.Write([character]);
    }

    /// <summary>Takes a control word or symbol; one that lays nothing out is passed over.</summary>
    public void Control(string word)
    {
        EndRun();
        switch (word)
        {
            case "pard":
                isTableText = false;
                break;
            case "intbl":
                isTableText = true;
                break;
            case "par" or "sect" or "nestrow":
                Open();
                text.EndParagraph();
                break;
            case "line" or "lbr":
                Write('\n');
                break;
            case "tab":
                Write('\t');
                break;
            case "page":
                text.BreakPage();
                break;
            case "pagebb":
                text.BreakPageUnlessAtTop();
                break;
            case "cell":
                EndCell();
                break;
            case "nestcell":
                Write(' ');
                break;
            case "row":
                EndRow();
                break;
            default:
                if (Character(word) is { } character)
                {
                    Write(character);
                }

                break;
        }
    }

    public IReadOnlyList<PageText> Finish()
    {
        EndRun();
        return text.Finish();
    }

    private void EndCell()
    {
        OpenCell();
        Open();
        text.EndParagraph();
        text.EndCell();
        inCell = false;
    }

    private void EndRow()
    {
        if (inRow)
        {
            if (inCell)
            {
                EndCell();
            }

            text.EndRow();
            inRow = false;
        }
    }

    // Nothing tells the start of a row or of a cell but its text, or its end when it has none.
    private void OpenCell()
    {
        if (!inRow)
        {
            text.StartRow();
            inRow = true;
        }

        if (!inCell)
        {
            text.StartCell();
            inCell = true;
        }
    }

    private void EndRun()
    {
        if (runLength > 0 && runEncoding is not null)
        {
            Open();
            text.Write(decoded.AsSpan(0, runEncoding.GetChars(run, 0, runLength, decoded, 0)));
            runLength = 0;
        }
    }

    private void Open()
    {
        if (isTableText)
        {
            OpenCell();
        }

        if (!text.IsInParagraph)
        {
            text.StartParagraph();
        }
    }

    private static char? Character(string word) => word switch
    {
        "~" => '\u00A0',
        "_" => '-',
        "emdash" => '\u2014',
        "endash" => '\u2013',
        "lquote" => '\u2018',
        "rquote" => '\u2019',
        "ldblquote" => '\u201C',
        "rdblquote" => '\u201D',
        "bullet" => '\u2022',
        "emspace" or "enspace" or "qmspace" => ' ',
        _ => null,
    };
}
