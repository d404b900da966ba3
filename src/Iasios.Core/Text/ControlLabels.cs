namespace Iasios.Core.Text;

/// <summary>A label of the control block.</summary>
/// <param name="Field">What its value is; null for a label that only ends the value before it.</param>
/// <param name="Sure">False for a word that often means something else; a sure label goes first.</param>
internal readonly record struct ControlLabel(ControlField? Field, bool Sure);

/// <summary>The labels of document control in five languages, in folded words.</summary>
internal static class ControlLabels
{
    /// <summary>The most words of a label.</summary>
    public const int MostWords = 5;

    private static readonly (ControlField? Field, bool Sure, string Labels)[] Lists =
    [
        (ControlField.Title, true, "title|document title|document name|name of document|titel|dokumententitel|dokumentname|bezeichnung des dokuments|titre|titre du document|intitule|titulo|titulo del documento|nombre del documento|titolo|titolo del documento"),
        (ControlField.Number, true,
            "document number|document no|document nr|document id|document code|document reference|document ref|doc number|doc no|doc id|doc ref|policy number|policy no|procedure number|procedure no|sop number|sop no|sop id|form number|form no|protocol number|reference number|reference no|"
            + "dokumentennummer|dokumentnummer|dokumenten nr|dokument nr|dok nr|dokumenten id|dokument id|dokumentencode|va nr|aa nr|sop nr|formular nr|kennung|"
            + "numero du document|numero de document|n du document|n de document|reference du document|reference document|code du document|code document|"
            + "numero de documento|numero del documento|n de documento|n del documento|codigo del documento|codigo de documento|codigo documento|"
            + "numero documento|n documento|codice documento|codice del documento|identificativo documento"),
        (ControlField.Number, false, "reference|ref|code|number|no|nr|nummer|kurzel|numero|n|codigo|codice|cod|referencia|riferimento"),
        (ControlField.Version, true,
            "version|version number|version no|current version|document version|ver|version nr|versionsnummer|fassung|numero de version|n de version|indice de revision|version n|version actual|versione|numero versione|versione n|edizione|edicion|version vigente"),
        (ControlField.Version, false, "revision|rev|revision number|revision no|revisionsstand|revision nr|indice|n de revision|revisione|revisione n|issue|issue no|issue number|edition|ausgabe|stand"),
        (ControlField.Owner, true,
            "owner|document owner|policy owner|process owner|responsible owner|dokumentverantwortlich|dokumentenverantwortlich|dokumentverantwortliche|dokumentverantwortlicher|dokumentenverantwortlicher|dokumenteneigner|prozesseigner|prozessverantwortlich|prozessverantwortlicher|prozessverantwortliche|eigentumer|"
            + "proprietaire|proprietaire du document|pilote du processus|responsable du document|responsable du processus|propietario|propietario del documento|responsable del documento|responsable del proceso|proprietario|responsabile del documento|responsabile documento|proprietario del documento|responsabile del processo"),
        (ControlField.Owner, false, "responsible|responsible person|accountable|lead|verantwortlich|verantwortliche|verantwortlicher|responsable|responsabile|pilote"),
        (ControlField.ApprovedBy, true,
            "approved by|authorised by|authorized by|ratified by|approver|released by|freigegeben von|freigegeben durch|freigabe durch|freigabe von|genehmigt von|genehmigt durch|approuve par|valide par|approbateur|approbation par|aprobado por|autorizado por|validado por|approvato da|autorizzato da|validato da|approvata da|aprobada por|approuvee par"),
        (ControlField.ApprovedBy, false, "approved|approval|authorised|authorized|freigegeben|freigabe|genehmigt|genehmigung|approuve|approbation|valide|aprobado|aprobacion|approvato|approvazione"),
        (ControlField.Effective, true,
            "effective|effective date|effective from|date effective|date of effect|in force from|in force since|in use from|in operation from|valid from|comes into force|comes into effect|"
            + "gultig ab|gultig seit|gultig von|in kraft ab|in kraft seit|inkrafttreten|tritt in kraft am|in kraft getreten am|giltig ab|"
            + "date d'application|date d'entree en vigueur|entree en vigueur|en vigueur depuis|en vigueur le|applicable a partir du|applicable le|date de mise en application|mise en application|valable a partir du|valable du|"
            + "fecha de entrada en vigor|entrada en vigor|fecha de vigencia|vigente desde|en vigor desde|valido desde|fecha efectiva|vigencia desde|"
            + "data di entrata in vigore|entrata in vigore|in vigore dal|in vigore da|valido dal|valida dal|data di decorrenza|decorrenza|data di validita"),
        (ControlField.Issued, true,
            "date of issue|issue date|issued|issued on|date issued|date of approval|approval date|approved on|release date|date of release|released|released on|publication date|version date|date of version|"
            + "ausgabedatum|freigegeben am|freigabedatum|freigabe am|genehmigt am|erstellt am|erstellungsdatum|versionsdatum|datum der freigabe|ausgegeben am|veroffentlicht am|"
            + "date d'emission|date d'approbation|date de diffusion|date de validation|approuve le|valide le|date de creation|date de redaction|date de publication|date de la version|emis le|"
            + "fecha de emision|fecha de aprobacion|fecha de elaboracion|fecha de publicacion|aprobado el|fecha de la version|emitido el|"
            + "data di emissione|data emissione|data di approvazione|data approvazione|approvato il|emesso il|data di redazione|data di pubblicazione|data versione|data della versione"),
        (ControlField.Issued, false, "date|datum|fecha|data"),
        (ControlField.NextReview, true,
            "next review|next review date|next review due|next review by|next scheduled review|next revision|next revision date|date of next review|date of the next review|date of next revision|review due|review due date|due for review|review by|to be reviewed by|to be reviewed|review no later than|review deadline|revision due|"
            + "nachste uberprufung|nachste uberprufung am|nachste prufung|nachste revision|nachste revision am|nachste review|nachste aktualisierung|uberprufung am|uberprufung bis|uberprufung fallig|zu uberprufen bis|wiedervorlage|wiedervorlage am|revision bis|revision fallig|datum der nachsten uberprufung|datum der nachsten revision|"
            + "prochaine revision|prochaine revision le|date de prochaine revision|date de la prochaine revision|prochaine relecture|prochain reexamen|a reviser avant le|a revoir avant le|a reviser le|revision prevue|revision prevue le|echeance de revision|"
            + "proxima revision|fecha de proxima revision|fecha de la proxima revision|fecha proxima revision|revisar antes de|revisar antes del|revision prevista|a revisar antes del|"
            + "prossima revisione|data prossima revisione|data della prossima revisione|data di prossima revisione|prossimo riesame|da rivedere entro|da rivedere entro il|revisione prevista|revisione entro il|scadenza revisione"),
        (ControlField.NextReview, false, "review date|document review date|date of review|date for review|revisionsdatum|uberprufungsdatum|date de revision|fecha de revision|data di revisione|data revisione"),
        (ControlField.ValidUntil, true,
            "valid until|valid till|valid to|valid through|expiry date|expiration date|date of expiry|expires|expires on|expiry|gultig bis|gultig bis zum|gultigkeit bis|lauft ab am|ablaufdatum|valable jusqu'au|valable jusqu'a|valide jusqu'au|date d'expiration|date de fin de validite|fin de validite|"
            + "valido hasta|valida hasta|vigente hasta|fecha de caducidad|fecha de vencimiento|caduca el|vigencia hasta|valido fino al|valida fino al|valido sino al|data di scadenza|scade il|validita fino al"),
        (null, true,
            "last review|last reviewed|last review date|last revised|last revision|last updated|previous review|previous version|previous revision|replaces|supersedes|replaces version|letzte uberprufung|letzte uberprufung am|letzte revision|letzte anderung|letzte aktualisierung|ersetzt|ersetzt version|vorversion|derniere revision|date de derniere revision|derniere mise a jour|version precedente|annule et remplace|remplace|"
            + "ultima revision|fecha de ultima revision|fecha de la ultima revision|ultima actualizacion|version anterior|sustituye a|ultima revisione|data ultima revisione|ultimo aggiornamento|versione precedente|sostituisce|"
            + "author|authors|prepared by|prepared|written by|reviewed by|checked by|verified by|department|status|classification|scope|distribution|document type|type|page|pages|copy|location|"
            + "autor|autorin|autoren|verfasser|verfasserin|erstellt von|erstellt durch|erstellt|gepruft von|gepruft durch|gepruft|bearbeitet von|abteilung|geltungsbereich|verteiler|dokumentart|seite|standort|klinik|"
            + "auteur|auteurs|redige par|redacteur|redaction|verifie par|relu par|verification|service|statut|diffusion|perimetre|type de document|page|site|domaine d'application|"
            + "autores|elaborado por|redactado por|revisado por|servicio|estado|ambito|difusion|tipo de documento|pagina|"
            + "autore|autori|redatto da|elaborato da|verificato da|revisionato da|reparto|stato|ambito|distribuzione|tipo di documento|tipo documento|unita operativa|struttura"),
    ];

