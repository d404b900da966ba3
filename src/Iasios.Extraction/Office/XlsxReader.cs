using System.Globalization;
using System.Text;
using Iasios.Core.Text;

namespace Iasios.Extraction.Office;

/// <summary>Reads the text of an XLSX: one page for each sheet, its name first, then its rows as lines of filled cells.</summary>
internal sealed class XlsxReader(OfficePackage package, string workbookPart)
{
    public const string Format = "xlsx";

    // What a string takes in memory besides its characters.
    private const int CharactersPerString = 16;

    private readonly IReadOnlyList<Relation> relations = package.Relations(workbookPart);
    private readonly List<string> sharedStrings = [];
    private readonly List<(string Name, string Part)> sheets = [];
    private XlsxDates dates = XlsxDates.None;

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
        var worksheets = relations.Where(relation => relation.Purpose == "worksheet").DistinctBy(relation => relation.Id).ToDictionary(relation => relation.Id, relation => relation.Part);
        using (var xml = Open(workbookPart))
        {
            while (xml.Read())
            {
                if (xml.StartsAt("workbookPr"))
                {
                    since1904 = xml.Attribute("date1904") is "1" or "true";
                }
                else if (xml.StartsAt("sheet") && worksheets.Remove(xml.Attribute("id") ?? "", out var part))
                {
                    sheets.Add((xml.Attribute("name") ?? "", part));
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
                package.Budget.SpendCell();
                package.Budget.SpendText(CharactersPerString);
                sharedStrings.Add(ReadText(xml, "si"));
            }
        }
    }

    private string ReadSheet(string name, string part)
    {
        package.Budget.SpendPage();
        package.Budget.SpendText(name.Length);
        var text = new StringBuilder(OnOneLine(name));
        using var xml = Open(part);
        var inRow = false;
        while (xml.Read())
        {
            if (xml.StartsAt("c") && ReadCell(xml) is { Length: > 0 } cell)
            {
                package.Budget.SpendCell();
                package.Budget.SpendText(cell.Length + 1);
                text.Append(inRow ? '\t' : '\n').Append(cell);
                inRow = true;
            }
            else if (xml.EndsAt("row"))
            {
                inRow = false;
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
                package.Budget.SpendText(xml.Text.Length);
                text.Append(xml.Text);
            }
        }

        return OnOneLine(text.ToString());
    }

    private PartXml Open(string part) => package.Open(part) ?? throw new InvalidDataException("A part is missing.");

    private string? PartFor(string purpose) => relations.FirstOrDefault(relation => relation.Purpose == purpose)?.Part;

    private static string OnOneLine(string text) => text.ReplaceLineEndings(" ").Replace('\t', ' ').Trim();
}
