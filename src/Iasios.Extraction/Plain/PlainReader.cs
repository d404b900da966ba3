using System.Text;
using Iasios.Core.Text;

namespace Iasios.Extraction.Plain;

/// <summary>Reads plain text and Markdown as they are, and tables of separated values as lines of cells. Never holds a file as a whole.</summary>
internal static class PlainReader
{
    public const string Format = "text";

    // Among them the next-line mark of old printers and the end-of-file mark of DOS.
    private const string ControlsOfText = "\t\n\r\f\v\u0085\u001A";

    public static Reading Read(string path, DocumentBudget budget, CancellationToken cancellationToken)
    {
        var encoding = TextEncoding.Detect(path);
        if (!IsText(path, encoding))
        {
            return Refusal.Of(ReadingOutcome.Unsupported, Refusal.Unknown, $"This kind of file can't be read. {Refusal.SaveAs}");
        }

        try
        {
            return CsvTable.TryRead(path, encoding, budget, cancellationToken) ?? ReadText(path, encoding, budget, cancellationToken);
        }
        catch (UnusableDocumentException unusable)
        {
            return Refusal.Of(unusable.Outcome, Format, unusable.Message);
        }
    }

    private static Reading ReadText(string path, Encoding encoding, DocumentBudget budget, CancellationToken cancellationToken)
    {
        var text = new PagedText(budget);
        using var reader = new StreamReader(path, encoding);
        var block = new char[16 * 1024];
        var afterReturn = false;
        int count;
        while ((count = reader.Read(block)) > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            budget.SpendText(count);
            var rest = block.AsSpan(0, OneLineEnd(block.AsSpan(0, count), ref afterReturn));
            while (rest.IndexOf('\f') is >= 0 and var end)
            {
                text.Append(rest[..end]);
                text.TurnPage();
                rest = rest[(end + 1)..];
            }

            text.Append(rest);
        }

        var pages = text.Finish();
        return pages.Count > 0
            ? new(ReadingOutcome.Read, Reason: null, Format, text.Number, pages)
            : Refusal.Of(ReadingOutcome.Unreadable, Format, "The file has no text.");
    }

    // CR LF and a lone CR become LF, in place; gives what is left of the block's length.
    private static int OneLineEnd(Span<char> block, ref bool afterReturn)
    {
        var length = 0;
        foreach (var character in block)
        {
            if (character != '\n' || !afterReturn)
            {
                block[length++] = character switch { '\r' => '\n', '\u001A' => ' ', _ => character };
            }

            afterReturn = character == '\r';
        }

        return length;
    }

    private static bool IsText(string path, Encoding encoding)
    {
        using var reader = new StreamReader(path, encoding);
        var block = new char[16 * 1024];
        int count;
        while ((count = reader.Read(block)) > 0)
        {
            foreach (var character in block.AsSpan(0, count))
            {
                if (char.IsControl(character) && !ControlsOfText.Contains(character))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
