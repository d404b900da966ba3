using System.Collections.Frozen;

namespace Iasios.Core.Guard;

/// <summary>Finds patient data in the names of a file and its folders.</summary>
internal static class FileNameGuard
{
    private static readonly FrozenSet<string> BirthWords = FrozenSet.Create("geb", "geboren", "dob", "born", "ne", "nee", "nac", "nacido", "nacida", "nato", "nata", "geburtsdatum", "ddn", "fdn");

    private static readonly FrozenSet<string> RecordWords = FrozenSet.Create(
        "mrn", "nhc", "ipp", "pid", "patid", "patientid", "fallnr", "fallnummer", "patientennummer", "patientennr", "patnr", "nosologico", "nhs", "kvnr", "svnr");

    private static readonly FrozenSet<string> PatientWords = FrozenSet.Create(
        "patient", "patientin", "pat", "paciente", "paziente", "patiente", "arztbrief", "befund", "entlassbrief", "entlassungsbrief", "patientenbrief", "operationsbericht", "opbericht",
        "referto", "dimissione", "epicrisis", "anamnese", "krankenakte");

    private static readonly FrozenSet<string> StaffWords = FrozenSet.Create(
        "cv", "lebenslauf", "curriculum", "vitae", "diplom", "diploma", "urkunde", "approbation", "licence", "license", "zeugnis", "certificate", "zertifikat", "certificat", "attestato", "titulo", "vertrag",
        "contract", "dr", "prof", "fortbildung", "training", "dosimetrie", "dosimetry", "colegiado", "facharzt");

    // Their dates are the documents', their names the authors'.
    private static readonly FrozenSet<string> DocumentWords = FrozenSet.Create(
        "minutes", "agenda", "policy", "sop", "rota", "roster", "protocol", "protokoll", "dienstplan", "richtlinie", "verbale", "turni", "acta", "turnos", "planning", "procedure", "procedura", "procedimiento", "version", "draft");

    /// <summary>The kinds of patient data in a path.</summary>
    public static IReadOnlyList<PatientDataKind> Find(string path)
    {
        var kinds = new HashSet<PatientDataKind>();
        foreach (var segment in path.Split('/', '\\'))
        {
            Read(segment, kinds);
        }

        return [.. kinds.Order()];
    }

    private static void Read(string segment, HashSet<PatientDataKind> kinds)
    {
        var page = new GuardPage(0, segment.Replace('_', ' '));
        var words = Words(page);
        if (words.Exists(word => StaffWords.Contains(word)))
        {
            return;
        }

        if (words.Exists(word => word is "example" or "beispiel" or "muster" or "mustermann" or "musterfrau" or "exemple" or "ejemplo" or "esempio" or "doe" or "sample" or "test"))
        {
            return;
        }

        var birth = Birth(page);
        var isLabelled = words.Exists(word => BirthWords.Contains(word)) || segment.Contains('*', StringComparison.Ordinal);
        var forenames = words.Count(word => PersonNames.IsForename(word));
        var isPerson = forenames > 0 && words.Count > forenames;
        if (birth is not null && (isLabelled || (isPerson && BirthDates.MayBeBirth(birth.Value) && !words.Exists(word => DocumentWords.Contains(word)))))
        {
            kinds.Add(PatientDataKind.BirthDate);
            kinds.UnionWith(isPerson ? [PatientDataKind.Name] : []);
        }

        if (isPerson && words.Exists(word => PatientWords.Contains(word)))
        {
            kinds.Add(PatientDataKind.Name);
        }

        if (words.Exists(word => RecordWords.Contains(word)) && HasLongNumber(page.Folded))
        {
            kinds.Add(PatientDataKind.RecordNumber);
        }

        var numbers = new List<Clue>();
        NumbersOnLine.Find(page, 0, numbers);
        kinds.UnionWith(numbers.Select(number => number.Kind));
    }

    // A figure beside a letter parts words, so that "geb1961" gives "geb".
    private static List<string> Words(GuardPage page)
    {
        var words = new List<string>();
        var start = -1;
        for (var at = 0; at <= page.Folded.Length; at++)
        {
            var isLetter = at < page.Folded.Length && char.IsLetter(page.Folded[at]);
            if (isLetter && start < 0)
            {
                start = at;
            }
            else if (!isLetter && start >= 0)
            {
                words.Add(page.Folded[start..at]);
                start = -1;
            }
        }

        return words;
    }

    private static FoundDate? Birth(GuardPage page)
    {
        // A figure right behind a letter begins a date too, as in "geb1961-03-12".
        for (var at = 0; at < page.Folded.Length; at++)
        {
            if (char.IsAsciiDigit(page.Folded[at]) && (at == 0 || !char.IsAsciiDigit(page.Folded[at - 1])) && BirthDates.At(page.Folded.AsSpan(at), 0) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    private static bool HasLongNumber(string folded)
    {
        var run = 0;
        foreach (var character in folded)
        {
            run = char.IsAsciiDigit(character) ? run + 1 : 0;
            if (run >= 6)
            {
                return true;
            }
        }

        return false;
    }
}
