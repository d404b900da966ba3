using System.Collections.Frozen;

namespace Iasios.Core.Guard;

/// <summary>How much a filled label says by itself.</summary>
internal enum LabelWeight
{
    /// <summary>Stands on many forms; counts beside a stronger one only.</summary>
    Weak,

    /// <summary>Speaks of a person; any other filled label near it is enough.</summary>
    Anchor,

    /// <summary>Speaks of a patient; a value that can be nothing else is enough.</summary>
    Patient,
}

/// <summary>A label as it stands on forms.</summary>
/// <param name="Rest">Its words after the first, folded.</param>
/// <param name="Kind">What it asks for.</param>
/// <param name="Weight">What it says by itself.</param>
/// <param name="IsProse">Part of a sentence rather than of a form, such as "born".</param>
internal sealed record PatientLabel(string[] Rest, PatientDataKind Kind, LabelWeight Weight, bool IsProse);

/// <summary>The labels of patient data in five languages, found by their first word. All are looked for in every document.</summary>
internal static class PatientLabels
{
    private const int LongestFirstWord = 28;

    private static readonly FrozenDictionary<string, PatientLabel[]> ByFirstWord = Make();

    private static readonly bool[] Beginnings = MakeBeginnings();

    /// <summary>The labels that begin with a folded word, longest first.</summary>
    public static FrozenDictionary<string, PatientLabel[]>.AlternateLookup<ReadOnlySpan<char>> Lookup { get; } =
        ByFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a folded word may be a label's first: a quick look at its length and its first and last letter.</summary>
    public static bool MayBegin(ReadOnlySpan<char> word) => word.Length <= LongestFirstWord && Beginnings[Beginning(word)];

    private static bool[] MakeBeginnings()
    {
        var beginnings = new bool[(LongestFirstWord + 1) << 10];
        foreach (var word in ByFirstWord.Keys)
        {
            beginnings[Beginning(word)] = true;
        }

        return beginnings;
    }

    // Two letters of the alphabet fit into ten bits; other characters may fall together with them, which costs a look-up and no more.
    private static int Beginning(ReadOnlySpan<char> word) => (word.Length << 10) | ((word[0] & 31) << 5) | (word[^1] & 31);

    private static FrozenDictionary<string, PatientLabel[]> Make() => Table()
        .Select(entry => (Words: entry.Phrase.Split(' '), entry.Kind, entry.Weight, entry.IsProse))
        .GroupBy(entry => entry.Words[0], StringComparer.Ordinal)
        .ToFrozenDictionary(
            group => group.Key,
            group => group
                .Select(entry => new PatientLabel(entry.Words[1..], entry.Kind, entry.Weight, entry.IsProse))
                .OrderByDescending(label => label.Rest.Length)
                .ToArray(),
            StringComparer.Ordinal);

