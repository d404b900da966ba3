using Iasios.Core.Text;

namespace Iasios.Core.Tags;

/// <summary>The words around dates in English, German, French, Spanish and Italian, in folded letters.</summary>
internal static class DateCues
{
    /// <summary>The most words of a cue.</summary>
    public const int MostWords = 5;

    private static readonly (DateCue Cue, string Phrases)[] Lists =
    [
        (DateCue.Neutral,
            "the|date|on|at|in|is|are|be|was|of|it|this|am|zum|zur|im|den|dem|der|das|die|datum|le|la|les|des|date|en|l|el|los|de|del|dell|della|di|il|lo|fecha|fechas|data|giorno|dia|jour|tag|monat|mes|month|year|jahr|around|about|spatestens|au plus tard|al piu tardi|article|artikel|art|articulo|articolo|section|abschnitt|latest|later than|no later than|dd|mm|yyyy|tt|jjjj|jj|aaaa|gg"),
        (DateCue.To,
            "by|to|until|till|through|before|up to|bis|bis zum|bis ende|until the end of|vor|vor dem|jusqu a|jusqu au|jusqu au|jusqu a|jusqu en|jusqu en|au|avant|avant le|avant fin|d ici|d ici|ici au|d ici au|d ici au|hasta|hasta el|al|antes|antes de|antes del|fino al|fino a|fino|sino al|entro|entro il|entro la fine di|al|all|runs to|holds to|runs until|lauft bis"),
        (DateCue.From,
            "from|since|as of|as from|as at|with effect from|starting|ab|ab dem|seit|seit dem|mit wirkung vom|von|vom|du|des le|a partir du|a compter du|a partir de|a compter de|depuis le|desde|desde el|a partir del|dal|dall|dalla|a partire dal|a decorrere dal|a far data dal"),
        (DateCue.Next, "next|nachster termin|prochaine echeance|nachste|nachster|nachstes|nachsten|prochain|prochaine|proximo|proxima|prossimo|prossima|folgende|suivante|siguiente|successivo|successiva"),
        (DateCue.Valid,
            "valid|validity|valid for|period of validity|term|validity period|duration|runs|gultig|gultigkeit|gultigkeitsdauer|giltig|gilt|geltungsdauer|laufzeit|vertragslaufzeit|valable|valide|validite|duree|duree de validite|vaut|valido|valida|validez|validita|periodo di validita|vigente|vigencia|duracion|vigenza|durata|vale"),
        (DateCue.Review,
            "every year|every two years|every three years|every 2 years|every 3 years|biennial|triennial|alle zwei jahre|alle drei jahre|alle 2 jahre|alle 3 jahre|tous les ans|tous les deux ans|tous les trois ans|tous les 2 ans|tous les 3 ans|cada ano|cada dos anos|cada tres anos|ogni anno|ogni due anni|ogni tre anni|ogni 2 anni|ogni 3 anni|biennale|triennale|revisit by|revisited|comes up for review|up for review|for renewal|renew by|renewal|re examined|to be re examined|reexamined|next look|reconsider by|to be reconsidered|re issue due|reissue due|re evaluated|to be re evaluated|recheck|looked over again|back to the committee|comes back to the board|to be checked again|checked again|to be updated|to be renewed by|reconfirmed|to be reconfirmed|reviewing date|review month|review cycle ends|for review|review planned|review is planned|review falls due|falls due for review|next due|neu gefasst|neu bewertet|neu zu bewerten|wird neu bewertet|pruftermin|prufdatum|prufung fallig|wieder durchgesehen|wird durchgesehen|wird uberarbeitet|zu erneuern bis|erneuerung|neuauflage|nachste ausgabe|wieder auf der tagesordnung|uberprufen|nachste kontrolle|wieder zu prufen|review|a rediscuter|revisee|revisable en|relu en|relue en|reevalue|reevaluee|a renouveler|prochain examen|reactualisation|reactualisation prevue|a reprendre|sera reexamine|sera reexaminee|sera relu|sera relue|sera mis a jour|sera mise a jour|sera actualise|nouvelle lecture|nouvel examen|a verifier|date de reexamen|revision au plus tard|actualisation prevue|se revisa|nueva revision|proxima actualizacion|se volvera a revisar|revaluacion|por revisar|renovacion|a renovar|renovar|se renovara|debe actualizarse|proxima evaluacion|proxima lectura|reevaluar|toca revisar|revision antes del|da ridiscutere|nuova verifica|si rivede|verra aggiornato|verra aggiornata|sara aggiornato|sara aggiornata|prossima verifica|prossimo aggiornamento|da rileggere|nuova lettura|nuova edizione|aggiornamento previsto|da rinnovare entro|da confermare|si riesamina|riesame previsto|prossimo controllo|verifica entro|review|reviewed by|review by|review due|due for review|review date|date of review|date for review|re review|rereview|review deadline|reviewing|to be reviewed|to be revised|be revised|be reviewed|be updated|be refreshed|to be refreshed|refreshed|to be renewed|be renewed|be looked at again|looked at again|look again|read again|reread|be read again|reviewed again|refresh|refresh due|refresh date|renewal due|revisit|due for revision|revision due|date for revision|revisit on|re approval|reapproval|reassessment|reassess|reconsidered|annual review|biennial review|scheduled review|planned review|reviewed no later than|review no later than|review before|review again|"
            + "uberprufung|uberprufung fallig|uberprufungsdatum|zu uberprufen|wird uberpruft|wird gepruft|erneut gepruft|wieder gepruft|wiedervorlage|durchsicht|durchsicht fallig|durchzusehen|nachschau|nachprufung|revisionstermin|revision fallig|zu aktualisieren|neu zu prufen|zu prufen|erneute prufung|erneute uberprufung|review fallig|nachste prufung|nachste revision|nachste fassung|revisionsdatum|uberarbeitung|uberarbeitung fallig|zu uberarbeiten|neubewertung|aktualisierung fallig|wieder vorzulegen|zu erneuern|"
            + "reexamen|a reexaminer|relecture|a relire|a revoir|a reviser|a reevaluer|reevaluation|revoir|reviser|revision prevue|revision prevue le|echeance de revision|a actualiser|a mettre a jour|revue|revue prevue|revue en|sera revue|sera revu|sera revise|sera revisee|revisable|date de revision|renouvellement|"
            + "a revisar|revisar|revisarse|se revisara|sera revisado|sera revisada|debe revisarse|revision prevista|revision programada|fecha de revision|reevaluacion|a actualizar|actualizar|se actualizara|pendiente de revision|relectura|volver a revisar|"
            + "riesame|da riesaminare|da rivedere|rivedere|da aggiornare|revisione prevista|scadenza revisione|rilettura|sara rivisto|sara rivista|sara riesaminato|sara riesaminata|verra rivisto|verra rivista|data di revisione|data revisione|rivalutazione|da rivalutare|da verificare|rinnovo|da rinnovare|revisione entro|revisione entro il|riesaminare"),
        (DateCue.Revision,
            "revision|update|edition|aktualisierung|mise a jour|actualisation|actualizacion|aggiornamento|revisione|rev|verification|verifica"),
        (DateCue.End,
            "good until|good till|good to|stands until|current to|current until|runs out|runs out on|runs to|lasts until|in use until|expiring|validity to|gilt langstens bis|langstens bis|verfallsdatum|gultig noch bis|verliert gultigkeit am|auslaufend|lauft aus am|lauft aus|bon jusqu au|caduc le|prend fin le|court jusqu au|expire en|echeant le|termine le|valido sino al|valevole fino al|valevole sino al|cessa il|termina|termine|con scadenza|con validez hasta|termina el|expira en|ends|ends on|and ends on|prend fin le|termina el|termina il|valid until|valid till|valid to|valid through|validity ends|expires|expiry|expiry date|expiration|expiration date|expires on|date of expiry|in force until|end of contract|end of term|contract ends|contract end|agreement ends|licence ends|terminates on|terminates|deadline|end date|not valid after|holds to|lapses|lapses on|"
            + "gultig bis|gultig bis zum|gultigkeit bis|ablaufdatum|ablauf|lauft ab|lauft ab am|gilt bis|gilt bis zum|befristet bis|befristet bis zum|vertragsende|ende der laufzeit|endet am|endet|laufzeitende|verfallt am|einsendeschluss|bewerbungsschluss|angebotsfrist|"
            + "valable jusqu au|valable jusqu au|valable jusqu a|valide jusqu au|valide jusqu au|expire le|expiration|date d expiration|fin de validite|date de fin de validite|prend fin|echeance|date limite|vaut jusqu au|arrive a echeance le|"
            + "valido hasta|valida hasta|vigente hasta|vigencia hasta|caduca|caduca el|caducidad|vence|vence el|vencimiento|fecha de caducidad|fecha de vencimiento|finaliza|finaliza el|fin de vigencia|expira|expira el|valido fino al|valida fino al|validita fino al|scadenza|scade|scade il|data di scadenza|termine di validita|fine validita|in scadenza"),
        (DateCue.Start,
            "applied from|applied since|angewendet seit|angewendet ab|applicata dal|applicato dal|applicata|appliquee des|appliquee a compter du|aplicado desde|aplicada desde|brought into use|put into use|introduced|introduced on|operative since|with effect|to be used from|used since|running since|valid as of|adopted for use from|gilt|ab sofort|in anwendung seit|in anwendung|in gebrauch|in gebrauch seit|angewandt seit|rechtskraftig seit|wirksamkeit|beginn|en application|en application depuis|appliquee depuis|applique depuis|s applique a partir du|s applique|entre en vigueur|entre en vigueur le|en service|mise en place|mis en place|debut|date de debut|vigente|vigente a partir de|en aplicacion|en aplicacion desde|se aplica desde|aplica desde|puesta en marcha|in applicazione|operativo dal|operativa dal|attivo|attiva|a valere dal|avvio|in essere dal|inizio|data di inizio|effective|effective date|effective from|effective as of|date effective|in force|in force from|in force since|in use|in use from|in operation from|valid from|into force|comes into force|comes into effect|takes effect|into effect|applies|applies from|applicable|applicable from|operative|operative from|commencement|commences|start date|starts|live|live since|holds from|"
            + "gultig ab|gultig seit|gultig vom|gultig von|gilt ab|gilt seit|in kraft|in kraft ab|in kraft seit|inkrafttreten|inkraftsetzung|in kraft gesetzt|tritt in kraft|wirksam|wirksam ab|anwendbar ab|anzuwenden ab|geltungsbeginn|gultigkeitsbeginn|vertragsbeginn|beginn der laufzeit|einfuhrung|eingefuhrt|"
            + "entree en vigueur|en vigueur|en vigueur le|en vigueur depuis|en vigueur depuis le|mise en application|mise en oeuvre|date d application|application|applicable au|applicable le|applicable des|applicable des le|applicable a partir du|applicable a compter du|prend effet|prend effet le|prennent effet|prend effet a compter du|valable du|valable des|valable des le|valable a partir du|en usage|en usage au|en usage depuis|mise en service|en service depuis|date d effet|effet au|"
            + "entrada en vigor|entra en vigor|en vigor|en vigor desde|vigente desde|vigencia desde|valido desde|valida desde|fecha de vigencia|fecha efectiva|aplicable desde|aplicable a partir del|en uso desde|surte efecto|surte efectos|efectos desde|inicio|fecha de inicio|inicio de vigencia|implantacion|"
            + "in vigore|in vigore dal|in vigore da|entrata in vigore|entra in vigore|decorrenza|con decorrenza|valido dal|valida dal|in uso|in uso dal|attivo dal|attiva dal|data di validita|efficace dal|applicabile dal|applicazione dal|in applicazione dal|si applica dal|ha effetto dal"),
        (DateCue.Changed,
            "revised|updated|amended|renewed|reviewed|last entry|last reviewed|last review|last review date|last revision|last revision date|last updated|last update|last revised|aktualisiert|revidiert|uberarbeitet|geandert|letzter eintrag|letzte uberprufung|letzte aktualisierung|letzte revision|letzte anderung|letzte prufung|zuletzt gepruft|zuletzt aktualisiert|zuletzt geandert|mis a jour|actualise|actualisee|modifie|modifiee|revise le|derniere saisie|derniere mise a jour|derniere revision|date de derniere revision|actualizado|actualizada|actualizado al|revisado|revisada|modificado|ultimo registro|ultima revision|fecha de ultima revision|fecha de la ultima revision|ultima actualizacion|aggiornato|aggiornata|aggiornato al|aggiornata al|modificato|ultima registrazione|ultima revisione|data ultima revisione|ultimo aggiornamento"),
        (DateCue.Issue,
            "etablies|etablies le|emises|affichees le|presented|presented at|presented to|compiled|compiled on|prepared|prepared on|drawn up|drawn up on|written|written on|posted|posted on|created|created on|put out|latest edition|this edition|edition of|as of|state of|position at|correct at|correct as of|data as of|extract of|angelegt|erfasst|abgefasst|bearbeitungsstand|redaktionsschluss|aufgestellt|zusammengestellt|bearbeitet|ausgefertigt|ausfertigung|arrete au|arretee au|etabli|etabli le|etablie le|a jour au|donnees au|extrait du|redige|redigee|paru|paru le|mise en ligne|texte du|fechado|fechada|actualizado a|confeccionado|preparado|extracto de|a fecha de|datos a|compilato|compilato il|predisposto|stilato|stilato il|a cura di|estratto del|estratto al|dati al|aggiornata a|aggiornato a|diffusa|divulgato|nota del|circolare del|issued|issue|version|version of|issue date|date of issue|date issued|released|release|release date|published|publication|publication date|version date|date of version|set of|state|as at|status as of|circulated|"
            + "ausgabe|ausgabedatum|herausgegeben|ausgegeben|ausgegeben am|veroffentlicht|erstellt|erstellt am|erstellungsdatum|fassung|fassung vom|stand|version vom|versionsdatum|neufassung|auflage|datenstand|erlassen|bekanntgemacht|verteilt am|aushang|"
            + "emis|emis le|emission|publie|publie le|publication|diffuse|diffuse le|diffusion|cree le|redige le|etat|etat au|edition|edition du|version du|version de|note du|date de creation|date d emission|date de diffusion|situation au|"
            + "emitido|emision|fecha de emision|publicado|publicacion|version de|ed icion|ed icion de|elaborado|elaboracion|fecha de elaboracion|difundido|situacion a|estado a|version vigente|"
            + "emesso|emessa|emissione|data di emissione|data emissione|pubblicato|pubblicata|pubblicazione|redatto|redazione|data di redazione|edizione|edizione del|versione del|situazione al|stato al|diffuso|versione"),
        (DateCue.Approved,
            "passed|passed by|confirmed|confirmed by|cleared by|sanctioned|signed off by|resolved|freigezeichnet|verabschiedet am|beschluss vom|bestatigt|gutgeheissen|arretee par|entrine|entrinee|validee|valide|approuve par|acordado|acordada|visto bueno|ratificada|aprobado por|licenziato|deliberata|ratificato|ratificata|approvato da|sottoscritto|sottoscritta|approved|approved by|approval|approval date|ratified|ratified by|endorsed|endorsed by|agreed|adopted|authorised|authorized|accepted|signed off|"
            + "genehmigt|genehmigung|freigabe|freigegeben|freigegeben am|freigabedatum|beschlossen|verabschiedet|genehmigt am|gebilligt|"
            + "approuve|approuvee|approbation|valide le|validee le|validation|adopte|adoptee|signee|signe|signee le|signe le|visa|"
            + "aprobado|aprobada|aprobacion|autorizado|validado|adoptado|firmado|ratificado|approvato|approvata|approvate|approvati|approvazione|adottato|adottata|autorizzato|validato|deliberato|determina|delibera"),
        (DateCue.Dated,
            "given on|done on|completed on|performed on|carried out on|tested on|took place on|sitting of|session of|conference of|seen on|on the|durchgefuhrt am|durchgefuhrt|stattgefunden am|treffen vom|gehalten am|abgehalten am|termin|prufung vom|audit vom|geschehen am|stand der|effectuee le|effectue le|realise le|realisee le|date du|du jour|conference du|staff du|audit du|realizado el|realizada el|efectuado el|auditoria de|auditoria del|comite del|effettuato il|effettuata il|eseguito il|eseguita il|svolto il|conferenza del|audit del|comitato del|del giorno|data della riunione|data della seduta|dated|date|meeting of|meeting on|held on|held|minutes of|report of|signed|signed on|sitzung vom|sitzung am|besprechung vom|konferenz vom|vorgelegt|vorgestellt|vorgelegt in|protokoll vom|niederschrift|bericht vom|datum|gez|ausgestellt|ausgestellt am|unterzeichnet|abgeschlossen|"
            + "seance|seance du|reunion du|reuni|reuni le|tenue le|compte rendu du|date|fait a|fait le|fait|delivre|delivre le|delivree le|rapport du|reunion|"
            + "sesion|sesion del|reunion del|reunion de|celebrada el|celebrada|acta|acta de la|fecha|en madrid a|informe de|expedido|expedido el|dado en|presentado|seduta|seduta del|riunione|riunione del|incontro del|verbale|verbale del|discussa|discusso|chiuso|presentata|presentato|rilasciato|rilasciata|data|addi|tenutasi|svolta"),
        (DateCue.Printed, "printed|printed on|print date|printout|gedruckt|gedruckt am|druckdatum|ausgedruckt|ausdruck|ausdruck vom|imprime|imprime le|imprimee le|date d impression|impression|impreso|impresa|impreso el|fecha de impresion|stampato|stampata|stampato il|data di stampa|stampa"),
        (DateCue.Other,
            "next meeting|next session|next audit|next service|next review meeting|next training|next planned service|next inspection|birth|date of birth|born|dob|comments|comment|comments by|feedback|reply|replies|replies by|answers|register|registration|apply|apply by|questions|training|course|signature|signature date|calibrated|calibration|service|serviced|inspection|maintenance|audit|date of audit|audited|period|reporting period|between|replaces|replaces version|supersedes version|supersedes|remplace la version|remplace l indice|sustituye a la version|sostituisce la versione|ersetzt die version|ersetzt fassung|original date|first issue|first issued|original issue|previous|superseded|withdrawn|replaced|meeting|contract of|agreement of|letter|appointment|last one|certificate|licence|insurance|until further|deliver|delivery|installed|purchased|opened|order|ordered|law|act|regulation|regulation of|directive|iso|"
            + "nachste sitzung|nachstes treffen|nachste besprechung|nachste schulung|nachstes audit|nachste wartung|geboren|geboren am|geb|geburtsdatum|kommentare|kommentar|ruckmeldung|ruckmeldungen|anmeldung|anmeldeschluss|schulung|fortbildung|unterschrift|kalibriert|kalibrierung|wartung|audit|zeitraum|berichtszeitraum|ersetzt|vorversion|ersetzt durch|ersetzt version|einladung|treffen|vertrag|vertrag vom|schreiben|gesetz|verordnung|bewerbung|bewerbungen|fragen|antworten|sitzung|besprechung|begehung|zuletzt|letzte|erstfassung|erstausgabe|antrag vom|"
            + "prochaine seance|prochaine reunion|prochain audit|prochaine formation|ne le|nee le|naissance|date de naissance|commentaires|remarques|reponses|reponses attendues|reponse|inscription|inscriptions|formation|signature|etalonnage|maintenance|periode|remplace|annule et remplace|precedente|version precedente|remplace par|invitation|contrat|lettre|arrete|decret|loi|assurance|autorisation|avis|remise des offres|questions|visite|creee|controle|"
            + "proxima reunion|proxima sesion|proxima auditoria|nacido|nacida|nacimiento|fecha de nacimiento|comentarios|observaciones|respuestas|inscripcion|inscripciones|formacion|curso|firma|calibracion|mantenimiento|periodo|sustituye|sustituye a|reemplaza|anterior|contrato|carta|ley|decreto|seguro|auditoria|solicitudes|"
            + "prossima riunione|prossima seduta|prossimo incontro|prossimo audit|prossima verifica|nato il|nata il|nato|nata|nascita|data di nascita|commenti|osservazioni|risposte|iscrizione|iscrizioni|corso|firma|taratura|manutenzione|periodo|sostituisce|precedente|versione precedente|contratto|lettera|legge|decreto|assicurazione|sopralluogo|collaudo|prova|superata|regolamento"),
    ];

