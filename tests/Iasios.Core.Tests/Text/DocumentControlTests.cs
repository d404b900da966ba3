using Iasios.Core.Tests.Tags;
using Iasios.Core.Text;
using static Iasios.Core.Text.ControlField;

namespace Iasios.Core.Tests.Text;

/// <summary>What a first page says of the document itself, in five languages and several layouts.</summary>
public sealed class DocumentControlTests
{
    private static readonly (ControlField Field, string Value)[] German =
        [(Number, "VA-IR-003"), (ControlField.Version, "3.1"), (Owner, "Leitung Interventionelle Radiologie"), (ApprovedBy, "Dr. M. Beispiel"), (Effective, "1. März 2026"), (NextReview, "28.02.2029")];

    [Theory]
    [InlineData("Dokumentennummer: VA-IR-003\nVersion: 3.1\nDokumentverantwortlich: Leitung Interventionelle Radiologie\nFreigegeben von: Dr. M. Beispiel\nGültig ab: 1. März 2026\nNächste Überprüfung: 28.02.2029")]
    [InlineData("Dokumentennummer\tVA-IR-003\tVersion\t3.1\nDokumentverantwortlich\tLeitung Interventionelle Radiologie\tFreigegeben von\tDr. M. Beispiel\nGültig ab\t1. März 2026\tNächste Überprüfung\t28.02.2029")]
    [InlineData("Dokumenten-Nr.\nVA-IR-003\nVersion\n3.1\nDokumentverantwortlich\nLeitung Interventionelle Radiologie\nFreigegeben von\nDr. M. Beispiel\nGültig ab\n1. März 2026\nNächste Überprüfung\n28.02.2029")]
    [InlineData("Dok.-Nr.: VA-IR-003 Version: 3.1 Gültig ab: 1. März 2026\nDokumentverantwortlich: Leitung Interventionelle Radiologie; Freigegeben von: Dr. M. Beispiel\nÜberprüfung am 28.02.2029")]
    [InlineData("Dokument-ID\tVersion\tGültig ab (TT.MM.JJJJ)\nVA-IR-003\t3.1\t1. März 2026\n\nDokumentverantwortlich  Leitung Interventionelle Radiologie   Freigegeben von  Dr. M. Beispiel\nNächste Überprüfung: 28.02.2029")]
    public void Every_layout_of_the_block_is_read(string block) => AssertControl(German, block);

    [Fact]
    public void English_labels_are_read() => AssertControl(
        [(Number, "IR-SOP-12"), (ControlField.Version, "4"), (Owner, "Lead nurse"), (ApprovedBy, "Medical director"), (Effective, "3 November 2025"), (NextReview, "2 November 2028")],
        "Document no. IR-SOP-12 | Version 4\nOwner: Lead nurse\nApproved by\tMedical director\nEffective date: 3 November 2025\nLast review: 1 November 2024\nNext review date: 2 November 2028");

    [Fact]
    public void French_labels_are_read() => AssertControl(
        [(Number, "PR-RI-07"), (ControlField.Version, "B"), (Owner, "Cadre de santé"), (ApprovedBy, "Dr Anne Petit"), (Effective, "1er avril 2026"), (NextReview, "avril 2029")],
        "N° de document : PR-RI-07\nIndice de révision : B\nPropriétaire du document : Cadre de santé\nApprouvé par : Dr Anne Petit\nDate d’application : 1er avril 2026\nDate de dernière révision : 2 mars 2024\nProchaine révision : avril 2029");

    [Fact]
    public void Spanish_labels_are_read() => AssertControl(
        [(Number, "PNT-RI-07"), (ControlField.Version, "2.0"), (Owner, "Jefa de enfermería"), (ApprovedBy, "Comité de calidad"), (Effective, "1 de abril de 2026"), (NextReview, "31/03/2029")],
        "Código del documento: PNT-RI-07\nVersión: 2.0\nResponsable del documento: Jefa de enfermería\nAprobado por: Comité de calidad\nFecha de entrada en vigor: 1 de abril de 2026\nFecha de última revisión: 02/03/2024\nPróxima revisión: 31/03/2029");

