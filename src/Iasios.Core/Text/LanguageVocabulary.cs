namespace Iasios.Core.Text;

/// <summary>
/// What gives a language away in folded letters: its small words, words of forms and tables, and endings. The languages that
/// are not told apart for the reader stand here too, so that a Dutch text is not taken for German.
/// </summary>
internal static class LanguageVocabulary
{
    /// <summary>The languages by number; those from <see cref="FirstForeign"/> on are all reported as another language.</summary>
    public static readonly (string Words, string Endings)[] Languages =
    [
        // English
        ("the of and to is for are be with by this that from must not or as at it was were will has have which each any all before after when if may who their than been a in on no s you your we our they can should shall an its these those do does there under per into about between only other more also but "
         + "yes date name page number checked review reviewed approved owner signature daily weekly monthly staff nurse doctor room equipment check list training hospital department patient patients procedure time signed effective next document version report clean full present done responsible year used use "
         + "safety policy record results record records item status comment comments action due open closed available day days hours week month needle gloves drug dose ward attended topic meeting",
         "ing ings ness ght ould ful ship ward ed ked ted ned red sed ved less ough ity tion tions sion able ible ance ence ly ally ment ments al ure ory ary ency ancy ogy apy ery er ers th ent ents"),

        // German
        ("der die das und ist mit dem den des von zu fur auf nicht wird werden ein eine einer eines einem einen bei nach oder durch sind sowie im zur zum vor in an aus als auch nur wenn muss mussen kann konnen soll sollen alle jede jeder jedes bis uber unter es sie er wir ihre ihr dass ob um am vom beim diese dieser dieses hat haben wurde wurden mindestens gilt "
         + "ja nein datum seite nummer gepruft prufung freigegeben freigabe unterschrift taglich wochentlich monatlich jahrlich pflege arzt arzte raum gerat gerate liste schulung klinik abteilung patient patienten verantwortlich verantwortliche gultig nachste bericht geltungsbereich erstellt bemerkung uhrzeit sauber vollstandig vorhanden erledigt jahr tag woche monat ergebnis massnahme massnahmen frist menge prufer",
         "ung ungen keit heit lich liche lichen schaft isch ische ischen tigt iert ieren gerat buch plan stelle mittel blatt zeit arzt"),

        // French
        ("le la les des du de et est pour par dans une un sur avec aux au ou sont qui que ne pas ce cette ces se sa son ses il elle en l d qu n c j doit doivent peut etre a avant apres chaque tout tous toute toutes sans entre plus leur leurs nous vous lors selon afin ainsi si dont chez fait ont "
         + "oui non date nom numero verifie verification approuve signature jour jours quotidien hebdomadaire mensuel personnel infirmier infirmiere medecin medecins salle appareil liste formation hopital service patient patients responsable valable prochaine prochain revision rapport redige heure annee mois semaine resultat realise conforme remarque suivi delai quantite controle objet annexe equipe dossier soins fiche",
         "ement ements tion tions eur eurs eux euse ique iques aire aires tif tive oir elle elles age aux ier iere ance ee ees"),

        // Spanish
        ("el la los las de del y que en un una por para con se al es como su sus este esta estos estas no lo mas o si debe deben puede pueden ser antes despues cada todo todos toda todas sin entre sobre cuando hasta desde ha han son fue tras segun donde esto e ante durante le les nos tambien ya muy "
         + "fecha nombre pagina numero comprobado revisado revision aprobado firma diario diaria semanal mensual personal enfermera enfermeria medico medicos sala equipo equipos lista formacion hospital servicio paciente pacientes responsable vigencia vigente proxima proximo informe elaborado hora ano mes semana dia resultado realizado observaciones plazo cantidad seguimiento registro unidad",
         "cion ciones dad dades miento mientos ado ada ados adas ido ida encia ario aria ero era eza cia logia ndo ible able os as"),

        // Italian
        ("il lo la gli le i di del della delle dei degli dello dell e che per con nel nella nelle nei nell un una uno alla al allo all ai alle dal dalla dall da in sono si non ha come anche piu o ogni tutti tutto tutte deve devono puo essere prima dopo senza tra fra su sul sulla sull se viene vengono questo questa questi ed ad cui dove quando entro l d secondo presso "
         + "data nome pagina numero verificato verifica approvato firma giornaliero giornaliera settimanale mensile personale infermiere infermieri medico medici sala apparecchio elenco formazione ospedale reparto paziente pazienti responsabile valido validita prossima revisione relazione redatto ora anno mese settimana giorno risultato eseguito scadenza quantita controllo lista scheda registro nota",
         "zione zioni mento menti ita aggio ato ata ati ate ito ita ezza enza anza ario aria tore tori logia ante ente one oni ale ali ivo iva ssi tto gli cchi zza"),

        // Dutch, Afrikaans
        ("de het een en van in is dat op te zijn met voor niet aan er om ook als dan maar bij uit door naar wordt worden moet moeten kan kunnen heeft hebben deze dit die of over tot elke alle na onder geen nog wel tijdens volgens ons onze hun zij wij ik je datum naam ja nee arts verpleegkundige ziekenhuis afdeling dagelijks wekelijks handtekening gecontroleerd goedgekeurd versie volgende dag lijst aantal "
         + "patient pagina nummer blad week jaar maand uur kamer apparaat die nie vir word",
         "heid heden lijk lijke ijk ingen eerd eren schap tie ties en"),

        // Portuguese, Galician
        ("o a os as de da do das dos e que em um uma para por com nao no na nos nas ao aos se como mais ou ser foi sua seu seus suas pelo pela pelos pelas este esta isto deve devem pode podem antes apos cada todos todas sem entre sobre quando ate sao tem ja dum numa unha ou un non "
         + "data nome pagina numero sim enfermeiro enfermeira medico sala equipamento lista formacao hospital servico doente doentes paciente pacientes responsavel aprovado assinatura proxima revisao versao diario semanal mensal dia mes ano semana registo",
         "cao coes dade dades mento mentos agem eiro eira avel ivel ncia ado ada ados adas oes al ais"),

        // Polish
        ("i w na z do nie sie jest to ze oraz dla przez po od za o lub przed jak ale co tym ten ta te tego jego jej ich byc moze musi nalezy jako przy pod nad we ze czy juz tylko kazdy kazda wszystkie tak strona data imie podpis lekarz pielegniarka pacjent pacjenta szpital oddzial codziennie wersja",
         "ego emu ych ych owej owa owy nie ania enia osc osci ami ach iej cja cji"),

        // Romanian
        ("si in de la pe cu din nu un o este sunt care pentru sau ca mai se al ale ai a lui prin dupa fara fi va fost sa ce intre catre trebuie poate inainte fiecare toate toti data semnatura medic pacient pacientului spital sectie zilnic versiune pagina da asistent lunar",
         "ului elor ilor tie tii tiei ului area are ata ate iei ea ii"),

        // Catalan, Occitan
        ("el la els les de del dels i que en un una per amb es al als com no mes o si ha han son sense entre sobre quan fins cada tots totes abans despres pot ser aquest aquesta aquests s l d seva seu data nom signatura metge pacient infermera dia setmana revisio",
         "cio cions tat tats ment ments iu nt ada"),

        // Latin
        ("et in est ad non cum ut ex qui quod sed sit per ab esse sunt aut nec quae hoc atque enim etiam de si a pro quam tamen lorem ipsum dolor amet consectetur adipiscing elit eiusmod tempor incididunt labore dolore magna aliqua veniam quis nostrud ullamco laboris nisi aliquip commodo consequat duis aute irure reprehenderit voluptate velit cillum eu fugiat nulla pariatur excepteur sint occaecat cupidatat proident culpa officia deserunt mollit anim id laborum vitae vel mauris",
         "us um orum arum ibus tur is ae unt are ent os"),

        // Swedish, Danish, Norwegian
        ("och som for det att med av ar till den i en ett er at og til af ikke inte pa har de om kan skal ska eller fra under efter etter ved vid mot sig seg var vara vaere blir blev vi innan hver hvert varje alle alla dag uke uge vecka dato datum ja nej nei navn namn lege lakare sygeplejerske sykepleier patient patienten pasient underskrift side sida",
         "ning ningar ningen else elser het hed ende ande erna erne lig ligt sjuk syk"),

        // Finnish, Estonian
        ("ja on ei se etta tai kun jos kuin mutta myos joka ovat oli olla voi pitaa ennen jalkeen jokainen kaikki ole vain sen han nama tama paivamaara nimi laakari hoitaja potilas potilaan sairaala allekirjoitus sivu kylla vastuuhenkilo ning voi peab patsient kuupaev",
         "nen sta lla ssa sti inen iden ksi aan een oon ttaa minen mise"),

        // Hungarian
        ("a az es hogy nem is egy van vagy ha meg kell csak mint be ki el fel de volt lehet minden elott utan datum nev alairas orvos apolo beteg korhaz osztaly igen oldal szerint nap het",
         "nak nek ban ben bol rol tol kent asa ese hoz hez sag seg"),

        // Czech, Slovak, Croatian
        ("a je na v se z do s o k pro ktere ktery nebo ve ze po by byt jsou si za od pri pred jako musi muze vsechny kazdy sa i u za je da su ili kao koji koja od iz sto nije datum jmeno meno ime podpis potpis lekar lijecnik sestra pacient nemocnice bolnica ano ne strana denne dny",
         "eni ani ost osti ych nich ovani ovat ove ova ani nje nja"),

        // Turkish
        ("ve bir bu ile icin da de olarak olan veya gibi daha en cok her sonra once kadar ne ise degil var yok tarih imza hasta hastane hemsire doktor sayfa gun hafta evet hayir edilir olmalidir",
         "lar ler lari leri nin nun dir tir mak mek masi mesi sinda inda"),
    ];

