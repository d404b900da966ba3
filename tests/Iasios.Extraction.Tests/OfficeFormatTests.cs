using Iasios.Core.Text;
using Iasios.Extraction.Native;
using Iasios.Extraction.Tests.Support;

namespace Iasios.Extraction.Tests;

public sealed class OfficeFormatTests
{
    private const string Policy =
        "Händehygiene – Verfahrensanweisung\nPrüfung der Geräte, jährlich. Révisé à l’été, año próximo.\n"
        + "Gerät\tSeriennummer\nPumpe, große\t4711\nNächste Überprüfung: 1. März 2027";

    private const string Devices = "devices\nGerät\tSeriennummer\nPumpe, große\t4711\nMonitor\t4712";

    private const string Drawing = "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    [Theory]
    [InlineData("policy.odt", "odt", Policy)]
    [InlineData("policy.rtf", "rtf", Policy)]
    [InlineData("devices.ods", "ods", Devices)]
    public async Task What_an_office_suite_saved_is_read_with_its_accents_and_its_tables_as_rows(string sample, string format, string text)
    {
        var reading = await EvidenceFile.ReadSampleAsync(sample);

        Assert.Equal((ReadingOutcome.Read, format), (reading.Outcome, reading.Format));
        Assert.Equal([new(1, text)], reading.Pages);
    }

    [Theory]
    [InlineData("policy.doc", "doc", Policy)]
    [InlineData("devices.xls", "xls", Devices)]
    public async Task Old_office_documents_are_read_through_libreoffice_where_that_is_wanted(string sample, string format, string text)
    {
        using var document = new EvidenceFile(EvidenceFile.Sample(sample));
        var reading = await new DocumentReader(new() { UseLibreOffice = true }, new NativeTools()).ReadAsync(document.Path, CancellationToken.None);

        Assert.Equal((ReadingOutcome.Read, format), (reading.Outcome, reading.Format));
        Assert.Equal([new(1, text)], reading.Pages);
    }

    [Theory]
    [InlineData("policy.doc", "doc")]
    [InlineData("devices.xls", "xls")]
    public async Task Old_office_documents_are_unsupported_otherwise_and_the_reason_says_what_to_do(string sample, string format)
    {
        var reading = await EvidenceFile.ReadSampleAsync(sample);

        Assert.Equal((ReadingOutcome.Unsupported, format), (reading.Outcome, reading.Format));
        Assert.Contains("Please save it as PDF or DOCX", reading.Reason);
    }

    [Fact]
    public async Task An_old_document_that_takes_too_much_is_too_large()
    {
        using var document = new EvidenceFile(EvidenceFile.Sample("policy.doc"));
        var limits = new ReadingLimits { UseLibreOffice = true, LibreOfficeCpuSeconds = 1, LibreOfficeMemoryBytes = 512L << 20 };
        var reading = await new DocumentReader(limits, new NativeTools()).ReadAsync(document.Path, CancellationToken.None);

        Assert.Contains(reading.Outcome, new[] { ReadingOutcome.TooLarge, ReadingOutcome.Unreadable });
    }

    [Fact]
    public async Task An_old_word_document_with_a_password_is_encrypted()
    {
        var document = EvidenceFile.Sample("policy.doc");
        var start = document.AsSpan().IndexOf(new byte[] { 0xEC, 0xA5 });
        document[start + 11] |= 1;

        Assert.Equal(ReadingOutcome.Encrypted, (await EvidenceFile.ReadAsync(document)).Outcome);
    }

    [Fact]
    public async Task Slides_are_pages_in_the_order_of_the_show_with_their_notes_after_their_text()
    {
        var reading = await EvidenceFile.ReadAsync(Presentation(
            ["s2", "s1"],
            ("s1", Paragraph("Prüfung")),
            ("s2", Paragraph("Schulung Händehygiene"))));

        Assert.Equal((ReadingOutcome.Read, "pptx", (int?)2), (reading.Outcome, reading.Format, reading.PageCount));
        Assert.Equal([new(1, "Schulung Händehygiene\nNotiz zu s2"), new(2, "Prüfung\nNotiz zu s1")], reading.Pages);
    }

    [Fact]
    public async Task A_table_on_a_slide_gives_rows_with_tabs()
    {
        var table = $"<a:tbl><a:tr><a:tc>{Paragraph("Name")}</a:tc><a:tc>{Paragraph("Prüfung")}</a:tc></a:tr><a:tr><a:tc>{Paragraph("Meier")}</a:tc><a:tc>{Paragraph("bestanden")}</a:tc></a:tr></a:tbl>";

        Assert.Equal("Name\tPrüfung\nMeier\tbestanden\nNotiz zu s1", Assert.Single((await EvidenceFile.ReadAsync(Presentation(["s1"], ("s1", table)))).Pages).Text);
    }