    private static readonly Dictionary<string, DateCue> All = Lists
        .SelectMany(list => list.Phrases.Split('|').Select(phrase => (phrase, list.Cue)))
        .DistinctBy(entry => entry.phrase, StringComparer.Ordinal)
        .ToDictionary(entry => entry.phrase, entry => entry.Cue, StringComparer.Ordinal);

    private static readonly HashSet<string> Weekdays = Words(
        "monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miercoles jueves viernes sabado domingo lunedi martedi mercoledi giovedi venerdi domenica");

    private static readonly HashSet<string> Replacing = Words(
        "ersetzt ersetzen replaces replaced supersedes superseded withdrawn remplace remplacee remplaces sustituye sustituido sustituida reemplaza reemplazado sostituisce sostituito sostituita annule annulee ungultig");

    private static readonly HashSet<string> Subjects = Words(
        "document policy appointment mandate privileges authorisations procedure protocol sop guideline agreement plan checklist form version edition programme contract instruction certificate licence "
        + "dokument ernennung mandat bestellung richtlinie leitlinie anweisung verfahrensanweisung arbeitsanweisung standard vereinbarung vertrag konzept fassung ordnung dienstanweisung zertifikat "
        + "politique autorisations decisions protocole convention contrat charte reglement instruction attestation certificat directive "
        + "documento nombramiento mandato politica procedimiento protocolo convenio contrato acuerdo plan certificado guia version instruccion "
        + "procedura incarico nomina mandato protocollo convenzione contratto accordo regolamento istruzione attestato certificato disposizione");

