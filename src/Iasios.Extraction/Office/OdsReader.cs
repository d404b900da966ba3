using System.Globalization;
using System.Text;
using Iasios.Core.Text;

namespace Iasios.Extraction.Office;

/// <summary>Reads the text of an ODS: one page for each sheet, its name first, then its rows as lines of filled cells.</summary>
internal static class OdsReader
{
    // A sheet's empty rest is one cell that is repeated a million times; what is filled is rarely repeated more than this.
    private const int MostRepeats = 100;

    public static Reading Read(OfficePackage package)
    {
        if (OpenDocument.IsEncrypted(package))
        {
            return Refusal.Of(ReadingOutcome.Encrypted, OpenDocument.Workbook, Refusal.PasswordNeeded);
        }

        var pages = new List<PageText>();
        using var xml = OpenDocument.OpenContent(package);
        while (xml.Read())
        {
            if (xml.StartsAt("table"))
            {
                pages.Add(new(pages.Count + 1, ReadSheet(xml, package.Budget)));
            }
            else if (xml.StartsAt("tracked-changes"))
            {
                xml.Skip();
            }
        }

        return pages.Count > 0
            ? new(ReadingOutcome.Read, Reason: null, OpenDocument.Workbook, pages.Count, pages)
            : Refusal.Of(ReadingOutcome.Unreadable, OpenDocument.Workbook, "The workbook has no worksheet.");
    }

    private static string ReadSheet(PartXml xml, DocumentBudget budget)
    {
        var name = xml.Attribute("name") ?? "";
        budget.SpendPage();
        budget.SpendText(name.Length);
        var text = new StringBuilder(name);
        var row = new StringBuilder();
        var repeats = 1;
        while (xml.Read() && !xml.EndsAt("table"))
        {
            if (xml.StartsAt("table-row"))
            {
                repeats = Repeats(xml, "number-rows-repeated");
            }
            else if (xml.StartsAt("table-cell"))
            {
                ReadCell(xml, row, budget);
            }
            else if (xml.EndsAt("table-row") && row.Length > 0)
            {
                budget.SpendText((long)row.Length * (repeats - 1));
                text.Insert(text.Length, row.ToString(), repeats);
                row.Clear();
            }
        }

        return text.ToString();
    }

    private static void ReadCell(PartXml xml, StringBuilder row, DocumentBudget budget)
    {
        var repeats = Repeats(xml, "number-columns-repeated");
        var cell = new StringBuilder();
        while (xml.Read() && !xml.EndsAt("table-cell"))
        {
            if (xml.Mark is XmlMark.Text)
            {
                budget.SpendText(xml.Text.Length);
                cell.Append(xml.Text);
            }
            else if (xml.Name is "p" or "line-break" or "tab" or "s")
            {
                cell.Append(' ');
            }
        }

        var text = cell.ToString().ReplaceLineEndings(" ").Trim();
        for (var time = 0; time < repeats && text.Length > 0; time++)
        {
            budget.SpendCell();
            budget.SpendText(text.Length + 1);
            row.Append(row.Length > 0 ? '\t' : '\n').Append(text);
        }
    }

    private static int Repeats(PartXml xml, string attribute) =>
        int.TryParse(xml.Attribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? Math.Clamp(count, 1, MostRepeats) : 1;
}
