using Iasios.Core.Guard;
using Iasios.Core.Text;

namespace Iasios.Core.Tests.Guard;

/// <summary>What must be held back. All people and numbers are invented; " / " is a new line, " > " the next cell.</summary>
public sealed class PatientDocumentTests
{
    [Theory]
    [InlineData("Patient name: Edna Whitlock / Date of birth: 12/03/1951 / Hospital number: 00482913")]
    [InlineData("Name: Edna Whitlock   DOB: 12 March 1951   Ward: 7B")]
    [InlineData("MRN: 4829137 / Procedure: TACE, segment VI")]
    [InlineData("Incident of 3 October 2026 / Mrs Edna Whitlock (DOB 12/03/1951) fell in recovery.")]
    [InlineData("The patient, Mr Harold Pym, born on 3 May 1950, was admitted for ablation of an HCC.")]
    [InlineData("Surname: PYM / Forename: Harold / Medical record no.: 77120934")]
    [InlineData("NHS number {nhs}, referred for biopsy")]
    [InlineData("Patient name > Edna Whitlock > Date of birth > 12/03/1951")]
    [InlineData("Patient name / Edna Whitlock / Date of birth / 12/03/1951")]
    [InlineData("Patient's date of birth: 1951-03-12 / Diagnosis: liver metastases")]
    [InlineData("Name: ....Edna Whitlock....   Date of birth: ....12.03.1951....")]
    [InlineData("Patient name: Edna Whitlock / Home address: 14 Larch Row, Ripon HG4 9XX")]
    [InlineData("Name des Patienten: Huber, Maria / Geburtsdatum: 12.03.1961")]
    [InlineData("Patientin: Frau Maria Huber, geb. 12.03.1961, HCC, TACE am 04.10.2026")]
    [InlineData("Nachname: Zwetkow / Vorname: Plamen / Geb.-Datum: 3. März 1950 / Fallnummer: 2026004711")]
    [InlineData("Patienten-Nr.: 47118832 / Eingriff: Portimplantation")]
    [InlineData("Versichertennummer: {kvnr} / Krankenkasse: Ortskasse")]
    [InlineData("SVNR {svnr}, stationäre Aufnahme")]
    [InlineData("AHV-Nr. {ahv} / Eingriff: Embolisation")]
    [InlineData("M.K., geb. 12.03.1961, HCC")]
    [InlineData("A. B. (*04.11.1948), Kolonkarzinom, Lebermetastasen")]
    [InlineData("1. Huber Maria, 12.03.1961, HCC BCLC B, Vorschlag TACE")]
    [InlineData("Fallbesprechung / Herr Karl Maier wurde am 2.4. aufgenommen. / Herr Karl Maier, geboren am 3. April 1950, hat ein CCC.")]
    [InlineData("Nom du patient : Lefèvre Odile / Date de naissance : 12/03/1951")]
    [InlineData("Madame Odile Lefèvre, née le 12 mars 1951, a été hospitalisée pour une chimioembolisation.")]
    [InlineData("Nom : LEFÈVRE / Prénom : Odile / Né(e) le : 12/03/1951 / IPP : 800123977")]
    [InlineData("N° de sécurité sociale : {nir} / Geste : biopsie hépatique")]
    [InlineData("IPP 8001239771, compte rendu de TACE")]
    [InlineData("Paciente: García Robles, Carmen / F. nac.: 12/03/1951 / NHC: 482913")]
    [InlineData("Nombre del paciente: Carmen García Robles / DNI: {dni}")]
    [InlineData("Nombre y apellidos: Carmen García Robles / Fecha de nacimiento: 12 de marzo de 1951")]
    [InlineData("Paciente con NIE {nie}, ingresada para ablación")]
    [InlineData("Nº de historia clínica: 4829137 / Procedimiento: biopsia")]
    [InlineData("Doña Carmen García Robles, nacida el 12/03/1951, acude a consulta.")]
    [InlineData("Cognome e nome: Bianchi Lucia / Data di nascita: 12/03/1961 / Numero nosologico: 2026014477")]
    [InlineData("La signora Lucia Bianchi, nata a Milano il 12/03/1961, è stata ricoverata per TACE.")]
    [InlineData("Codice fiscale: {cf}")]
    [InlineData("Paziente: Bianchi Lucia {cf}")]
    [InlineData("Nome del paziente: Lucia Bianchi / Residenza: via Verdi 12, 20121 Milano")]
    [InlineData("HUBER, Maria / 12.03.1961 w / 0048291375")]
    [InlineData("WHITLOCK Edna 12/03/1951 F 0048291375")]
    [InlineData("Name > Geburtsdatum > Diagnose / Huber Maria > 12.03.1961 > HCC / Maier Karl > 03.04.1950 > CCC")]
    [InlineData("Case > Patient name > Procedure / 1 > Edna Whitlock > TACE / 2 > Harold Pym > biopsy")]
    [InlineData("No.   Date of birth   Diagnosis      Treatment / 1     12/03/1951      HCC            TACE / 2     03/05/1950      CRC mets       MWA")]
    [InlineData("| Patient | Fecha de nacimiento | Procedimiento | / | C.G. | 12/03/1951 | TACE | / | R.M. | 03/05/1950 | biopsia |")]
    [InlineData("MRN;Procedure;Dose / 4829137;TACE;120 / 4829144;TIPS;310")]
    [InlineData("Name > Diagnosis > Plan / Edna Whitlock > HCC > TACE / Harold Pym > CRC mets > ablation")]
    [InlineData("Curriculum of the case / Paziente: Bianchi Lucia / nata il 12/03/1961")]
    [InlineData("TUMOUR BOARD LIST 14.10.2026 / Nr  Name              Geb.          Diagnose          Empfehlung / 1   Steiner, Josef    04.05.1948    HCC BCLC B        cTACE / 2   Wagner, Hilde     17.11.1955    CRC-Metastasen    MWA")]
    [InlineData("Dokumentation Eingriff / Patient: Steiner Josef, 04.05.1948 / Diagnose: HCC")]
    [InlineData("Patientendaten / Name, Vorname: Steiner, Josef / Geburtsdatum: 04.05.1948 / Geschlecht: m / Adresse: Lindenweg 4, 8042 Graz")]
    [InlineData("Compte rendu opératoire / Patient : M. DURAND Marcel, 74 ans / Né le 14/02/1952 / NIP : 800456123")]
    [InlineData("Patiente : Mme Jeanne Moreau / Date de naissance : 03.07.1949")]
    [InlineData("Registro de complicaciones / Paciente: Juan Martínez Gil. NHC 558214. Fecha de nacimiento 04/05/1948")]
    [InlineData("Informe de alta / Nombre: Juan / Apellidos: Martínez Gil / Nº Historia: 558214 / F. Nacimiento: 04/05/1948")]
    [InlineData("Referto / Paziente: sig. Giovanni Esposito, nato il 4 maggio 1948, cartella clinica n. 2026/11482")]
    [InlineData("Case review 12 / Patient: John Hargreaves / Hospital no: H482913 / Consultant: Dr Lee")]
    [InlineData("M&M meeting minutes / Case 2: Mr Hargreaves (hospital number 4829131) bled after TACE")]
    [InlineData("Discharge letter / Re: Mrs Joan Hargreaves DOB 04/05/1948 / 12 Mill Lane, Leeds LS1 4AB")]
    [InlineData("Consent form / I, Joan Hargreaves, born 4 May 1948, consent to chemoembolisation.")]
    [InlineData("Einwilligung / Ich, Hilde Wagner, geboren am 17.11.1955, willige in die TACE ein.")]
    [InlineData("Patient feedback / \"The nurses were kind.\" Joan Hargreaves, 04/05/1948, patient number 4829131")]
    [InlineData("Procedure log / Date > Patient > DOB > Procedure > Operator / 01.10.2026 > J. Hargreaves > 04/05/1948 > TACE > Dr Lee / 02.10.2026 > M. Obi > 07/09/1960 > MWA > Dr Lee")]
    [InlineData("Implant register / Lot > Device > Patient name > MRN / 4471 > Coil > Hargreaves, Joan > 4829131 / 4472 > Stent > Obi, Martin > 4829777")]
    [InlineData("Implantatregister / Datum;Produkt;Charge;Patient;Geb.-Datum / 01.10.2026;Coil;4471;Wagner Hilde;17.11.1955")]
    [InlineData("Strahlendosis-Auswertung / Patienten-ID > Untersuchung > DFP / 10048213 > TACE > 22000 / 10048214 > PTCD > 8000")]
    [InlineData("Versicherten-Nr.: M123456289 / Name: Wagner")]
    [InlineData("Dose report / Patient: WAGNER^HILDE / Patient ID: 10048213 / Birth date: 19551117")]
    [InlineData("Nom de naissance : MOREAU / Prénom : Jeanne / Sexe : F / Né(e) le : 03/07/1949")]
    [InlineData("Incident 2026-14 / Betroffener: Josef Steiner (geb. 4.5.1948), Station 3")]
    [InlineData("Pt name: Joan Hargreaves / DOB: 04-MAY-1948")]
    [InlineData("Surname HARGREAVES  Forename JOAN  D.O.B. 04/05/48  Hosp. No. 4829131")]
    [InlineData("ETIQUETA / MARTÍNEZ GIL, JUAN / 04/05/1948  H / NHC 558214")]
    [InlineData("Bogdan Petrescu, né le 04/05/1948 / HCC sur cirrhose, TACE le 12/10/2026")]
    [InlineData("Paziente I.R., nato il 04/05/1948, epatocarcinoma")]
    [InlineData("J.M.G., nacido el 04/05/1948, hepatocarcinoma")]
    [InlineData("Patient: A.D. (né le 04.05.1948), métastases hépatiques")]
    public void A_filled_in_patient_label_is_seen(string text) => Assert.NotEmpty(Check(text));

