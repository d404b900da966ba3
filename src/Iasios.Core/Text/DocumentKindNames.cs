namespace Iasios.Core.Text;

/// <summary>The names of the kinds in German, French, Spanish and Italian.</summary>
internal static partial class DocumentKinds
{
    private static (string Kind, string Phrases)[] German =>
    [
        ("policy", "Richtlinie|Konzept|Grundsätze|Dienstanweisung|Hausordnung|Betriebsordnung|Regelung|Regeln|Leitbild|Strategie"),
        ("guideline", "Leitlinie|Leitfaden|Empfehlung|Empfehlungen"),
        ("procedure", "Verfahrensanweisung|Arbeitsanweisung|Anweisung|Verfahren|Prozessbeschreibung|Ablauf|Ablaufbeschreibung|Behandlungspfad|Ablaufplan|Prozess"),
        ("protocol", "Behandlungsprotokoll|Sedierungsprotokoll|Untersuchungsprotokoll|Therapieprotokoll|Behandlungsstandard|Behandlungsschema"),
        ("minutes", "Protokoll|Sitzungsprotokoll|Ergebnisprotokoll|Niederschrift|Besprechungsnotiz|Verlaufsprotokoll"),
        ("terms-of-reference", "Geschäftsordnung|Satzung|Konferenzordnung"),
        ("checklist", "Checkliste|Prüfliste|Kontrollliste|Sicherheitscheckliste"),
        ("log", "Register|Logbuch|Gerätebuch|Medizinproduktebuch|Wartungsbuch|Wartungsprotokoll|Prüfprotokoll|Messprotokoll|Reinigungsprotokoll|Temperaturprotokoll|Kontrollbuch|Nachweisbuch|Fehlerbuch|Meldebuch|Implantatbuch"),
        ("list", "Liste|Verzeichnis|Übersicht|Inventar|Aufstellung|Teilnehmerliste|Anwesenheitsliste|Organigramm|Wörterbuch|Raumplan|Grundriss|Strukturdaten|Matrix"),
        ("roster", "Dienstplan|Bereitschaftsplan|Rufdienstplan|Schichtplan|Einsatzplan|Rufbereitschaftsplan"),
        ("plan", "Plan|Programm|Schulungsplan|Fortbildungsplan|Hygieneplan|Notfallplan|Personalplan|Jahresplan|Einarbeitungsplan|Stellenplan"),
        ("training-record", "Schulungsnachweis|Fortbildungsnachweis|Kompetenznachweis|Einarbeitungsnachweis|Einweisungsnachweis|Kompetenzmatrix|Qualifikationsmatrix|Schulungsmatrix|Einweisungsprotokoll"),
        ("certificate", "Zertifikat|Urkunde|Bescheinigung|Zeugnis|Facharzturkunde|Approbation|Genehmigung|Konformitätserklärung|Teilnahmebestätigung|Fachkundebescheinigung|Nachweis"),
        ("contract", "Vertrag|Vereinbarung|Kooperationsvereinbarung|Absprache|Wartungsvertrag|Auftragsverarbeitungsvertrag|Rahmenvertrag"),
        ("audit", "Audit|Auditbericht|Prüfbericht|Stichprobe|Begehungsbericht|Aktenprüfung"),
        ("report", "Bericht|Jahresbericht|Auswertung|Jahresauswertung|Analyse|Statistik|Ergebnisbericht|Managementbewertung|Auswertungsbericht|Ereignisbericht|Befragung"),
        ("form", "Formular|Bogen|Fragebogen|Einwilligung|Einverständnis|Einverständniserklärung|Aufklärungsbogen|Meldebogen|Anmeldebogen|Einwilligungserklärung|Bewertungsbogen"),
        ("template", "Vorlage|Muster|Mustervorlage|Blanko"),
        ("leaflet", "Merkblatt|Patienteninformation|Informationsblatt|Patientenmerkblatt|Ratgeber|Informationen für Patienten|Informationen für Patientinnen|Entlassmerkblatt"),
        ("letter", "Rundschreiben|Mitteilung|Schreiben|Brief|Anschreiben|Rundmail|Aktennotiz|Bestellung zum|Bestellungsschreiben|Bestätigung"),
        ("newsletter", "Mitarbeiterzeitung|Klinikzeitung|Hausmitteilung|Pressemitteilung|Neuigkeiten|Rundbrief"),
        ("brochure", "Broschüre|Flyer|Katalog|Prospekt"), ("invitation", "Einladung|Tagesordnung|Veranstaltungshinweis"), ("menu", "Speiseplan|Speisekarte"),
        ("invoice", "Rechnung|Angebot|Lieferschein|Kostenvoranschlag"), ("advert", "Stellenausschreibung|Stellenanzeige|Stellenangebot|Ausschreibung"),
        ("job-description", "Stellenbeschreibung|Funktionsbeschreibung|Aufgabenbeschreibung|Tätigkeitsbeschreibung"),
        ("manual", "Handbuch|Qualitätshandbuch|Betriebshandbuch"),
    ];