    private static readonly Dictionary<string, ControlLabel> All = Lists
        .SelectMany(list => list.Labels.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(label => (label: Folded(label), Value: new ControlLabel(list.Field, list.Sure))))
        .DistinctBy(entry => entry.label)
        .ToDictionary(entry => entry.label, entry => entry.Value, StringComparer.Ordinal);

    /// <summary>What words of a table's head call the change that a version brought.</summary>
    public static IReadOnlySet<string> Changes { get; } = new HashSet<string>(
        ("change|changes|description of change|description of changes|summary of changes|reason for change|change description|amendment|amendments|changes made|anderung|anderungen|art der anderung|beschreibung der anderung|grund der anderung|anderungsgrund|"
        + "modification|modifications|nature de la modification|nature des modifications|objet de la modification|description de la modification|motif|objet de la revision|cambio|cambios|descripcion del cambio|descripcion de los cambios|modificacion|modificaciones|motivo del cambio|naturaleza del cambio|"
        + "modifica|modifiche|descrizione della modifica|descrizione delle modifiche|descrizione modifica|motivo della modifica|causale|description|beschreibung|descripcion|descrizione").Split('|'),
        StringComparer.Ordinal);

    /// <summary>Headings of the table of older versions.</summary>
    public static IReadOnlySet<string> Histories { get; } = new HashSet<string>(
        ("revision history|version history|document history|change history|change log|history of changes|record of changes|amendment history|amendment record|history|"
        + "anderungshistorie|versionshistorie|revisionshistorie|dokumentenhistorie|dokumenthistorie|anderungsverlauf|anderungsnachweis|anderungsverzeichnis|historie|revisionsverlauf|versionsverlauf|"
        + "historique|historique des revisions|historique des versions|historique des modifications|historique du document|suivi des modifications|suivi des versions|"
        + "historial|historial de cambios|historial de versiones|historial de revisiones|control de cambios|historico de cambios|registro de cambios|historial de modificaciones|"
        + "storico|storico delle revisioni|storico delle modifiche|storico delle versioni|cronologia delle revisioni|cronologia delle modifiche|registro delle modifiche|elenco delle revisioni|storia delle revisioni").Split('|'),
        StringComparer.Ordinal);

    /// <summary>The words of a label under which it is found: folded, parted by one blank.</summary>
    public static string Folded(string label) => string.Join(' ', Tokenizer.Tokenize(label).Select(token => token.Word));

    /// <summary>The label that folded words make.</summary>
    public static ControlLabel? Find(string words) => All.TryGetValue(words, out var label) ? label : null;
}
