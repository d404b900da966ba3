using System.Buffers;

namespace Iasios.Core.Guard;

/// <summary>Words that say whom personal data belong to: staff, whose data are expected in accreditation, or patients.</summary>
internal sealed class StaffWords(GuardPage page)
{
    private const int HeadLines = 12;
    private const int Near = 6;

    // Kinds of documents about staff or contracts, and what stands only in them.
    private static readonly SearchValues<string> Documents = SearchValues.Create(
    [
        "curriculum vitae", "lebenslauf", "hoja de vida", "europass", "resume of", "approbation", "licence to practi", "license to practi", "medical licen", "licensing board",
        "general medical council", "gmc n", "gmc reg", "arztekammer", "jus practicandi", "facharztdiplom", "facharztanerkennung", "facharzturkunde", "diplom", "zertifikat", "certificate of", "certificat de formation", "attestation de formation",
        "certificado de formacion", "titulo de especialista", "titulo de ", "colegiado", "colegio oficial", "attestato", "laurea", "ordine dei medici", "conseil de l'ordre", "rpps", "dosimet",
        "personalakte", "personalbogen", "stammblatt mitarbeiter", "personnel file", "staff record", "employee record", "personnel record", "contract of employment", "employment contract", "arbeitsvertrag", "dienstvertrag",
        "contrat de travail", "contrato de trabajo", "contratto di lavoro", "nationality", "staatsangehorigkeit", "staatsburgerschaft", "nationalite", "nacionalidad", "cittadinanza", "nazionalita",
        "marital status", "familienstand", "etat civil", "estado civil", "stato civile", "work experience", "berufserfahrung", "werdegang", "formacion academica", "experiencia profesional",
        "experience professionnelle", "esperienza professionale", "esperienza lavorativa", "istruzione e formazione", "ausbildung und", "education and training", "employment history", "legale rappresentante", "legal representative", "representante legal", "representant legal",
        "geschaftsfuhrer", "procuratore", "apoderado", "in qualita di", "en calidad de", "en qualite de", "fachkunde", "strahlenschutzbeauftragt", "beruflich strahlenexponiert", "strahlenpass",
        "radiation worker", "exposed worker", "travailleur expose", "trabajador expuesto", "lavoratori esposti", "lavoratore esposto", "has successfully completed", "hat erfolgreich", "has completed the", "teilgenommen", "a suivi la formation",
        "ha superado", "ha frequentato", "health care assistant", "list of physicians", "medical school",
    ],
        StringComparison.Ordinal);

    // Enough when they stand in the same line, in the head of the page or in a table's head.
    private static readonly SearchValues<string> Roles = SearchValues.Create(
    [
        "employee", "staff", "personnel", "personalnummer", "personal-nr", "personalnr", "mitarbeiter", "employe", "empleado", "empleada", "dipendente", "dipendenti", "matricola", "operatore sanitario",
        "dosim", "badge", "role", "funktion", "fonction", "funcion", "funzione", "qualifica", "qualification", "licence", "license", "job title", "profession", "beruf", "facharzt", "specialist in", "consultant",
        "radiographer", "radiologist", "nurse", "physician", "pflegekraft", "radiologietechnolog", "mtra", "infirmier", "manipulat", "enfermer", "infermier", "tecnico", "tsrm", "medico", "medecin", "arzt fur", "oberarzt",
        "e-mail", "email", "hired", "eintritt", "joined", "course", "kurs", "fortbildung", "training", "schulung", "formation", "formacion", "formazione", "corso", "lecture", "vortrag", "dr.", "prof.", "dott.", "d.ssa", "dra.",
        "roster", "dienstplan", "rota",
    ],
        StringComparison.Ordinal);

    private static readonly SearchValues<string> Patients = SearchValues.Create(
    [
        "patient", "pacient", "pazient", "diagnos", "hcc", "crc", "tace", "tumor", "tumour", "carcinom", "karzinom", "metasta", "cholangio", "leberzell", "zirrhose", "cirrho", "cirros",
        "rfa ", "mwa ", "sirt", "ablat", "embolis", "embolid", "emboliz", "biops", "punktion", "port-impl", "drainage", "befund", "anamnes", "admitted", "hospitalis", "aufgenommen",
        "stationar", "ricover", "ingres", "bclc", "lesion", "lasion", "nodul", "recurren", "rezidiv", "histolog",
        "cancer", "krebs", "tumeur", "myelom", "mielom", "lymphom", "linfom", "hamatom", "haematom", "hematom", "ematom", "pneumothorax", "cryoth", "kryo", "crioth", "icteri", "ikterus", "jaundice", "ittero", "bilirub", "drenaj", "drenagg",
    ],
        StringComparison.Ordinal);

    private static readonly SearchValues<string> Institutions = SearchValues.Create(
    [
        "hospital", "klinik", "clinic", "clinica", "krankenhaus", "hopital", "chu ", "ospedale", "azienda", "department", "abteilung", "service", "servicio", "servizio", "universit", "gmbh", "ltd", "s.p.a",
        "s.r.l", "institut", "praxis", "centre", "center", "zentrum", "centro", "sekretariat", "secretar", "ext.", "dw ", "switchboard", "unit", "ward", "station",
    ],
        StringComparison.Ordinal);

    private readonly Dictionary<(int Line, SearchValues<string> Words), bool> said = [];
    private bool? head;

    /// <summary>Whether a line's text names a hospital, a department or a firm.</summary>
    public static bool IsInstitution(ReadOnlySpan<char> folded) => folded.ContainsAny(Institutions);

    /// <summary>Whether a line names a job, a licence, a course.</summary>
    public static bool NamesRole(ReadOnlySpan<char> folded) => folded.ContainsAny(Roles) || folded.ContainsAny(Documents);

    /// <summary>Whether a line speaks of a patient or an illness.</summary>
    public static bool SpeaksOfPatient(ReadOnlySpan<char> folded) => folded.ContainsAny(Patients);

    /// <summary>Whether what stands in a line is more likely about a member of staff.</summary>
    public bool AreAbout(int line)
    {
        var own = page.FoldedLine(line);
        if (own.ContainsAny(Roles) || Around(line, Near, Documents))
        {
            return !SpeaksOfPatient(own) || own.Contains("dosim", StringComparison.Ordinal);
        }

        return (head ??= IsStaffsHead()) && !Around(line, 1, Patients);
    }

    private bool Around(int line, int reach, SearchValues<string> words)
    {
        for (var at = Math.Max(0, line - reach); at <= Math.Min(page.Lines.Count - 1, line + reach); at++)
        {
            if (Says(at, words))
            {
                return true;
            }
        }

        return false;
    }

    private bool Says(int line, SearchValues<string> words)
    {
        if (!said.TryGetValue((line, words), out var says))
        {
            says = page.FoldedLine(line).ContainsAny(words);
            said.Add((line, words), says);
        }

        return says;
    }

    private bool IsStaffsHead()
    {
        var seen = 0;
        for (var line = 0; line < page.Lines.Count && seen < HeadLines; line++)
        {
            if (page.IsBlank(line))
            {
                continue;
            }

            var folded = page.FoldedLine(line);
            if (folded.ContainsAny(Documents) || (seen < 2 && folded.ContainsAny(Roles)))
            {
                return true;
            }

            seen++;
        }

        return false;
    }
}
