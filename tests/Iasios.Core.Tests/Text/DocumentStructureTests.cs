using FsCheck;
using FsCheck.Fluent;
using Iasios.Core.Text;

namespace Iasios.Core.Tests.Text;

/// <summary>What the lines of a document are for.</summary>
public sealed class DocumentStructureTests
{
    private const string Prose = "The nurse stays with the patient until the doctor takes over and notes the time in the record.";

    [Theory]
    [InlineData("5.2 Discharge after sedation")]
    [InlineData("5.2. Entlassung nach Sedierung")]
    [InlineData("IV. Sortie du patient")]
    [InlineData("KK. Alta del paciente")]
    [InlineData("DIMISSIONE DEL PAZIENTE")]
    [InlineData("Discharge criteria")]
    [InlineData("# Discharge criteria")]
    [InlineData("## discharge criteria")]
    public void A_heading_is_told_by_its_form(string heading) =>
        Assert.Equal(LineKind.Heading, KindOf($"Sedation policy\n\n{Prose}\n\n{heading}\n\n{Prose}\n", heading));

    [Theory]
    [InlineData("A patient who is awake may leave.")]
    [InlineData("Version: 3")]
    [InlineData("first the name, then the side")]
    public void A_sentence_and_a_labelled_value_are_no_headings(string line) =>
        Assert.Equal(LineKind.Body, KindOf($"Sedation policy\n\n{Prose}\n\n{line}\n\n{Prose}\n", line));

    [Theory]
    [InlineData("Page 3 of 12")]
    [InlineData("Seite 3 von 12")]
    [InlineData("Page 3 sur 12")]
    [InlineData("Página 3 de 12")]
    [InlineData("Pagina 3 di 12")]
    [InlineData("- 3 -")]
    [InlineData("3 / 12")]
    public void A_page_number_runs_through_the_document_even_on_one_page(string number) =>
        Assert.Equal(LineKind.Footer, KindOf($"Sedation policy\n\n{Prose}\n{Prose}\n{Prose}\n{Prose}\n{Prose}\n{Prose}\n{number}", number));

    [Fact]
    public void Lines_that_most_pages_bear_are_headers_and_footers_and_stay_in_the_text()
    {
        var pages = Enumerable.Range(1, 5)
            .Select(number => new PageText(number, $"Klinikum Beispielstadt\n\n{string.Concat(Enumerable.Range(0, 9).Select(line => $"{(char)('A' + number)}{(char)('a' + line)} {Prose}\n"))}VA-003, Ausdruck vom {number}.3.2026"))
            .ToList();

        var lines = DocumentStructure.Of(pages).Lines;

        Assert.Equal(5, lines.Count(line => line.Kind == LineKind.Header));
        Assert.All(lines.Where(line => line.Kind == LineKind.Header), line => Assert.Equal("Klinikum Beispielstadt", line.Text));
        Assert.All(lines.Where(line => line.Kind == LineKind.Footer), line => Assert.StartsWith("VA-003, Ausdruck", line.Text, StringComparison.Ordinal));
        Assert.Equal(5, lines.Count(line => line.Kind == LineKind.Footer));
    }

    [Fact]
    public void Left_and_right_pages_may_bear_different_headers()
    {
        var pages = Enumerable.Range(1, 8)
            .Select(number => new PageText(number, $"{(number % 2 == 0 ? "Manuale della qualità" : "Ospedale di Esempio")}\n\n{Prose}\n{Prose} {(char)('a' + number)}\n{Prose}"))
            .ToList();

        Assert.All(DocumentStructure.Of(pages).Lines.Where(line => line.Start == 0), line => Assert.Equal(LineKind.Header, line.Kind));
    }

    [Fact]
    public void A_line_with_tabs_is_a_table_row() => Assert.Equal(LineKind.Row, KindOf($"{Prose}\nOxygen\tfull\n{Prose}", "Oxygen\tfull"));

    [Theory]
    [InlineData("Klinikum Beispielstadt\nVerfahrensanweisung Sedierung\nVersion: 3\n\n1 Zweck\nDiese Anweisung regelt die Sedierung im Eingriffsraum und gilt für alle.", "Verfahrensanweisung Sedierung")]
    [InlineData("Titel: Sedierung im Eingriffsraum\nGültig ab: 01.03.2026\n\nText.", "Sedierung im Eingriffsraum")]
    [InlineData("Centre hospitalier d'Exemple\nProcédure de sédation\nRédigé par : Dr Petit\n", "Procédure de sédation")]
    public void The_title_is_found_below_the_letterhead(string text, string expected) =>
        Assert.Equal(expected, Of(text).Head.Title?.Text);

    [Fact]
    public void Every_line_has_one_kind_and_points_at_its_own_text() => Check.QuickThrowOnFailure(Prop.ForAll(Documents(), pages =>
    {
        var structure = DocumentStructure.Of(pages);
        var kept = structure.Lines.Where(line => line.Kind != LineKind.Blank).Select(line => (line.Page, line.Text));
        var written = pages.SelectMany((page, index) => page.Text.Split('\n').Select(line => (index, line.Trim())).Where(line => line.Item2.Length > 0));

        return kept.SequenceEqual(written)
            && structure.Lines.All(line => Enum.IsDefined(line.Kind) && ReferenceEquals(line.Source, pages[line.Page]))
            && structure.Lines.Select(line => line.Page).Distinct().SequenceEqual(Enumerable.Range(0, pages.Count))
            && structure.Lines.Where(line => line.Kind == LineKind.Row).All(line => line.Text.Contains('\t', StringComparison.Ordinal));
    }));

    [Fact]
    public void Sections_begin_at_headings_and_values_stand_where_they_say() => Check.QuickThrowOnFailure(Prop.ForAll(Documents(), pages =>
    {
        var structure = DocumentStructure.Of(pages);

        return structure.Sections.Select(section => section.Heading).SequenceEqual(Enumerable.Range(0, structure.Lines.Count).Where(line => structure.Lines[line].Kind == LineKind.Heading))
            && structure.Sections.All(section => section.End > section.Heading && section.End <= structure.Lines.Count)
            && structure.Control.Values.All(value => pages[value.Page].Text.AsSpan(value.Offset).StartsWith(value.Text, StringComparison.Ordinal));
    }));

    private static Arbitrary<List<PageText>> Documents()
    {
        var line = Gen.OneOf(
            Gen.Elements(
                "", " ", "Klinikum", "Seite 2 von 3", "1 Zweck", "1.1 Scope", "Version: 3", "Version\t3\tGültig ab\t1.2.2026", "Owner", "Approved by: Dr Ash", "Änderungshistorie",
                "Version\tDatum\tÄnderung", "1.0\t2.3.2024\tErstfassung", "Next review", "5 May 2027", "# Title", "a\tb", "  padded  ", "N° de document : X-1", "Freigegeben von (Name):"),
            ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => text.Get.Replace('\n', ' ')));
        var page = line.ListOf().Select(lines => string.Join('\n', lines));
        return page.NonEmptyListOf().Select(texts => texts.Select((text, index) => new PageText(index + 1, text)).ToList()).ToArbitrary();
    }

    private static LineKind KindOf(string text, string line) => Of(text).Lines.Single(candidate => candidate.Text == line).Kind;

    private static DocumentStructure Of(string text) => DocumentStructure.Of([new(1, text)]);
}
