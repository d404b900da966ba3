using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Iasios.Core.Text;
using Iasios.Extraction.Tests.Support;

namespace Iasios.Extraction.Tests;

public sealed class XlsxTests
{
    private const uint General = 0;
    private const uint BuiltInDate = 1;
    private const uint OwnDate = 2;
    private const uint OwnMoney = 3;

    [Fact]
    public async Task A_sheet_is_a_page_with_its_name_first_and_its_rows_as_lines()
    {
        var reading = await EvidenceFile.ReadAsync(Write(
            new Sheet("Devices", Row(Shared(0), Shared(1)), Row(Inline("Pump 7"), Number("3"), Formula("1+2", "3"), Truth("1"))),
            new Sheet("Staff", Row(Inline("A. Meier")))));

        Assert.Equal((ReadingOutcome.Read, null, "xlsx", 2), (reading.Outcome, reading.Reason, reading.Format, reading.PageCount));
        Assert.Equal([new(1, "Devices\nDevice\tLast service\nPump 7\t3\t3\tTRUE"), new(2, "Staff\nA. Meier")], reading.Pages);
    }

    [Fact]
    public async Task A_number_that_is_shown_as_a_date_is_written_as_one()
    {
        var reading = await EvidenceFile.ReadAsync(Write(new Sheet(
            "Dates",
            Row(Number("46023", BuiltInDate), Number("46023.75", OwnDate), Number("0.5", BuiltInDate), Number("46023", OwnMoney), Number("46023")))));

        Assert.Equal("Dates\n2026-01-01\t2026-01-01\t12:00\t46023\t46023", Assert.Single(reading.Pages).Text);
    }

    [Fact]
    public async Task A_workbook_that_counts_from_1904_gives_the_same_days()
    {
        var reading = await EvidenceFile.ReadAsync(Write(since1904: true, new Sheet("Dates", Row(Number("44561", BuiltInDate)))));

        Assert.Equal("Dates\n2026-01-01", Assert.Single(reading.Pages).Text);
    }

    [Fact]
    public async Task A_workbook_with_more_filled_cells_than_the_limit_is_too_large()
    {
        var rows = Enumerable.Range(0, 20).Select(_ => Row(Number("1"))).ToArray();

        var reading = await EvidenceFile.ReadAsync(Write(new Sheet("Many", rows)), new() { MaxCells = 10 });

        Assert.Equal((ReadingOutcome.TooLarge, "xlsx"), (reading.Outcome, reading.Format));
    }

    [Fact]
    public async Task A_long_text_that_many_cells_repeat_is_too_large()
    {
        var rows = Enumerable.Range(0, 100).Select(_ => Row(Shared(2))).ToArray();

        Assert.Equal(ReadingOutcome.TooLarge, (await EvidenceFile.ReadAsync(Write(new Sheet("Bomb", rows)), new() { MaxCharacters = 50_000 })).Outcome);
    }

    private static byte[] Write(params Sheet[] sheets) => Write(since1904: false, sheets);

    private static byte[] Write(bool since1904, params Sheet[] sheets)
    {
        using var file = new MemoryStream();
        using (var workbook = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var part = workbook.AddWorkbookPart();
            part.AddNewPart<SharedStringTablePart>().SharedStringTable = new SharedStringTable(
                new SharedStringItem(new Run(new Text("Dev")), new Run(new Text("ice"))),
                new SharedStringItem(new Text("Last service"), new PhoneticRun(new Text("reading aid")) { BaseTextStartIndex = 0, EndingBaseIndex = 1 }),
                new SharedStringItem(new Text(new string('x', 1_000))));
            part.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            part.Workbook = new Workbook(new WorkbookProperties { Date1904 = since1904 }, new Sheets(sheets.Select((sheet, index) => Add(part, sheet, (uint)index + 1))));
        }

        return file.ToArray();
    }

    private static DocumentFormat.OpenXml.Spreadsheet.Sheet Add(WorkbookPart workbook, Sheet sheet, uint id)
    {
        var part = workbook.AddNewPart<WorksheetPart>();
        part.Worksheet = new Worksheet(new SheetData(sheet.Rows));
        return new() { Name = sheet.Name, SheetId = id, Id = workbook.GetIdOfPart(part) };
    }

    private static Stylesheet Styles() => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = 164, FormatCode = "dd\\.mm\\.yyyy" },
            new NumberingFormat { NumberFormatId = 165, FormatCode = "#,##0.00 \"days\" [$USD]" }),
        new Fonts(new Font()),
        new Fills(new Fill()),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat { NumberFormatId = 14 }),
        new CellFormats(
            new CellFormat { NumberFormatId = 0 },
            new CellFormat { NumberFormatId = 14 },
            new CellFormat { NumberFormatId = 164 },
            new CellFormat { NumberFormatId = 165 }));

    private static Row Row(params Cell[] cells) => new(cells.AsEnumerable<OpenXmlElement>());

    private static Cell Shared(int index) => new() { DataType = CellValues.SharedString, CellValue = new(index) };

    private static Cell Inline(string text) => new() { DataType = CellValues.InlineString, InlineString = new(new Text(text)) };

    private static Cell Number(string value, uint style = General) => new() { CellValue = new(value), StyleIndex = style };

    private static Cell Formula(string formula, string value) => new() { CellFormula = new(formula), CellValue = new(value) };

    private static Cell Truth(string value) => new() { DataType = CellValues.Boolean, CellValue = new(value) };

    private sealed record Sheet(string Name, params Row[] Rows);
}
