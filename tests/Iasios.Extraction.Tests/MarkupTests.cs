using System.Text;
using Iasios.Core.Text;
using Iasios.Extraction.Tests.Support;

namespace Iasios.Extraction.Tests;

public sealed class MarkupTests
{
    [Fact]
    public async Task A_web_page_gives_its_blocks_as_lines_and_its_tables_as_rows()
    {
        var reading = await EvidenceFile.ReadAsync("""
            <!DOCTYPE html><html><head><title>Hygiene</title><style>p { color: red }</style><script>if (a < b) alert("</p>")</script></head>
            <body><!-- <p>not shown</p> --><p>Pr&uuml;fung
               der <b>Ger</b>&#228;te &amp; R&#x00E4;ume<br>j&auml;hrlich</p><template><p>no</p></template>
            <table><tr><th>Name<th>Date<tr><td><p>Meier</p><p>Anna</p></td><td>1 March</td></tr></table><a title="a > b" href="x">Link</a></body></html>
            """);

        Assert.Equal((ReadingOutcome.Read, "html"), (reading.Outcome, reading.Format));
        Assert.Equal("Hygiene\nPrüfung der Geräte & Räume\njährlich\nName\tDate\nMeier Anna\t1 March\nLink", Assert.Single(reading.Pages).Text);
    }

    public static TheoryData<byte[]> Encodings => new()
    {
        Encoding.UTF8.GetBytes("<html><p>Prüfung</p>"),
        CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes("<html><p>Prüfung</p>"),
        CodePagesEncodingProvider.Instance.GetEncoding("iso-8859-2")!.GetBytes("<html><meta charset=\"iso-8859-2\"><p>Prüfung</p>"),
        Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("<html><p>Prüfung</p>")).ToArray(),
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task A_web_page_is_read_in_its_encoding(byte[] content) =>
        Assert.Equal("Prüfung", Assert.Single((await EvidenceFile.ReadAsync(content)).Pages).Text);

    [Fact]
    public async Task A_web_page_nested_too_deeply_is_unreadable() =>
        await AssertRefusedAsync("<html>" + string.Concat(Enumerable.Repeat("<div>", 90_000)), "nested too deeply");

    [Theory]
    [InlineData("<html><p>text</p>", "<!--", "--!")]
    [InlineData("<html><p>text</p>", "<script>", "<!--<script>")]
    [InlineData("<html><p>text</p>", "<a b=\"", "x")]
    [InlineData("<html><p>text</p>", "", "<b>")]
    public async Task What_breaks_tree_builders_costs_nothing(string before, string start, string repeated)
    {
        var reading = await EvidenceFile.ReadAsync(before + start + string.Concat(Enumerable.Repeat(repeated, 300_000)));

        Assert.Equal("text", Assert.Single(reading.Pages).Text);
    }

    [Fact]
    public async Task A_web_page_without_text_is_unreadable() => await AssertRefusedAsync("<html><script>app()</script></html>", "no text");

    [Fact]
    public async Task An_xml_file_gives_the_text_of_its_elements_as_lines()
    {
        var reading = await EvidenceFile.ReadAsync("<?xml version=\"1.0\"?><devices><device id=\"1\"><name>Pumpe &amp; Gerät</name><serial>4711</serial></device></devices>");

        Assert.Equal((ReadingOutcome.Read, "xml"), (reading.Outcome, reading.Format));
        Assert.Equal("Pumpe & Gerät\n4711", Assert.Single(reading.Pages).Text);
    }

    [Fact]
    public async Task Entities_that_an_xml_file_defines_are_refused() =>
        await AssertRefusedAsync("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>", "entities");

    [Fact]
    public async Task Rich_text_gives_its_unicode_characters_once_and_leaves_out_what_only_describes()
    {
        var reading = await EvidenceFile.ReadAsync(
            @"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial Cyr;}}{\*\generator none;}{\info{\title secret}}{\pict\bin5 {{{{{}"
            + @"\uc1 Pr\'fcfung \u8211\'96 \u8364? {\uc2\u228ab}{\f1 \'c4\'e0}\par zwei\~drei\par\page neue Seite\par"
            + @"\trowd\intbl Name\cell Datum\cell\row\trowd\intbl Meier\cell\cell\row\pard Ende{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt Kasten\par}}}}");

        Assert.Equal((ReadingOutcome.Read, "rtf"), (reading.Outcome, reading.Format));
        Assert.Equal([new(1, "Prüfung – € äДа\nzwei\u00A0drei"), new(2, "neue Seite\nName\tDatum\nMeier\nEndeKasten")], reading.Pages);
    }

    [Fact]
    public async Task Rich_text_that_is_cut_off_is_partial() =>
        Assert.Equal(ReadingOutcome.Partial, (await EvidenceFile.ReadAsync(@"{\rtf1 text {\b more")).Outcome);

    [Fact]
    public async Task Rich_text_nested_too_deeply_is_unreadable() =>
        await AssertRefusedAsync(@"{\rtf1 " + new string('{', 90_000), "nested too deeply");

    private static async Task AssertRefusedAsync(string content, string reason)
    {
        var reading = await EvidenceFile.ReadAsync(content);

        Assert.Equal(ReadingOutcome.Unreadable, reading.Outcome);
        Assert.Contains(reason, reading.Reason);
    }
}