    private static IEnumerable<(string Phrase, PatientDataKind Kind, LabelWeight Weight, bool IsProse)> Table() =>
    [
        .. Rows(PatientDataKind.Name, LabelWeight.Patient, """
            patientname, patientsname, patient name, patients name, patient s name, name of patient, name of the patient, patient full name, pt name, patient surname, patient forename
            patientenname, patientinnenname, name des patienten, name der patientin, name patient, name pat, pat name
            nom du patient, nom de la patiente, nom patient, nom prenom patient, nom et prenom du patient
            nombre del paciente, nombre de la paciente, nombre paciente, nombre y apellidos del paciente, apellidos y nombre del paciente
            nome del paziente, nome paziente, nome e cognome del paziente, cognome e nome del paziente, nominativo paziente, cognome e nome paziente
            """),
        .. Rows(PatientDataKind.Name, LabelWeight.Anchor, "patient, patientin, pat, patiente, paciente, paziente"),
        .. Rows(PatientDataKind.Name, LabelWeight.Weak, """
            name, full name, surname, family name, last name, forename, forenames, first name, given name, name surname
            nachname, vorname, familienname, zuname, name vorname, nachname vorname, vorname name, vor und nachname, vor und zuname
            nom, prenom, nom de naissance, nom de famille, nom usuel, nom d usage, nom et prenom, nom prenom, prenoms
            nombre, apellido, apellidos, primer apellido, segundo apellido, nombre y apellidos, apellidos y nombre
            nome, cognome, cognome e nome, nome e cognome, cognome nome, nominativo, sig, sig ra
            """),
        .. Rows(PatientDataKind.BirthDate, LabelWeight.Anchor, """
            date of birth, d o b, dob, birth date, birthdate, birthday, patient date of birth, patientbirthdate, patient birth date, patient s birth date
            geburtsdatum, geburtstag, geb datum, gebdatum, geb dat, gebdat, geburtsdat, geb dat
            date de naissance, ddn, date naissance, d d n
            fecha de nacimiento, fecha nacimiento, f nacimiento, f nac, fecha nac, fecha de nac, fnac, fdn
            data di nascita, data nascita, d di nascita, data di nasc, d nascita
            """),
        .. Rows(PatientDataKind.BirthDate, LabelWeight.Anchor, """
            born, born on, geb, geb am, geboren, geboren am, ne le, nee le, ne e le, nee e le, ne, nee, nacido, nacida, nacido a el, nacido el, nacida el, nac
            nato, nata, nato a, nata a, nato il, nata il, nato a il
            """, isProse: true),
        .. Rows(PatientDataKind.RecordNumber, LabelWeight.Patient, """
            mrn, medical record number, medical record no, patient number, patient no, patient id, patient identifier, patient ref
            patienten id, patientenid, patienten nr, patientennr, patientennummer, patienten nummer, pat nr, pat id, patnr, patid
            ipp, identifiant patient, identifiant permanent du patient, id patient, numero patient, numero de patient, n patient
            nhc, n h c, numero de historia clinica, no de historia clinica, n de historia clinica, historia clinica, h clinica, hª clinica, h ª clinica, num historia clinica, no historia clinica, n historia clinica, numero de historia
            codice paziente, id paziente, numero paziente, n paziente, codice identificativo paziente
            """),
        .. Rows(PatientDataKind.RecordNumber, LabelWeight.Anchor, """
            hospital number, hospital no, hosp no, hosp nr, hospital id, chart number, nip, pid, encounter number, admission number, episode number, health record number
            fallnummer, fallnr, fall nr, fallzahl, aufnahmenummer, aufnahmenr, aufnahmezahl, aufnahme nr, krankenblattnummer, fall id, behandlungsnummer
            numero de sejour, no de sejour, n de sejour, nda, numero de venue, iep
            numero de episodio, n de episodio, no de episodio, episodio
            numero cartella clinica, numero di cartella clinica, n cartella clinica, numero della cartella clinica, cartella clinica, cartella clinica n, numero nosologico, n nosologico, nosologico
            """),
        .. Rows(PatientDataKind.RecordNumber, LabelWeight.Weak, """
            fall, case number, case no, case id, accession number, accession no, record number, record no, file number
            vorgangsnummer, aktenzeichen, untersuchungsnummer, numero de dossier, no de dossier, n de dossier, numero di accesso, numero pratica
            """),
        .. Rows(PatientDataKind.InsuranceNumber, LabelWeight.Patient, """
            nhs number, nhs no, nhs, kvnr, kv nr, versichertennummer, versicherten nr, versichertennr, versicherten id, krankenversichertennummer, krankenversicherungsnummer
            ins, matricule ins, ine, cip, codigo cip, tarjeta sanitaria, numero de tarjeta sanitaria, n tarjeta sanitaria, cip sns, tessera sanitaria, numero tessera sanitaria, n tessera sanitaria
            """),
        .. Rows(PatientDataKind.InsuranceNumber, LabelWeight.Weak, """
            social security number, ssn, insurance number, insurance no, insurance id, national insurance number
            versicherungsnummer, versicherungsnr, versicherungs nr, vers nr, sozialversicherungsnummer, sv nr, svnr, sv nummer, svnummer, vsnr, sozialvers nr
            ahv, ahv nr, ahv nummer, ahv nr neu, ahvn13, avs, numero avs, no avs, n avs
            numero de securite sociale, no de securite sociale, n de securite sociale, no securite sociale, n securite sociale, securite sociale, nir, no ss, n ss, num secu, numero d immatriculation
            dni, nie, nif, dni nie, nass, nuss, numero de la seguridad social, n seguridad social, numero de seguridad social
            codice fiscale, cod fiscale, cod fisc, c f, cf
            """),
        .. Rows(PatientDataKind.Address, LabelWeight.Weak, """
            home address, address, residence, telephone, phone, tel, mobile, home phone, next of kin
            anschrift, adresse, wohnort, wohnhaft, wohnadresse, telefon, telefonnummer, handy, mobil
            domicile, adresse domicile, demeurant, telephone portable
            domicilio, direccion, telefono, telf, tlf, movil
            indirizzo, residenza, residente, residente a, residente in, cellulare, recapito telefonico
            """),
    ];

    private static IEnumerable<(string, PatientDataKind, LabelWeight, bool)> Rows(PatientDataKind kind, LabelWeight weight, string phrases, bool isProse = false) =>
        phrases.Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)
            .Select(phrase => (phrase, kind, weight, isProse));
}