    [Theory]
    [InlineData("Mueller_Hans_geb1961-03-12_CT.pdf")]
    [InlineData("Huber_Maria_19610312_TACE.pdf")]
    [InlineData("patients/Whitlock Edna DOB 12-03-1951.docx")]
    [InlineData("Befund_Huber_Maria.pdf")]
    [InlineData("paciente_Carmen_Garcia_Robles.pdf")]
    [InlineData("MRN4829137_report.pdf")]
    [InlineData("referto Bianchi Lucia.pdf")]
    public void A_patient_in_a_file_name_is_seen(string path) =>
        Assert.All(PatientDataGuard.Check([new(1, "Nothing.")], path, []), finding => Assert.Equal((PatientDataPlace.FileName, 0), (finding.Place, finding.Page)));

    [Fact]
    public void A_patient_in_a_files_properties_is_seen()
    {
        var finding = PatientDataGuard.Check([new(1, "Nothing.")], "a.docx", ["Arztbrief Huber Maria, geb. 12.03.1961", "Dr. Eva Lang"]);

        Assert.All(finding, found => Assert.Equal(PatientDataPlace.Properties, found.Place));
        Assert.Contains(finding, found => found.Kind == PatientDataKind.BirthDate);
    }

    [Fact]
    public void A_finding_names_kinds_and_pages_and_never_a_value()
    {
        PageText[] pages = [new(1, "Tumour board"), new(4, "Patient name: Edna Whitlock\nDate of birth: 12/03/1951")];

        var findings = PatientDataGuard.Check(pages, "minutes.pdf", []);
        var reason = PatientDataReason.Of(findings);

        Assert.Equal(
            [(PatientDataKind.Name, 4), (PatientDataKind.BirthDate, 4)],
            findings.Select(finding => (finding.Kind, finding.Page)));
        Assert.StartsWith("This looks like patient data: a name on page 4; a birth date on page 4.", reason, StringComparison.Ordinal);
        Assert.DoesNotContain("Whitlock", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Decomposed_accents_hide_no_label()
    {
        var text = "Prénom : Odile\nNé(e) le : 12/03/1951".Normalize(System.Text.NormalizationForm.FormD);

        Assert.NotEmpty(Check(text));
    }

    private static IReadOnlyList<PatientDataFinding> Check(string text) => PatientDataGuard.Check([new(1, Invented.Fill(text))], "file.txt", []);
}
