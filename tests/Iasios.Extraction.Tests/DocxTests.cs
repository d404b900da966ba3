using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Iasios.Core.Text;
using Iasios.Extraction.Tests.Support;

namespace Iasios.Extraction.Tests;

public sealed class DocxTests
{
    [Fact]
    public async Task Paragraphs_are_lines_and_table_rows_are_lines_with_tabs()
    {
        var table = new Table(Row("Owner", "Chief Nurse"), Row("Review date", "10 January 2027"));

        var reading = await EvidenceFile.ReadAsync(Write(Text("Hand hygiene policy"), table, Text("Staff clean their hands.")));

        Assert.Equal((ReadingOutcome.Read, null, "docx"), (reading.Outcome, reading.Reason, reading.Format));
        Assert.Equal([new(1, "Hand hygiene policy\nOwner\tChief Nurse\nReview date\t10 January 2027\nStaff clean their hands.")], reading.Pages);
    }

    [Theory]
    [InlineData("", new[] { "Report of Maria Huber", "Dr. Eva Lang" })]
    [InlineData("<", new[] { "Report of Maria Huber", "Dr. Eva Lang" })]
    public async Task Title_and_author_are_given_beside_the_text(string damage, string[] properties)
    {
        var body = $"""<w:document xmlns:w="{Package.WordNamespace}"><w:body><w:p><w:r><w:t>Hello</w:t></w:r></w:p></w:body></w:document>""";
        var core = $"""<cp:coreProperties xmlns:cp="a" xmlns:dc="b"><dc:title>Report of Maria Huber</dc:title><cp:revision>7</cp:revision><dc:creator>Dr. Eva Lang</dc:creator>{damage}</cp:coreProperties>""";

        var reading = await EvidenceFile.ReadAsync(Package.Zip(Package.Root("word/document.xml"), ("word/document.xml", body), ("docProps/core.xml", core)));

        Assert.Equal((ReadingOutcome.Read, "Hello"), (reading.Outcome, reading.Pages[0].Text));
        Assert.Equal(properties, reading.Properties);
    }

    [Fact]
    public async Task Page_breaks_number_the_pages()
    {
        var reading = await EvidenceFile.ReadAsync(Write(
            Text("First page"),
            new Paragraph(new Run(new Break { Type = BreakValues.Page })),
            new Paragraph(new Run(new LastRenderedPageBreak(), new Text("Second page"))),
            new Paragraph(new Run(new LastRenderedPageBreak(), new Text("Third page")))));

        Assert.Equal([new(1, "First page"), new(2, "Second page"), new(3, "Third page")], reading.Pages);
    }

    [Fact]
    public async Task A_sentence_over_two_pages_stays_whole_on_the_first()
    {
        var reading = await EvidenceFile.ReadAsync(Write(
            new Paragraph(new Run(new Text("Staff clean ")), new Run(new LastRenderedPageBreak(), new Text("their hands."))),
            Text("Second page")));

        Assert.Equal([new(1, "Staff clean their hands."), new(2, "Second page")], reading.Pages);
    }

    [Fact]
    public async Task Headers_footers_notes_and_comments_are_read()
    {
        var reading = await EvidenceFile.ReadAsync(Write(
            main =>
            {
                main.AddNewPart<HeaderPart>().Header = new Header(Text("Version 3"));
                main.AddNewPart<FooterPart>().Footer = new Footer(Text("Owner: theatre"));
                main.AddNewPart<FootnotesPart>().Footnotes = new Footnotes(new Footnote(Text("See the checklist")) { Id = 1 });
                main.AddNewPart<EndnotesPart>().Endnotes = new Endnotes(new Endnote(Text("See the guideline")) { Id = 1 });
                main.AddNewPart<WordprocessingCommentsPart>().Comments = new Comments(new Comment(Text("To be approved")) { Id = "1" });
            },
            Text("Body")));

        Assert.Equal(["Version 3", "Body", "Owner: theatre", "See the checklist", "See the guideline", "To be approved"], Assert.Single(reading.Pages).Text.Split('\n'));
    }

    [Fact]
    public async Task Deleted_text_and_tab_stops_are_left_out()
    {
        var reading = await EvidenceFile.ReadAsync(Write(new Paragraph(
            new ParagraphProperties(new Tabs(new TabStop { Val = TabStopValues.Left, Position = 720 })),
            new Run(new Text("Kept")),
            new DeletedRun(new Run(new DeletedText("gone"))),
            new MoveFromRun(new Run(new Text("moved away"))),
            new InsertedRun(new Run(new TabChar(), new Text("added"))))));

        Assert.Equal("Kept\tadded", Assert.Single(reading.Pages).Text);
    }

    [Fact]
    public async Task A_text_box_is_said_once()
    {
        const string Box = "<w:txbxContent><w:p><w:r><w:t>Emergency number 5555</w:t></w:r></w:p></w:txbxContent>";
        const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

        var reading = await EvidenceFile.ReadAsync(Package.Word(
            $"""<w:p><w:r><w:t>In an </w:t><mc:AlternateContent xmlns:mc="{Compatibility}"><mc:Choice>{Box}</mc:Choice><mc:Fallback>{Box}</mc:Fallback></mc:AlternateContent><w:t>emergency</w:t></w:r></w:p>"""));

        Assert.Equal("Emergency number 5555\nIn an emergency", Assert.Single(reading.Pages).Text);
    }

    [Fact]
    public async Task A_table_in_a_table_keeps_to_its_cell()
    {
        var inner = new TableCell(new Table(Row("a", "b"), Row("c", "d")), new Paragraph());

        var reading = await EvidenceFile.ReadAsync(Write(new Table(new TableRow(new TableCell(Text("Left"), Text("below")), inner))));

        Assert.Equal("Left below\ta b c d", Assert.Single(reading.Pages).Text);
    }

    [Fact]
    public async Task A_document_without_text_needs_ocr() =>
        Assert.Equal(ReadingOutcome.NeedsOcr, (await EvidenceFile.ReadAsync(Write(new Paragraph()))).Outcome);

    private static Paragraph Text(string text) => new(new Run(new Text(text)));

    private static TableRow Row(params string[] cells) => new(cells.Select(cell => new TableCell(Text(cell))));

    private static byte[] Write(params OpenXmlElement[] body) => Write(_ => { }, body);

    private static byte[] Write(Action<MainDocumentPart> add, params OpenXmlElement[] body)
    {
        using var file = new MemoryStream();
        using (var word = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = word.AddMainDocumentPart();
            main.Document = new DocumentFormat.OpenXml.Wordprocessing.Document(new Body(body));
            add(main);
        }

        return file.ToArray();
    }
}
