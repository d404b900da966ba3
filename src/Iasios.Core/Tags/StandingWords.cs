using System.Text.RegularExpressions;

namespace Iasios.Core.Tags;

/// <summary>How documents in five languages say that they are drafts, withdrawn or blank. All but the last two patterns read <see cref="FoldedLine"/>s.</summary>
internal static partial class StandingWords
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;
    private const int Timeout = 1000;

    private const string Status = @"(document )?(status|state|version|revision|version status|fassung|dokumentstatus|statut|etat|estado|version|stato|versione)";
    private const string DraftNoun = "(draft|entwurf|entwurfsfassung|arbeitsfassung|arbeitsentwurf|arbeitsstand|vorabversion|vorabfassung|brouillon|projet|borrador|bozza)";
    private const string DraftAdjective = "((working|first|final|consultation|vorlaufiger|erster|document|documento|version|dokument|en|in|stato di|version de|versione in) )?";
    private const string Number = @"(v|version |fassung |n )?\d+( \| \d+)*";

    private const string DraftPhrases =
        "not yet approved|not approved (for use|yet)|not for (clinical )?use|(pending|awaiting) (final )?approval|for (comment|consultation) (until|by|only)|work in progress|not yet in force|not (yet )?(signed off|released|adopted)|unapproved|subject to approval|to be approved|awaiting sign off|(consultation|discussion) (version|draft|paper)|for discussion only|"
        + "noch nicht (freigegeben|genehmigt|in kraft|gultig|verabschiedet)|nicht freigegeben|freigabe (ausstehend|steht aus)|zur (kommentierung|abstimmung|stellungnahme)|nicht anwenden|vorlaufige fassung|rohfassung|diskussionsgrundlage|diskussionsentwurf|zur (diskussion|freigabe|prufung) vorgelegt|noch nicht (in kraft gesetzt|beschlossen|anwenden)|unter vorbehalt der freigabe|"
        + "ne pas (appliquer|diffuser)|soumise? a relecture|(en attente de|a soumettre a|en cours de) (validation|approbation|relecture)|a valider (en|par)|(non|pas) encore (valide|validee|approuve|approuvee|applicable)|version (provisoire|de travail)|document de travail|pour (avis|relecture|discussion)|en cours de redaction|non encore|pas encore (en vigueur|signe|valide)|"
        + "pendiente de (aprobacion|validacion|firma|revision por)|(sin|no|aun no) (aprobar|aprobado|aprobada|validado|validada)|version (preliminar|provisional)|documento de trabajo|no aplicar|en (consulta|elaboracion|borrador)|version de trabajo|para (comentarios|discusion)|propuesta de|no difundir|"
        + "in attesa di (approvazione|validazione)|(non|non ancora) (approvato|approvata|validato|in vigore|in uso)|da (approvare|condividere|validare)|in (consultazione|approvazione)|versione provvisoria|documento di lavoro|non applicare|in (lavorazione|bozza)|per (commenti|osservazioni|discussione)|da (discutere|far vedere|sottoporre)|non ancora (adottat[oa]|firmat[oa]|validat[oa])|versione di lavoro";

    private const string Withdrawn =
        "(superseded|withdrawn|obsolete|retired|archived|cancelled|out of force|no longer (valid|in force|in use)|ungultig|veraltet|aufgehoben|zuruckgezogen|abgelost|ausser kraft( gesetzt)?|archiviert|(nicht mehr|nicht langer) (gultig|in kraft|anzuwenden)|"
        + "perimee?|obsolete|caduque?|abrogee?|retiree?|archivee?|annulee?|hors vigueur|(n est )?plus (en vigueur|valable|applicable|valide)|obsolet[oa]|derogad[oa]|anulad[oa]|retirad[oa]|sustituid[oa]|reemplazad[oa]|sin vigencia|no vigente|(ya no|no) (esta )?(en vigor|vigente)|fuera de vigor|"
        + "superat[oa]|sostituit[oa]|annullat[oa]|revocat[oa]|abrogat[oa]|ritirat[oa]|fuori (vigore|uso)|non piu (valid[oa]|in vigore|in uso|applicabile))";

    private const string ReplacedBy =
        "((has been |was |is )?(replaced|superseded) by|(wurde )?(ersetzt|abgelost) durch|(a ete |est )?remplacee? par|(ha sido |fue )?(sustituid|reemplazad)[oa] por|(e stat[oa] |e )?sostituit[oa] (da|dal|dalla|dai|dall))";

    private const string NoLonger =
        "do not use|not to be used any ?more|kept for reference|for reference only|archive copy|archived copy|historical (copy|version)|old version|nicht mehr (verwenden|benutzen|anwenden|anzuwenden)|nur (noch )?zur (ablage|dokumentation|archivierung)|archivexemplar|alte fassung|gilt nicht mehr|"
        + "ne plus (utiliser|appliquer)|a ne plus utiliser|exemplaire d archive|conserve pour (memoire|archive)|document historique|version perimee|no (usar|utilizar)|copia de archivo|solo para archivo|ya no se aplica|non (usare|utilizzare)|non piu da usare|copia d archivio|solo per archivio|conservat[oa] per memoria";

    /// <summary>Words that say at the very top or bottom that the document is kept, not used.</summary>
    [GeneratedRegex(@"\b(" + NoLonger + @")\b", Options, Timeout)]
    public static partial Regex NoLongerUsed();

    /// <summary>A version below one.</summary>
    [GeneratedRegex(@"\b(version|fassung|versione|arbeitsfassung|ver|v) ?(\| )*v?0 \| [1-9]\d?\b|\bv0 \| [1-9]", Options, Timeout)]
    public static partial Regex VersionZero();

    /// <summary>A label whose value stands on the next line.</summary>
    [GeneratedRegex("^" + Status + @"( \|)?$", Options, Timeout)]
    public static partial Regex StatusAlone();

    [GeneratedRegex(@"(^|\| |\b)" + Status + @" (\| )*(" + Number + @" (\| )*)?" + DraftAdjective + DraftNoun + @"\b", Options, Timeout)]
    public static partial Regex DraftStatus();

    [GeneratedRegex(@"^(\| )*" + DraftAdjective + "((draft|entwurf|entwurfsfassung|arbeitsfassung|vorabversion|brouillon|borrador|bozza)( \\||$| v?\\d| (version|document|copy|only|for|not|do|v|zur|fur|noch|nicht|vom|pour|du|non|para|de|no|da|per|del|non)\\b)|projet( \\||$| v?\\d| (soumis|non|a valider|de (document|procedure|protocole|note|texte))))", Options, Timeout)]
    public static partial Regex DraftMark();

    [GeneratedRegex(@"\| " + DraftNoun + "( v?\\d+( \\| \\d+)*)?( \\|)*$|\\b(" + DraftPhrases + @")\b", Options, Timeout)]
    public static partial Regex DraftPhrase();

    [GeneratedRegex(@"\b(draft|entwurf|arbeitsfassung|brouillon|borrador|bozza)\b", Options, Timeout)]
    public static partial Regex DraftName();

    [GeneratedRegex(@"\b(superseded|withdrawn|obsolete|ungultig|veraltet|aufgehoben|perimee?|annulee?|obsolet[oa]|derogad[oa]|superat[oa]|abrogat[oa])\b(?! (documents?|versions?))", Options, Timeout)]
    public static partial Regex WithdrawnName();

    [GeneratedRegex(@"(^|\| |\b)(document )?(status|dokumentstatus|statut|estado|stato|state|etat) (\| )*" + Withdrawn + @"\b"
        + @"|\b(this|diese[rs]?|cet?|cette|l[ea] presente?|este|esta|el presente|la presente|questo|questa|il presente) (document|policy|procedure|protocol|version|sop|guideline|form|agreement|checklist|edition|dokument|anweisung|verfahrensanweisung|arbeitsanweisung|richtlinie|fassung|leitlinie|ausgabe|protocole|politique|consigne|note|instruction|documento|politica|procedimiento|protocolo|guia|procedura|protocollo|istruzione|versione|edizione|modulo)( \S+)? (has been|was|is|ist|wurde|est|a ete|n est|ha sido|fue|queda|esta|e|e stat[oa])( \S+){0,10} (superseded|withdrawn|replaced|obsolete|no longer|ersetzt|aufgehoben|ungultig|zuruckgezogen|nicht mehr gultig|remplacee?|annulee?|abrogee?|plus en vigueur|sustituid[oa]|derogad[oa]|anulad[oa]|sostituit[oa]|superat[oa]|revocat[oa]|abrogat[oa])\b", Options, Timeout)]
    public static partial Regex WithdrawnStatus();

    // A dash or nothing follows, or by what and since when; "annule et remplace la version 2" stands on the document in force.
    [GeneratedRegex(@"^(\| )*((document|documento|dokument|version|versione|fassung|copia|copie|kopie|copy|edition) (\| )?)?" + Withdrawn + @"( (\| )?(by|on|since|as of|from|do not|copy|version \d|not|see|archive|replaced|durch|seit|am|ab|par|depuis|le|et remplacee? par|por|desde|el|desde el|da|dal|dalla|dall|il|e sostituit[oa]|y sustituid[oa]|\d)\b.*| \|(?! (la |le |l )?(version|indice|edition|procedure|note|protocole)\b).*)?$|\| " + Withdrawn + @"( \|)*$|^(\| )*" + ReplacedBy + @"\b", Options, Timeout)]
    public static partial Regex WithdrawnMark();

    [GeneratedRegex(@"\b(template|blank|specimen|sample|muster|mustervorlage|vorlage|vordruck|blanko|leerformular|modele|vierge|trame|gabarit|plantilla|en blanco|modelo|fac simile|facsimile|in bianco|da compilare|da personalizzare|modello vuoto|a completer|auszufullen|vuot[oa])\b", Options, Timeout)]
    public static partial Regex TemplateName();

    [GeneratedRegex(@"[\[<{«]\s*(insert|enter|name of|your|hospital|department|date|add|type|complete|please|name|einf[uü]gen|eintragen|bitte|klinik|krankenhaus|abteilung|datum|haus|nom\b|ins[eé]rer|[eé]tablissement|compl[eé]ter|service|ann[eé]e|insertar|nombre|centro|hospital|fecha|indicar|completar|rellenar|inserire|intestazione|nome|struttura|ospedale|data|indicare|compilare|titolo|titre|titel|title|jj/mm|dd/mm|tt\.mm|gg/mm)[^\]>}»\n]{0,60}[\]>}»]|\bxx[/.-]xx[/.-](xx)?(20)?xx\b|\blorem ipsum\b", Options | RegexOptions.IgnoreCase, Timeout)]
    public static partial Regex Placeholder();

    /// <summary>The head of a form that is filled in with each patient.</summary>
    [GeneratedRegex(@"\b(consent|patient label|patient|einwilligung|einverstandnis|aufklarung|patientenetikette|patientin|consentement|etiquette|consentimiento|paciente|etiqueta|consenso|paziente|etichetta|checklist|checkliste|check list)\b", Options, Timeout)]
    public static partial Regex OfPatients();

    [GeneratedRegex(@"_{2,}|\.{6,}|…{3,}", Options, Timeout)]
    public static partial Regex BlankField();
}