    [Fact]
    public void Italian_labels_are_read() => AssertControl(
        [(Number, "PO-RI-07"), (ControlField.Version, "02"), (Owner, "Coordinatrice infermieristica"), (ApprovedBy, "Direzione sanitaria"), (Effective, "1º aprile 2026"), (NextReview, "31.03.2029")],
        "Codice documento: PO-RI-07\tRev. 02\nResponsabile del documento: Coordinatrice infermieristica\nApprovato da: Direzione sanitaria\nIn vigore dal: 1º aprile 2026\nProssima revisione: 31.03.2029");

    [Theory]
    [InlineData("Revision history\nVersion\tDate\tChange\tApproved by\n1.0\t2022-01-10\tFirst issue\tDr Old\n2.0\t2024-01-10\tNew drugs\tDr Old\n\nVersion: 3.0\nApproved by: Dr New\n")]
    [InlineData("Version\tDatum\tÄnderung\tFreigegeben von\n1.0\t10.01.2022\tErstfassung\tDr. Old\n2.0\t10.01.2024\tNeue Mittel\tDr. Old\n\nVersion: 3.0\nFreigegeben von: Dr New\n")]
    [InlineData("Historique des versions\nVersion Date Objet\n1.0 10/01/2022 Création\n2.0 10/01/2024 Mise à jour\n\nVersion : 3.0\nApprouvé par : Dr New\n")]
    public void The_table_of_older_versions_does_not_speak_for_the_present_one(string text) =>
        AssertControl([(ControlField.Version, "3.0"), (ApprovedBy, "Dr New")], text);

    [Theory]
    [InlineData("Version 2 of the national guideline applies to all rooms.")]
    [InlineData("The owner: of the device.")]
    [InlineData("Approved by: ____________")]
    [InlineData("Version: ")]
    [InlineData("Nächste Überprüfung: offen")]
    [InlineData("Last review date: 1 March 2024")]
    [InlineData("Letzte Überprüfung: 01.03.2024")]
    public void What_is_no_value_is_not_read(string line) => AssertControl([], $"Sedation policy\n\n{line}\n");

    [Theory]
    [InlineData("Verfahrensanweisung\nGültig ab: 1. März 2026\nNächste Überprüfung: 28. Februar 2029", "2026-03-01", "2029-02-28")]
    [InlineData("Procédure\nEntrée en vigueur : 1er août 2026\nDate de révision : août 2029", "2026-08-01", "2029-08-31")]
    [InlineData("Procedimiento\nVigente desde: 5 de enero de 2026\nPróxima revisión: diciembre de 2028", "2026-01-05", "2028-12-31")]
    [InlineData("Procedura\nIn vigore dal: 5 gennaio 2026\nProssima revisione: 4 luglio 2028", "2026-01-05", "2028-07-04")]
    [InlineData("Procédure\nDate d'approbation : 3 juin 2026\nProchaine révision : 3 juillet 2028", "2026-06-03", "2028-07-03")]
    public void The_dates_of_the_block_are_days_of_the_calendar(string text, string effective, string review)
    {
        var facts = Tagging.Facts(text);

        Assert.Equal((effective, review), ($"{facts.EffectiveDate:yyyy-MM-dd}", $"{facts.ReviewDue:yyyy-MM-dd}"));
    }

    [Fact]
    public void A_review_date_before_the_present_version_was_the_last_review() =>
        Assert.Null(Tagging.Facts("Procedura\nIn vigore dal: 01/03/2026\nData di revisione: 01/02/2026\n").ReviewDue);

    [Fact]
    public void A_document_s_facts_name_its_number_version_owner_and_approver()
    {
        var facts = Tagging.Facts("Sedation policy\nDocument number: IR-12\nVersion: 3\nOwner: Lead nurse\nApproved by: Dr Ash\n");

        Assert.Equal(("IR-12", "3", "Lead nurse", "Dr Ash"), (facts.Number, facts.Version, facts.Owner, facts.ApprovedBy));
    }

    private static void AssertControl((ControlField Field, string Value)[] expected, string text)
    {
        var values = DocumentStructure.Of([new(1, text)]).Control.Values;

        Assert.Equal(expected.OrderBy(value => value.Field), values.Select(value => (value.Field, value.Text)).OrderBy(value => value.Field));
        Assert.All(values, value => Assert.Equal(value.Text, text.Substring(value.Offset, value.Text.Length)));
    }
}