    /// <summary>The number of the first language without a value of its own.</summary>
    public const int FirstForeign = (int)DocumentLanguage.Other;

    /// <summary>Letters beside a to z, each with the numbers of the languages that write it, as bits.</summary>
    public static readonly (string Letters, int[] Languages)[] Letters =
    [
        ("ß", [1]), ("ä", [1, 11, 12, 14]), ("ö", [1, 11, 12, 13, 15, 5]), ("ü", [1, 12, 13, 15, 3, 9]), ("ñ", [3, 6]), ("ç", [2, 6, 9, 15]), ("ãõ", [6]), ("à", [2, 4, 6, 9]),
        ("è", [2, 4, 9]), ("é", [2, 3, 6, 9, 13, 14, 4, 5]), ("ê", [2, 6]), ("ô", [2, 6, 14]), ("î", [2, 8]), ("â", [2, 8, 6]), ("ûœ", [2]), ("ù", [2, 4]), ("ò", [4, 9]), ("ì", [4]),
        ("ë", [2, 5]), ("ï", [2, 5, 9]), ("í", [3, 6, 9, 13, 14]), ("ó", [3, 6, 7, 9, 13]), ("á", [3, 6, 13, 14]), ("ú", [3, 6, 9, 13, 14]), ("åøæ", [11]), ("łąęśźńż", [7]), ("ć", [7, 14]),
        ("őű", [13]), ("ășțţ", [8]), ("ş", [8, 15]), ("ěščřžůýťď", [14]), ("ğıİ", [15]), ("đ", [14]),
    ];
}
