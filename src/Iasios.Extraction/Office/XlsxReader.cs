using System.Globalization;
using System.Text;
using Iasios.Core.Text;

namespace Iasios.Extraction.Office;

/// <summary>Reads the text of an XLSX: one page for each sheet, its name first, then its rows as lines of filled cells.</summary>
internal sealed class XlsxReader(OfficePackage package, string workbookPart, int maxCells)
{
    public const string Format = "xlsx";

    private readonly IReadOnlyList<Relation> relations = package.Relations(workbookPart);
    private readonly List<string> sharedStrings = [];
    private readonly List<(string Name, string Part)> sheets = [];
    private XlsxDates dates = XlsxDates.None;
    private int cellsLeft = maxCells;

    public Reading Read()
    {
        ReadWorkbook();
        ReadSharedStrings();
        var pages = sheets.Select((sheet, index) => new PageText(index + 1, ReadSheet(sheet.Name, sheet.Part))).ToList();
        return pages.Count > 0
            ? new(ReadingOutcome.Read, Reason: null, Format, pages.Count, pages)
            : Refusal.Of(ReadingOutcome.Unreadable, Format, "The workbook has no worksheet.");
    }

    private void ReadWorkbook()
    {
        var since1904 = false;
        using (var xml = Open(workbookPart))
        {
            while (xml.Read())
            {
                if (xml.StartsAt("workbookPr"))
                {
                    since1904 = xml.Attribute("date1904") is "1" or "true";
                }
                else if (xml.StartsAt("sheet") && relations.FirstOrDefault(relation => relation.Id == xml.Attribute("id")) is { Purpose: "worksheet" } sheet)
                {
                    sheets.Add((xml.Attribute("name") ?? "", sheet.Part));
                }
            }
        }

        if (PartFor("styles") is { } styles)
        {
            using var xml = Open(styles);
            dates = XlsxDates.Read(xml, since1904);
        }
    }

    private void ReadSharedStrings()
    {
        if (PartFor("sharedStrings") is not { } part)
        {
            return;
        }

        using var xml = Open(part);
        while (xml.Read())
        {
            if (xml.StartsAt("si"))
            {
                CountCell();
                sharedStrings.Add(ReadText(xml, "si"));
            }
        }
    }

    private string ReadSheet(string name, string part)
    {
        var text = new StringBuilder(OnOneLine(name));
        using var xml = Open(part);
        var row = new List<string>();
        while (xml.Read())
        {
            if (xml.StartsAt("c") && ReadCell(xml) is { Length: > 0 } cell)
            {
                CountCell();
                package.Budget.Spend(cell.Length + 1);
                row.Add(cell);
            }
            else if (xml.EndsAt("row") && row.Count > 0)
            {
                text.Append('\n').AppendJoin('\t', row);
                row.Clear();
            }
        }

        return text.ToString();
    }

    private string ReadCell(PartXml xml)
    {
        var (type, style) = (xml.Attribute("t"), xml.Attribute("s"));
        var (value, inline) = ("", "");
        while (xml.Read() && !xml.EndsAt("c"))
        {
            if (xml.StartsAt("v"))
            {
                value = ReadText(xml, "v");
            }
            else if (xml.StartsAt("is"))
            {
                inline = ReadText(xml, "is");
            }
        }

        return type switch
        {
            "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < sharedStrings.Count ? sharedStrings[index] : "",
            "inlineStr" => inline,
            "b" => value == "1" ? "TRUE" : "FALSE",
            "e" => "",
            "d" => value.Split('T')[0],
            "str" => value,
            _ => dates.Write(value, style),
        };
    }

    // The text of an element's runs; the reading aid of East Asian words would say them twice.
    private string ReadText(PartXml xml, string element)
    {
        var text = new StringBuilder();
        var inText = element == "v";
        while (!xml.EndsAt(element) && xml.Read())
        {
            if (xml.StartsAt("rPh"))
            {
                xml.Skip();
            }
            else if (xml.Mark is not XmlMark.Text)
            {
                inText = xml.StartsAt("t");
            }
            else if (inText)
            {
                package.Budget.Spend(xml.Text.Length);
                text.Append(xml.Text);
            }
        }

        return OnOneLine(text.ToString());
    }

    private void CountCell()
    {
        if (--cellsLeft < 0)
        {
            throw new UnusableDocumentException(ReadingOutcome.TooLarge, "The workbook has more filled cells than can be read. Please split it.");
        }
    }

    private PartXml Open(string part) => package.Open(part) ?? throw new InvalidDataException("A part is missing.");

    private string? PartFor(string purpose) => relations.FirstOrDefault(relation => relation.Purpose == purpose)?.Part;

    private static string OnOneLine(string text) => text.ReplaceLineEndings(" ").Replace('\t', ' ').Trim();
}
