using System.Collections.Frozen;

namespace Iasios.Core.Guard;

/// <summary>How surely a text is a person's name.</summary>
internal enum NameShape
{
    /// <summary>None.</summary>
    None,

    /// <summary>Initials, such as "M.K.".</summary>
    Initials,

    /// <summary>Words with capitals that might be a name or something else.</summary>
    Possible,

    /// <summary>A forename of the list, "Surname, Forename", "SURNAME Forename", or a form of address before it.</summary>
    Sure,

    /// <summary>With a doctor's or professor's title: more likely staff.</summary>
    Staff,
}

/// <summary>Tells names of people from other words with capitals.</summary>
internal static class PersonNames
{
    private const int MostWords = 5;
    private const string Resource = "guard/forenames.txt";

    private static readonly FrozenSet<string> Forenames = Load();

    private static readonly FrozenSet<string> Particles = FrozenSet.Create(
        "von", "van", "der", "den", "de", "del", "della", "di", "da", "dos", "du", "la", "le", "el", "al", "y", "zu", "zum", "ter", "bin", "ben", "d", "o");

    private static readonly FrozenSet<string> Addresses = FrozenSet.Create(
        "mr", "mrs", "ms", "miss", "herr", "herrn", "frau", "hr", "fr", "mme", "madame", "monsieur", "mlle", "sr", "sra", "don", "dona", "senor", "senora",
        "sig", "sigra", "signor", "signora", "signore");

    private static readonly FrozenSet<string> StaffTitles = FrozenSet.Create(
        "dr", "prof", "professor", "pd", "priv", "dott", "dottssa", "dottoressa", "dra", "doctor", "docteur", "pr", "oa", "oberarzt", "oberarztin", "schwester", "pfleger",
        "nurse", "sister", "infermiere", "infermiera", "enfermera", "infirmiere", "med", "univ", "msc", "phd", "mtra", "rt", "rta", "rn");

    // Words that stand after labels on forms and in headings, and are nobody's name.
    private static readonly FrozenSet<string> NoNames = FrozenSet.Create(
        "name", "names", "surname", "forename", "full", "first", "last", "family", "given", "nachname", "vorname", "nom", "prenom", "nombre", "apellido", "apellidos", "nome", "cognome",
        "patient", "patients", "patienten", "patientin", "paciente", "pacientes", "paziente", "pazienti", "date", "datum", "data", "fecha", "birth", "dob", "geburtsdatum", "geboren", "naissance",
        "nacimiento", "nascita", "mrn", "id", "number", "nummer", "nr", "no", "numero", "record", "code", "codice", "sex", "age", "geschlecht", "alter", "sexe", "sexo", "sesso", "eta", "edad",
        "address", "anschrift", "adresse", "direccion", "indirizzo", "phone", "telephone", "telefon", "telefono", "signature", "unterschrift", "firma", "stamp", "label", "sticker", "etikett",
        "aufkleber", "etiquette", "etiqueta", "etichetta", "yes", "no", "ja", "nein", "oui", "non", "si", "na", "none", "unknown", "unbekannt", "see", "siehe", "voir", "hospital", "klinik", "clinic",
        "clinica", "krankenhaus", "department", "abteilung", "service", "servicio", "ward", "station", "unit", "unita", "reparto", "identity", "identification", "information", "consent", "diagnosis",
        "diagnose", "diagnosi", "diagnostic", "diagnostico", "role", "funktion", "fonction", "function", "grade", "version", "page", "seite", "form", "formular", "confirmed", "checked", "wristband",
        "case", "fall", "cas", "caso", "pseudonym", "anonymous", "anonym", "anonymised", "male", "female", "mannlich", "weiblich", "blank", "print", "block", "capitals", "responsible", "operator",
        "consultant", "physician", "arzt", "medico", "radiology", "radiologie", "interventional", "interventionelle", "policy", "procedure", "protocol", "protokoll", "study", "studie", "lot", "room",
        "admission", "discharge", "referral", "safety", "verification", "preparation", "satisfaction", "feedback", "survey", "pathway", "position", "weight", "height", "allergies", "status");

    /// <summary>Reads the words from the start of a text as a name.</summary>
    /// <param name="text">As written; what follows the name may be anything after a comma, a bracket or a figure.</param>
    /// <param name="isSentence">Whether a sentence may go on behind the name.</param>
    /// <returns>The shape, and how many characters the name has.</returns>
    public static (NameShape Shape, int Length) Read(ReadOnlySpan<char> text, bool isSentence = false)
    {
        if (Initials(text) is var initials and > 0)
        {
            return (NameShape.Initials, initials);
        }

        var seen = default(Seen);
        var at = 0;
        while (seen.Words < MostWords && NextWord(text, ref at) is { Length: > 0 } word)
        {
            if (!Take(word, ref seen))
            {
                if (isSentence && seen.Words > 0)
                {
                    break;
                }

                return (NameShape.None, 0);
            }

            seen.End = at;
            at += at < text.Length && text[at] == '.' ? 1 : 0;
            if (at + 1 < text.Length && text[at] == ',' && !seen.HasComma && seen.Words > 0)
            {
                if (!IsForename(NextWordAfter(text, at + 1)) && !IsInitial(text[(at + 1)..]))
                {
                    break;
                }

                seen.HasComma = true;
                at++;
            }
        }

        return (Judge(isSentence ? [] : text[Math.Min(at, text.Length)..], seen), seen.End);
    }

