using Iasios.Core.Tags;

namespace Iasios.Core.Tests.Tags;

/// <summary>How documents in five languages say what they are and whether they hold.</summary>
public sealed class LanguagesOfStandingTests
{
    [Theory]
    [InlineData("ENTWURF – noch nicht freigegeben\nRichtlinie Sedierung")]
    [InlineData("Richtlinie Sedierung\nStatus: Entwurf")]
    [InlineData("Richtlinie Sedierung\nArbeitsfassung 0.3 vom 10.11.2026, zur Abstimmung")]
    [InlineData("PROJET - à valider en comité\nProcédure de sédation")]
    [InlineData("Procédure de sédation\nBrouillon, ne pas appliquer")]
    [InlineData("BORRADOR\nProcedimiento de sedación")]
    [InlineData("Procedimiento de sedación\nPendiente de aprobación por la comisión")]
    [InlineData("BOZZA 0.7 – DA CONDIVIDERE – NON IN USO\nProcedura di sedazione")]
    [InlineData("Sedation policy\nVersion 0.4 of 3 May 2026")]
    public void Drafts_are_recognised(string text) => Assert.Equal(Standing.Draft, Tagging.Facts(text).Standing);

    [Theory]
    [InlineData("** UNGÜLTIG – ersetzt durch Ausgabe 4 vom 1. Juni 2024 **\nRichtlinie Sedierung")]
    [InlineData("Richtlinie Sedierung\nDiese Richtlinie wurde am 1. Juni 2024 durch VA 3 ersetzt.")]
    [InlineData("Richtlinie Sedierung\nAußer Kraft seit 1. Juni 2024")]
    [InlineData("ANNULÉ ET REMPLACÉ par la consigne MAT-07\nProcédure de sédation")]
    [InlineData("Procédure de sédation\nPÉRIMÉ")]
    [InlineData("OBSOLETO\nProcedimiento de sedación")]
    [InlineData("Procedimiento de sedación\nSustituido por PNT-07 el 1 de junio de 2024")]
    [InlineData("SUPERATO - sostituito dalla revisione 3\nProcedura di sedazione")]
    public void Withdrawn_documents_are_recognised(string text) => Assert.Equal(Standing.Superseded, Tagging.Facts(text).Standing);

    [Theory]
    [InlineData("Richtlinie Sedierung\nErsetzt Version 2 vom 1. Mai 2021")]
    [InlineData("Procédure de sédation\nAnnule et remplace la version 2")]
    [InlineData("Procedimiento de sedación\nSustituye a la versión 2")]
    [InlineData("Procedura di sedazione\nSostituisce la revisione 2")]
    [InlineData("Projet médical 2026-2030\nLe projet de soins est suivi chaque année.")]
    public void Documents_in_force_may_name_the_version_before_or_a_project(string text) => Assert.Equal(Standing.Released, Tagging.Facts(text).Standing);

    [Theory]
    [InlineData("Niederschrift Komplikationskonferenz\nDatum: ________ Beginn: ______ Ende: ______\nLeitung: ________")]
    [InlineData("<Nom de l'établissement>\nPlan de formation\nRédacteur : <nom>\nDate : <jj/mm/aaaa>")]
    [InlineData("Procedimiento de sedación: plantilla")]
    [InlineData("[intestazione della struttura]\nVerbale dell'incontro\nData ______ ora ______\nLuogo ______\nSegretario ______")]
    public void Blank_records_and_patterns_are_templates(string text) => Assert.Equal(Standing.Template, Tagging.Facts(text).Standing);

    [Theory]
    [InlineData("Einwilligung in die Behandlung\nFormular IR-12, Version 3\nOrt, Datum: ________ Unterschrift: ________ Arzt: ________")]
    [InlineData("Modulo di consenso informato\nrev. 3 in uso dal 1° settembre 2026\nFirma ________ Data ________ Medico ________")]
    [InlineData("Lista de verificación de seguridad\nVersión 2\nNombre ________ Fecha ________ Firma ________")]
    public void A_released_form_is_evidence_although_it_is_blank(string text) => Assert.Equal(Standing.Released, Tagging.Facts(text).Standing);

    [Theory]
    [InlineData("Bestätigung zu Standard 8c\n\nHiermit bestätigen wir, dass wir die Anforderungen von Standard 8c vollumfänglich erfüllen. Unsere Abläufe sind allen bekannt.")]
    [InlineData("Attestation\n\nNous attestons que notre service respecte pleinement toutes les exigences du standard 8c. Notre équipe est engagée.")]
    [InlineData("Declaración\n\nDeclaramos que nuestro servicio cumple plenamente todos los requisitos del estándar IASIOS.")]
    [InlineData("Dichiarazione\n\nIl sottoscritto dichiara che la struttura è pienamente conforme allo Standard 11a.")]
    public void A_claim_without_content_is_only_a_claim(string text) => Assert.Equal(Standing.ClaimOnly, Tagging.Facts(text).Standing);

    [Theory]
    [InlineData("Verfahrensanweisung Patientenidentifikation", "procedure")]
    [InlineData("Sedierungsrichtlinie", "policy")]
    [InlineData("Protokoll der Tumorkonferenz", "minutes")]
    [InlineData("Sicherheitscheckliste für Eingriffe", "checklist")]
    [InlineData("Rufdienstplan November", "roster")]
    [InlineData("Wartungsvertrag Angiographie", "contract")]
    [InlineData("Compte rendu de la réunion de concertation", "minutes")]
    [InlineData("Procédure de sédation", "procedure")]
    [InlineData("Registre des implants", "log")]
    [InlineData("Attestation de formation", "certificate")]
    [InlineData("Acta de la comisión de calidad", "minutes")]
    [InlineData("Lista de verificación quirúrgica", "checklist")]
    [InlineData("Informe anual de auditoría", "report")]
    [InlineData("Convenio de colaboración con la UCI", "contract")]
    [InlineData("Verbale audit interno", "minutes")]
    [InlineData("Modulo consenso informato", "form")]
    [InlineData("Protocollo di sedazione", "protocol")]
    [InlineData("Registro manutenzioni", "log")]
    public void The_title_names_the_kind_in_every_language(string title, string kind) => Assert.Equal(kind, Tagging.Facts(title + "\n").Kind);
}