    private static (string Kind, string Phrases)[] GermanEndings =>
    [
        ("policy", "richtlinie|konzept|regelung"), ("guideline", "leitlinie|leitfaden|empfehlung"), ("procedure", "anweisung|verfahren|prozess|pfad|ablauf"),
        ("minutes", "protokoll|niederschrift"), ("protocol", "behandlungsprotokoll|sedierungsprotokoll|therapieprotokoll|ablationsprotokoll|standard|schema"),
        ("log", "wartungsprotokoll|prufprotokoll|messprotokoll|reinigungsprotokoll|kontrollprotokoll|temperaturprotokoll|logbuch|register|geratebuch"),
        ("checklist", "checkliste|prufliste"), ("list", "liste|verzeichnis|ubersicht|inventar"), ("roster", "dienstplan|bereitschaftsplan"), ("plan", "plan|programm"),
        ("training-record", "schulungsnachweis|fortbildungsnachweis|kompetenznachweis"), ("certificate", "zertifikat|urkunde|bescheinigung|zeugnis|bestatigung"),
        ("contract", "vertrag|vereinbarung"), ("audit", "audit|prufbericht|auditbericht"), ("report", "bericht|auswertung|analyse|statistik"),
        ("form", "formular|bogen|einwilligung|einverstandnis"), ("template", "vorlage"), ("leaflet", "merkblatt|patienteninformation"), ("letter", "schreiben|mitteilung"),
        ("job-description", "stellenbeschreibung|funktionsbeschreibung"), ("manual", "handbuch"), ("advert", "ausschreibung"), ("terms-of-reference", "geschaftsordnung"),
    ];

    private static (string Kind, string Phrases)[] Romance =>
    [
        ("policy", "politique|charte de|règlement|directive commune|política|directriz|normas de|reglamento|politica|regolamento|regole per|disposizione|norme di"),
        ("guideline", "référentiel|recommandations|guía|recomendaciones|linea guida|linee guida|linea di indirizzo|raccomandazioni|thésaurus"),
        ("procedure", "procédure|mode opératoire|consigne|logigramme|instruction de travail|parcours de|chemin clinique|procedimiento|instrucción|instrucción de trabajo|vía clínica|circuito|procedura|istruzione|istruzione operativa|istruzioni|percorso|PDTA|flusso"),
        ("protocol", "protocole|protocolo|protocollo clinico|protocollo di|protocollo per|protocollo"),
        ("minutes", "compte rendu|procès-verbal|relevé de décisions|revue de mortalité|comité de retour|acta|acta de reunión|verbale|resoconto della riunione|resoconto della seduta"),
        ("terms-of-reference", "règlement intérieur|reglamento interno|reglamento de funcionamiento|regolamento interno"),
        ("checklist", "check-list|liste de vérification|liste de contrôle|lista de verificación|listado de verificación|lista de comprobación|lista di controllo|lista di sicurezza|lista di verifica|carte en trois temps"),
        ("log", "registre|carnet de bord|journal de bord|cahier de|libro de registro|registro|libro de|registro di|libretto"),
        ("list", "liste|inventaire|annuaire|feuille d'émargement|liste d'émargement|feuille de présence|organigramme|tableau des|parc d'|lista|listado|inventario|hoja de asistencia|lista de asistentes|organigrama|elenco|foglio presenze|organigramma|planimetria"),
        ("roster", "planning|tableau d'astreinte|tableau de service|tableau de garde|cuadrante|turnos|planilla de turnos|lista de guardias|turni|piano turni|turnistica|turno di reperibilità|prospetto turni"),
        ("plan", "plan de|programme de|plan d'|plan de formación|programa|piano|programma"),
        ("training-record", "suivi des formations|suivi des habilitations|plan de formation et suivi|registro de formación|matriz de competencias|registro formazione|scheda formazione|matrice delle competenze|griglia delle competenze|griglia competenze"),
        ("certificate", "certificat|attestation|diplôme|autorisation|agrément|licence de|certificado|título|licencia|acreditación|autorización|certificato|attestato|licenza|autorizzazione|abilitazione|nulla osta|déclaration de conformité|declaración de conformidad|dichiarazione di conformità"),
        ("contract", "contrat|convention|avenant|accord de|contrato|convenio|acuerdo|contratto|convenzione|accordo|capitolato|atto di nomina"),
        ("audit", "audit|évaluation des pratiques|auditoría|audit clinico|audit interno"),
        ("report", "rapport|bilan|enquête|analyse|synthèse|informe|memoria|análisis|evaluación|encuesta de|relazione|rapporto|resoconto|analisi|indagine|riesame"),
        ("form", "formulaire|fiche|questionnaire|consentement|formulario|cuestionario|hoja de|consentimiento informado|consentimiento|ficha|modulo|scheda|questionario|consenso informato|consenso|bon de"),
        ("template", "modèle|trame|gabarit|matrice vierge|plantilla|modelo de|fac simile|modello vuoto"),
        ("leaflet", "livret|notice|dépliant|feuille d'information|information aux patients|information patient|folleto|hoja informativa|información para pacientes|opuscolo|foglio informativo|informazioni per|guida per il paziente"),
        ("letter", "lettre|courrier|note de service|note d'information|carta|circular informativa|nota informativa|lettera|circolare|comunicazione|nota operativa|avviso al personale|avviso"),
        ("newsletter", "journal interne|flash|boletín|noticias|notiziario|notizie|rivista"),
        ("brochure", "plaquette|catálogo|catalogo|brochure"), ("invitation", "invitación|convocatoria|convocation|ordre du jour|orden del día|invito|ordine del giorno|programma preliminare"), ("menu", "menú|menù"),
        ("invoice", "facture|devis|bon de commande|factura|presupuesto|pedido|fattura|preventivo"), ("advert", "offre d'emploi|avis de recrutement|appel d'offres|avis d'appel|oferta de empleo|bando|avviso pubblico|bando di gara"),
        ("job-description", "fiche de poste|fiche de fonction|cahier des fonctions|profil de poste|descripción de puesto|descripción del puesto|perfil de puesto|mansionario|descrizione del ruolo|job description"),
        ("manual", "manuel|manuel qualité|manual de|manuale"),
    ];
}