    [Fact]
    public async Task More_slides_than_the_limit_are_reported()
    {
        var content = Presentation(["s1", "s2"], ("s1", Paragraph("one")), ("s2", Paragraph("two")));
        var reading = await EvidenceFile.ReadAsync(content, new() { MaxPages = 1 });

        Assert.Equal((ReadingOutcome.Partial, "Only the first 1 of 2 slides were read."), (reading.Outcome, reading.Reason));
        Assert.Single(reading.Pages);
    }

    [Fact]
    public async Task Cells_that_are_repeated_a_million_times_are_read_a_hundred_times_at_most()
    {
        var reading = await EvidenceFile.ReadAsync(Spreadsheet(
            """<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"><text:p>a</text:p></table:table-cell></table:table-row>"""));

        var lines = Assert.Single(reading.Pages).Text.Split('\n');
        Assert.Equal((101, 100), (lines.Length, lines[1].Split('\t').Length));
    }

    [Fact]
    public async Task A_text_document_with_a_password_is_encrypted()
    {
        var reading = await EvidenceFile.ReadAsync(Package.Zip(
            ("mimetype", "application/vnd.oasis.opendocument.text"),
            ("META-INF/manifest.xml", "<manifest><file-entry><encryption-data/></file-entry></manifest>"),
            ("content.xml", "no xml")));

        Assert.Equal((ReadingOutcome.Encrypted, "odt"), (reading.Outcome, reading.Format));
    }

    [Fact]
    public async Task Page_breaks_headers_and_footers_of_a_text_document_are_kept()
    {
        const string Names = "xmlns:text=\"t\" xmlns:style=\"s\" xmlns:fo=\"f\" xmlns:office=\"o\"";
        var reading = await EvidenceFile.ReadAsync(Package.Zip(
            ("mimetype", "application/vnd.oasis.opendocument.text"),
            ("styles.xml", $"<d {Names}><style:master-page><style:header><text:p>St. Anna</text:p></style:header><style:footer><text:p>Page <text:page-number>1</text:page-number></text:p></style:footer></style:master-page></d>"),
            ("content.xml", $"""<d {Names}><style:style style:name="P1"><style:paragraph-properties fo:break-before="page"/></style:style><office:body><text:tracked-changes><text:p>deleted</text:p></text:tracked-changes><text:p>first<text:tab/>a<text:s text:c="3"/>b</text:p><text:p text:style-name="P1">second</text:p></office:body></d>""")));

        Assert.Equal([new(1, "St. Anna\nfirst\ta   b"), new(2, "second\nPage")], reading.Pages);
    }

    private static byte[] Spreadsheet(string rows) => Package.Zip(
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", $"""<d xmlns:table="t" xmlns:text="x"><table:table table:name="Devices">{rows}</table:table></d>"""));

    private static string Paragraph(string text) => $"<a:p><a:r><a:t>{text}</a:t></a:r></a:p>";

    // Slides are named in the order of the file, and listed in that of the show.
    private static byte[] Presentation(string[] order, params (string Name, string Content)[] slides)
    {
        var list = string.Concat(order.Select((name, index) => $"""<p:sldId id="{256 + index}" r:id="{name}"/>"""));
        var relations = string.Concat(slides.Select(slide => $"""<Relationship Id="{slide.Name}" Type="{Relations}/slide" Target="slides/{slide.Name}.xml"/>"""));
        return Package.Zip([
            Package.Root("ppt/presentation.xml"),
            ("ppt/presentation.xml", $"""<p:presentation {Drawing} xmlns:r="{Relations}"><p:sldIdLst>{list}</p:sldIdLst></p:presentation>"""),
            ("ppt/_rels/presentation.xml.rels", $"<Relationships>{relations}</Relationships>"),
            .. slides.SelectMany(slide => new[]
            {
                ($"ppt/slides/{slide.Name}.xml", $"<p:sld {Drawing}>{slide.Content}</p:sld>"),
                ($"ppt/slides/_rels/{slide.Name}.xml.rels", $"""<Relationships><Relationship Id="n" Type="{Relations}/notesSlide" Target="../notes/{slide.Name}.xml"/></Relationships>"""),
                ($"ppt/notes/{slide.Name}.xml", $"""<p:notes {Drawing}>{Paragraph($"Notiz zu {slide.Name}")}<a:p><a:fld type="slidenum"><a:t>7</a:t></a:fld></a:p></p:notes>"""),
            }),
        ]);
    }
}