    /// <summary>The longest cue that ends before a place in a list of words, and how many words it has.</summary>
    public static (DateCue Cue, int Words)? EndingAt(IReadOnlyList<string> words, int end)
    {
        for (var count = Math.Min(MostWords, end); count > 0; count--)
        {
            if (All.TryGetValue(count == 1 ? words[end - 1] : string.Join(' ', words.Skip(end - count).Take(count)), out var cue))
            {
                return (cue, count);
            }
        }

        return null;
    }

    public static bool IsWeekday(string word) => Weekdays.Contains(word);

    /// <summary>"Date", as the label of a letter or a record.</summary>
    public static bool IsDate(string word) => word is "date" or "datum" or "data" or "fecha";

    /// <summary>Whether a word sets another version beside this one, so that the date is the other's.</summary>
    public static bool IsReplacing(string word) => Replacing.Contains(word);

    /// <summary>Whether a word names a document, as in "this policy".</summary>
    public static bool IsSubject(string word) => Subjects.Contains(word);

    /// <summary>The words of a text as the cues are written: an elided article stands apart from its noun.</summary>
    public static List<string> Words(string text, int start, int end) =>
        [.. Tokenizer.Tokenize(text[start..end].Replace('\'', ' ').Replace('’', ' ')).Select(token => token.Word)];

    private static HashSet<string> Words(string list) => new(list.Split(' '), StringComparer.Ordinal);
}