    /// <summary>Whether a word is a forename of the list.</summary>
    public static bool IsForename(ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[24];
        return word.Length is > 1 and < 24 && Forenames.GetAlternateLookup<ReadOnlySpan<char>>().Contains(Fold(word, folded));
    }

    /// <summary>Whether a word is a form of address, such as "Mrs".</summary>
    public static bool IsAddress(ReadOnlySpan<char> folded) => Addresses.GetAlternateLookup<ReadOnlySpan<char>>().Contains(folded);

    /// <summary>Whether a word is the title of a member of staff.</summary>
    public static bool IsStaffTitle(ReadOnlySpan<char> folded) => StaffTitles.GetAlternateLookup<ReadOnlySpan<char>>().Contains(folded);

    private static NameShape Judge(ReadOnlySpan<char> rest, Seen seen)
    {
        rest = rest.TrimStart(" .");
        if (seen.Words == 0 || (rest.Length > 0 && char.IsLower(rest[0]) && !StartsBirth(rest)))
        {
            return NameShape.None;
        }

        if (seen.HasStaffTitle)
        {
            return NameShape.Staff;
        }

        var isSure = seen.HasAddress || (seen.Words > 1 && (seen.HasForename || seen.HasComma || (seen.HasCapitals && seen.HasMixed)));
        return isSure ? NameShape.Sure : NameShape.Possible;
    }

    private static bool Take(ReadOnlySpan<char> word, ref Seen seen)
    {
        Span<char> buffer = stackalloc char[40];
        if (word.Length >= buffer.Length)
        {
            return false;
        }

        var folded = Fold(word, buffer);
        if (IsAddress(folded) && seen.Words == 0)
        {
            seen.HasAddress = true;
            return true;
        }

        if (IsStaffTitle(folded))
        {
            seen.HasStaffTitle = true;
            return true;
        }

        if (!char.IsUpper(word[0]))
        {
            return Particles.GetAlternateLookup<ReadOnlySpan<char>>().Contains(folded);
        }

        if (NoNames.GetAlternateLookup<ReadOnlySpan<char>>().Contains(folded))
        {
            return false;
        }

        seen.Words++;
        seen.HasForename |= IsForename(word);
        var isCapitals = word.Length > 2 && !HasLower(word);
        seen.HasCapitals |= isCapitals;
        seen.HasMixed |= word.Length > 1 && !isCapitals;
        return true;
    }

    private static bool HasLower(ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
        {
            if (char.IsLower(letter))
            {
                return true;
            }
        }

        return false;
    }

    private static bool StartsBirth(ReadOnlySpan<char> rest) =>
        rest.StartsWith("geb") || rest.StartsWith("born") || rest.StartsWith("né") || rest.StartsWith("nac") || rest.StartsWith("nat") || rest.StartsWith("dob");

    // "M.K.", "M. K.", "A.-B. C.": capitals with points.
    private static int Initials(ReadOnlySpan<char> text)
    {
        var at = 0;
        var letters = 0;
        while (letters < 4 && at + 1 < text.Length && char.IsUpper(text[at]) && (text[at + 1] == '.' || IsIrish(text[at..])))
        {
            letters++;
            at += text[at + 1] == '.' ? 0 : 2;
            at += 2;
            var next = at;
            while (next < text.Length && text[next] is ' ' or '-')
            {
                next++;
            }

            at = next + 1 < text.Length && char.IsUpper(text[next]) && text[next + 1] == '.' ? next : at;
        }

        var isWord = at < text.Length && char.IsLetter(text[at]);
        return letters >= 2 && !isWord && !(at + 1 < text.Length && text[at] == ' ' && char.IsUpper(text[at + 1])) ? at : 0;
    }

    // "O'D."
    private static bool IsIrish(ReadOnlySpan<char> text) => text.Length > 3 && text[1] is '\'' or '’' && char.IsUpper(text[2]) && text[3] == '.';

    private static bool IsInitial(ReadOnlySpan<char> text)
    {
        text = text.TrimStart(' ');
        return text.Length > 1 && char.IsUpper(text[0]) && text[1] == '.';
    }

    private static ReadOnlySpan<char> NextWordAfter(ReadOnlySpan<char> text, int at)
    {
        var place = at;
        return NextWord(text, ref place);
    }

    private static ReadOnlySpan<char> NextWord(ReadOnlySpan<char> text, scoped ref int at)
    {
        while (at < text.Length && text[at] is ' ' or '_')
        {
            at++;
        }

        var start = at;
        while (at < text.Length && (char.IsLetter(text[at]) || (at > start && text[at] is '\'' or '’' or '-')))
        {
            at++;
        }

        return text[start..at];
    }

    private static ReadOnlySpan<char> Fold(ReadOnlySpan<char> word, Span<char> buffer)
    {
        var length = 0;
        foreach (var letter in word)
        {
            if (char.IsLetter(letter))
            {
                buffer[length++] = GuardPage.Fold(letter);
            }
        }

        return buffer[..length];
    }

    private static FrozenSet<string> Load()
    {
        using var stream = typeof(PersonNames).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"{Resource} is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 2).ToFrozenSet(StringComparer.Ordinal);
    }

    private struct Seen
    {
        public int Words;
        public int End;
        public bool HasForename;
        public bool HasComma;
        public bool HasCapitals;
        public bool HasMixed;
        public bool HasAddress;
        public bool HasStaffTitle;
    }
}
