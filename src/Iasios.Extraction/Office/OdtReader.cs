using System.Collections.Frozen;
using System.Globalization;
using Iasios.Core.Text;

namespace Iasios.Extraction.Office;

/// <summary>Reads the text of an ODT: headers first, then the body, then footers. Of an ODP each slide is a page, with its notes.</summary>
internal static class OdtReader
{
    private const int MostBlanks = 100;

    // Deleted text is kept with the tracked changes; a note's number is no text; scripts and forms are not shown.
    private static readonly FrozenSet<string> LeftOut = FrozenSet.Create("tracked-changes", "note-citation", "scripts", "forms", "font-face-decls", "binary-data", "page-number", "page-count");

    public static Reading Read(OfficePackage package, string format)
    {
        if (OpenDocument.IsEncrypted(package))
        {
            return Refusal.Of(ReadingOutcome.Encrypted, format, Refusal.PasswordNeeded);
        }

        var text = new FlowingText(package.Budget);
        ReadStyles(package, "header", text);
        using (var xml = OpenDocument.OpenContent(package))
        {
            ReadText(xml, text, FindBody(xml));
        }

        ReadStyles(package, "footer", text);
        var pages = text.Finish();
        return pages.Count > 0
            ? new(ReadingOutcome.Read, Reason: null, format, format == OpenDocument.Presentation ? text.Page : null, pages)
            : Refusal.Of(ReadingOutcome.NeedsOcr, format, "The document has no text: it is empty, or its pages are pictures. Please hand in the document with its text.");
    }

    // Headers and footers belong to the master pages, which are among the styles.
    private static void ReadStyles(OfficePackage package, string purpose, FlowingText text)
    {
        using var xml = package.Open("styles.xml");
        while (xml?.Read() == true)
        {
            if (xml.StartsAt(purpose))
            {
                ReadText(xml, text, [], until: purpose);
            }
        }
    }

    // Moves to the body; gives the styles whose paragraphs begin a page.
    private static HashSet<string> FindBody(PartXml xml)
    {
        var beginPage = new HashSet<string>();
        var style = "";
        while (xml.Read() && !xml.StartsAt("body"))
        {
            if (xml.StartsAt("style"))
            {
                style = xml.Attribute("name") ?? "";
            }
            else if (xml.StartsAt("paragraph-properties") && xml.Attribute("break-before") == "page")
            {
                beginPage.Add(style);
            }
        }

        return beginPage;
    }

    private static void ReadText(PartXml xml, FlowingText text, HashSet<string> beginPage, string? until = null)
    {
        while (xml.Read() && !(until is not null && xml.EndsAt(until)))
        {
            switch (xml.Mark)
            {
                case XmlMark.Start when LeftOut.Contains(xml.Name):
                    xml.Skip();
                    break;
                case XmlMark.Start:
                    Start(xml, text, beginPage);
                    break;
                case XmlMark.Text when text.IsInParagraph:
                    Write(xml.Text, text);
                    break;
                case XmlMark.End:
                    End(xml.Name, text);
                    break;
            }
        }
    }

    private static void Start(PartXml xml, FlowingText text, HashSet<string> beginPage)
    {
        switch (xml.Name)
        {
            case "p" or "h":
                if (beginPage.Count > 0 && beginPage.Contains(xml.Attribute("style-name") ?? ""))
                {
                    text.BreakPageUnlessAtTop();
                }

                text.StartParagraph();
                break;
            case "table-row":
                text.StartRow();
                break;
            case "table-cell" or "covered-table-cell":
                text.StartCell();
                break;
            case "tab":
                text.Write("\t");
                break;
            case "line-break":
                text.Write("\n");
                break;
            case "s":
                var blanks = int.TryParse(xml.Attribute("c"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 1;
                text.Write(new string(' ', Math.Min(blanks, MostBlanks)));
                break;
            case "soft-page-break":
                text.BreakPageUnlessAtTop();
                break;
        }
    }

    private static void End(string name, FlowingText text)
    {
        switch (name)
        {
            case "p" or "h":
                text.EndParagraph();
                break;
            case "table-row":
                text.EndRow();
                break;
            case "table-cell" or "covered-table-cell":
                text.EndCell();
                break;
            case "page":
                text.BreakPage();
                break;
        }
    }

    // Line ends of the XML are blanks to OpenDocument.
    private static void Write(ReadOnlySpan<char> piece, FlowingText text)
    {
        Span<char> line = stackalloc char[piece.Length];
        piece.Replace(line, '\n', ' ');
        text.Write(line);
    }
}
