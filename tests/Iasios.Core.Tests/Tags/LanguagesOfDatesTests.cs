using System.Globalization;

namespace Iasios.Core.Tests.Tags;

/// <summary>Dates as hospitals write them in German, French, Spanish, Italian and English.</summary>
public sealed class LanguagesOfDatesTests
{
    [Theory]
    [InlineData("1. März 2026")]
    [InlineData("01.03.2026")]
    [InlineData("1.3.26")]
    [InlineData("1. Mrz. 2026")]
    [InlineData("1er mars 2026")]
    [InlineData("01/03/2026")]
    [InlineData("1 de marzo de 2026")]
    [InlineData("1º de marzo del 2026")]
    [InlineData("1° marzo 2026")]
    [InlineData("March 1st, 2026")]
    [InlineData("1-Mar-26")]
    [InlineData("2026-03-01")]
    public void A_day_is_read_in_every_language(string written) =>
        Assert.Equal(Day("2026-03-01"), Tagging.Facts($"SOP 12\n\nStand: {written}\n").EffectiveDate);

    [Theory]
    [InlineData("März 2026")]
    [InlineData("mars 2026")]
    [InlineData("marzo de 2026")]
    [InlineData("03/2026")]
    [InlineData("2026-03")]
    public void A_month_lasts_until_its_end(string written) =>
        Assert.Equal(Day("2026-03-31"), Tagging.Facts($"SOP 12\n\nNächste Überprüfung: {written}\n").ReviewDue);

    [Theory]
    [InlineData("Richtlinie Sedierung\nInkraftsetzung: 1. November 2025     Überprüfung: 31. Oktober 2027")]
    [InlineData("Richtlinie Sedierung\nFassung vom 1. November 2025. Sie wird alle zwei Jahre überprüft, nächster Termin 31. Oktober 2027.")]
    [InlineData("Richtlinie Sedierung\nGilt ab 01.11.2025, Wiedervorlage 31.10.2027")]
    [InlineData("Richtlinie Sedierung\nFreigabe\t01.11.2025\tDurchsicht fällig\t31.10.2027")]
    [InlineData("Procédure de sédation\nApplicable au 01/11/2025  Révision prévue : 31/10/2027")]
    [InlineData("Procédure de sédation\nEn vigueur le 1er novembre 2025, à revoir d’ici au 31 octobre 2027")]
    [InlineData("Procédure de sédation\nMise en application : 1er novembre 2025   Réexamen : octobre 2027")]
    [InlineData("Procedimiento de sedación\nEn vigor desde el 1 de noviembre de 2025. Próxima revisión: octubre de 2027")]
    [InlineData("Procedimiento de sedación\nFecha de aprobación: 01/11/2025 · A revisar antes del 31/10/2027")]
    [InlineData("Procedura di sedazione\nin vigore dal 1° novembre 2025 – revisione entro il 31 ottobre 2027")]
    [InlineData("Procedura di sedazione\nEmessa il 1 novembre 2025, da aggiornare entro il 31 ottobre 2027")]
    [InlineData("Sedation policy\nApplies from 01/11/2025. Review: 31/10/2027.")]
    [InlineData("Sedation policy\nRatified by the Records Group 1 November 2025\nTo be looked at again: 31 October 2027")]
    public void The_day_of_force_and_the_day_of_review_are_told_apart(string text)
    {
        var facts = Tagging.Facts(text + "\n\nText of the rule.\n");

        Assert.Equal((Day("2025-11-01"), Day("2027-10-31"), null), (facts.EffectiveDate, facts.ReviewDue, facts.ValidUntil));
    }

    [Theory]
    [InlineData("Vereinbarung über Betten\n\nGültigkeit: 1. Juli 2024 bis 30. Juni 2027. Eine Verlängerung bedarf der Schriftform.")]
    [InlineData("Wartungsvertrag\nLaufzeit 01.07.2024–30.06.2027")]
    [InlineData("Bescheinigung\nAusgestellt am 1. Juli 2024, bis 30.06.2027 gültig")]
    [InlineData("Convention de partenariat\nLa présente convention prend effet le 1er juillet 2024 pour trois ans et prend fin le 30 juin 2027.")]
    [InlineData("Attestation\nvalable du 1er juillet 2024 au 30 juin 2027")]
    [InlineData("Convenio de colaboración\nVigencia: del 1 de julio de 2024 al 30 de junio de 2027")]
    [InlineData("Certificado\nVálido hasta el 30 de junio de 2027")]
    [InlineData("Accordo clinico\ndal 1 luglio 2024 al 30 giugno 2027")]
    [InlineData("Attestato\nScadenza: 30/06/2027")]
    public void Validity_is_read_in_every_language(string text) =>
        Assert.Equal(Day("2027-06-30"), Tagging.Facts(text).ValidUntil);

    [Theory]
    [InlineData("Nächste Sitzung: 10. Dezember 2026")]
    [InlineData("Gedruckt am 10.12.2026")]
    [InlineData("Geburtsdatum: 10.12.1970")]
    [InlineData("Prochaine séance : 10 décembre 2026")]
    [InlineData("Imprimé le 10/12/2026")]
    [InlineData("Próxima reunión: 10 de diciembre de 2026")]
    [InlineData("Prossima riunione: 10 dicembre 2026")]
    [InlineData("Stampato il 10/12/2026")]
    [InlineData("Kommentare bitte bis 10. Dezember 2026")]
    [InlineData("Next round: 10 December 2026")]
    public void Dates_of_other_things_are_no_review_dates(string line)
    {
        var facts = Tagging.Facts($"Regeln der Sedierung\nStand: 1. Mai 2026\n{line}\n");

        Assert.Equal((Day("2026-05-01"), null, null), (facts.EffectiveDate, facts.ReviewDue, facts.ValidUntil));
    }

    [Theory]
    [InlineData("Niederschrift der Komplikationskonferenz vom 24. September 2026\nNächste Sitzung: 10. Dezember 2026")]
    [InlineData("Compte rendu de la RCP\nSéance du 24 septembre 2026\nProchaine : 10 décembre 2026")]
    [InlineData("Acta de la reunión de calidad\nFecha: 24 de septiembre de 2026")]
    [InlineData("Verbale della riunione\nSeduta del 24 settembre 2026")]
    public void Minutes_bear_the_day_of_the_meeting(string text)
    {
        var facts = Tagging.Facts(text);

        Assert.Equal((Day("2026-09-24"), null, "minutes"), (facts.Date, facts.ReviewDue, facts.Kind));
    }

    [Fact]
    public void The_date_of_the_version_that_is_replaced_is_not_the_document_s_own() =>
        Assert.Equal(Day("2026-06-01"), Tagging.Facts("Richtlinie Sedierung\nErsetzt Fassung 3 vom 1. Mai 2021\nGültig ab 1. Juni 2026\n").EffectiveDate);

    private static DateOnly? Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
