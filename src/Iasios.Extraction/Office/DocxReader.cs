using System.Collections.Frozen;
using Iasios.Core.Text;

namespace Iasios.Extraction.Office;

/// <summary>Reads the text of a DOCX: headers first, then the body, then footers, notes and comments.</summary>
internal static class DocxReader
{
    public const string Format = "docx";

    private static readonly string[] AfterTheBody = ["footer", "footnotes", "endnotes", "comments"];

    // Properties hold tab stops, not tabs; a fallback repeats its choice; deleted and moved-away text is no longer in the document.
    private static readonly FrozenSet<string> LeftOut = FrozenSet.Create("pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr", "Fallback", "del", "moveFrom");

    public static Reading Read(OfficePackage package, string mainPart)
    {
        var text = new FlowingText(package.Budget);
        var others = package.Relations(mainPart);
        ReadParts(package, others, "header", text);
        ReadPart(package, mainPart, text);
        foreach (var purpose in AfterTheBody)
        {
            ReadParts(package, others, purpose, text);
        }

        var pages = text.Finish();
        return pages.Count > 0
            ? new(ReadingOutcome.Read, Reason: null, Format, PageCount: null, pages)
            : Refusal.Of(ReadingOutcome.NeedsOcr, Format, "The document has no text: it is empty, or its pages are pictures. Please hand in the document with its text.");
    }

    private static void ReadParts(OfficePackage package, IReadOnlyList<Relation> relations, string purpose, FlowingText text)
    {
        foreach (var relation in relations.Where(relation => relation.Purpose == purpose))
        {
            ReadPart(package, relation.Part, text);
        }
    }

    private static void ReadPart(OfficePackage package, string part, FlowingText text)
    {
        using var xml = package.Open(part) ?? throw new InvalidDataException("A part is missing.");
        ParagraphXml.Read(xml, text, start => LeftOut.Contains(start.Name), Start);
    }

    private static void Start(PartXml xml, FlowingText text)
    {
        switch (xml.Name)
        {
            case "tab" or "ptab":
                text.Write("\t");
                break;
            case "noBreakHyphen":
                text.Write("-");
                break;
            case "br" when xml.Attribute("type") == "page":
                text.BreakPage();
                break;
            case "lastRenderedPageBreak":
                text.BreakPageUnlessAtTop();
                break;
            case "br" or "cr":
                text.Write("\n");
                break;
        }
    }
}
