namespace Iasios.Core.Text;

/// <summary>The kinds of documents, and the words in a title that name them.</summary>
internal static partial class DocumentKinds
{
    /// <summary>Kinds that are written for the public or for trade, and prove nothing by themselves.</summary>
    public static readonly IReadOnlySet<string> Public = new HashSet<string>(StringComparer.Ordinal)
    {
        "leaflet", "newsletter", "brochure", "invitation", "menu", "invoice", "advert",
    };

    /// <summary>Those of them that no person needs to look at either.</summary>
    public static readonly IReadOnlySet<string> Promotional = new HashSet<string>(StringComparer.Ordinal)
    {
        "newsletter", "brochure", "invitation", "menu", "advert",
    };

    /// <summary>Kinds that are filled in over time: a blank one proves nothing.</summary>
    public static readonly IReadOnlySet<string> Records = new HashSet<string>(StringComparer.Ordinal)
    {
        "log", "minutes", "roster", "training-record", "report", "audit", "certificate", "contract",
    };

    /// <summary>Kinds whose rows bear dates of their own, so that only a labelled head line speaks for the whole.</summary>
    public static readonly IReadOnlySet<string> WithDatedRows = new HashSet<string>(StringComparer.Ordinal)
    {
        "log", "minutes", "list", "training-record", "audit", "report", "checklist", "invoice",
    };

    private static readonly (string Phrase, string Kind)[] Names =
    [
        ("patient information leaflet", "leaflet"), ("patient information", "leaflet"), ("information for patients", "leaflet"),
        ("patient leaflet", "leaflet"), ("leaflet", "leaflet"), ("patient guide", "leaflet"), ("discharge advice", "leaflet"),
        ("newsletter", "newsletter"), ("hospital news", "newsletter"), ("latest news", "newsletter"), ("news from", "newsletter"), ("press release", "newsletter"), ("news item", "newsletter"), ("hospital magazine", "newsletter"), ("bulletin", "newsletter"),
        ("brochure", "brochure"), ("catalogue", "brochure"), ("flyer", "brochure"), ("invitation", "invitation"), ("save the date", "invitation"),
        ("menu", "menu"), ("invoice", "invoice"), ("purchase order", "invoice"), ("quotation", "invoice"), ("delivery note", "invoice"),
        ("vacancy", "advert"), ("job advertisement", "advert"), ("job advert", "advert"), ("we are hiring", "advert"),
        ("minutes", "minutes"), ("meeting notes", "minutes"), ("meeting record", "minutes"), ("action notes", "minutes"), ("notes of", "minutes"), ("record of discussion", "minutes"), ("record of the meeting", "minutes"), ("agenda", "invitation"),
        ("terms of reference", "terms-of-reference"), ("charter", "terms-of-reference"), ("standing rules", "terms-of-reference"), ("job description", "job-description"), ("position description", "job-description"),
        ("role description", "job-description"), ("person specification", "job-description"),
        ("training record", "training-record"), ("attendance list", "list"), ("attendance record", "list"),
        ("attendance sheet", "list"), ("CPD record", "training-record"), ("CME record", "training-record"), ("CPD log", "training-record"),
        ("training matrix", "training-record"), ("training log", "training-record"), ("competency record", "training-record"),
        ("certificate", "certificate"), ("licence", "certificate"), ("diploma", "certificate"), ("permit", "certificate"),
        ("certificate of attendance", "certificate"), ("declaration of conformity", "certificate"),
        ("service contract", "contract"), ("contract", "contract"), ("agreement to treatment", "form"), ("agreement to the procedure", "form"), ("patient agreement", "form"), ("agreement", "contract"), ("memorandum of understanding", "contract"),
        ("audit", "audit"), ("audit report", "audit"), ("re audit", "audit"), ("checklist", "checklist"), ("check list", "checklist"), ("check sheet", "checklist"),
        ("daily check", "log"), ("weekly check", "log"), ("log", "log"), ("logbook", "log"), ("log book", "log"), ("register", "log"), ("tracker", "log"),
        ("record book", "log"), ("record", "log"), ("registry", "log"), ("maintenance record", "log"), ("sterilisation record", "log"), ("sterilization record", "log"),
        ("roster", "roster"), ("rota", "roster"), ("duty schedule", "roster"), ("on call schedule", "roster"), ("shift plan", "roster"),
        ("policy", "policy"), ("rules", "policy"), ("directive", "policy"), ("standard", "policy"), ("procedure", "procedure"), ("SOP", "procedure"),
        ("standard operating procedure", "procedure"), ("work instruction", "procedure"), ("pathway", "procedure"), ("process", "procedure"),
        ("protocol", "protocol"), ("guideline", "guideline"), ("guidance", "guideline"), ("guide", "guideline"),
        ("programme", "plan"), ("program", "plan"), ("plan", "plan"), ("schedule", "plan"), ("report", "report"), ("summary", "report"),
        ("analysis", "report"), ("review", "report"), ("evaluation", "report"), ("form", "form"), ("proforma", "form"), ("questionnaire", "form"),
        ("record sheet", "form"), ("report template", "form"), ("letter template", "form"), ("summary template", "form"), ("form template", "form"),
        ("checklist template", "form"), ("note template", "form"), ("chart", "form"), ("template", "template"), ("consent to", "form"), ("letter of appointment", "letter"), ("letter", "letter"), ("memo", "letter"), ("manual", "manual"),
        ("handbook", "manual"), ("order set", "order"), ("orders", "order"), ("list", "list"), ("inventory", "list"), ("matrix", "list"),
        ("index", "list"), ("dictionary", "list"), ("description", "list"), ("floor plan", "list"), ("organisation chart", "list"), ("organogram", "list"), ("organigram", "list"), ("workflow", "procedure"),
        ("curriculum vitae", "letter"),
    ];

    private static readonly PhraseIndex Index = new();
    private static readonly Dictionary<int, (string Kind, bool IsFirst)> KindOfPhrase = Names
        .Select(name => (name.Phrase, name.Kind, IsFirst: false))
        .Concat(Listed(German, isFirst: false))
        .Concat(Listed(Romance, isFirst: true))
        .GroupBy(name => Index.Add(name.Phrase)!.Value, name => (name.Kind, name.IsFirst))
        .ToDictionary(group => group.Key, group => group.First());

    private static readonly (string Suffix, string Kind)[] Suffixes =
        [.. Listed(GermanEndings, isFirst: false).Select(name => (name.Phrase, name.Kind)).OrderByDescending(name => name.Phrase.Length)];

    /// <summary>Every kind there is.</summary>
    public static IReadOnlyCollection<string> All { get; } = [.. Names.Select(name => name.Kind).Distinct(StringComparer.Ordinal)];

    // Words that often stand before another noun: "procedure room", "standard dose".
    private static readonly HashSet<string> Modifiers = new(["procedure", "process", "standard", "review", "list", "form", "chart", "plan", "record", "order", "manual"], StringComparer.Ordinal);

    private static readonly HashSet<string> Prepositions = new(
        ["of", "for", "on", "in", "and", "to", "fur", "zu", "zum", "zur", "der", "des", "von", "vom", "uber", "im", "bei", "nach", "de", "du", "d", "pour", "sur", "au", "aux", "del", "para", "por", "sobre", "en", "el", "di", "dei", "delle", "della", "dello", "per", "su", "sul", "sulla", "al", "alla", "tra", "fra", "entre", "zwischen"],
        StringComparer.Ordinal);

    /// <summary>
    /// The kind that a title names; null when it names none. English and German put the kind last ("maintenance log") unless
    /// the rest follows it ("minutes of the tumour board"); French, Spanish and Italian put it first ("modulo consenso").
    /// </summary>
    public static string? Named(string title)
    {
        var tokens = Tokenizer.Tokenize(title);
        var hits = Hits(tokens).Where(hit => EndsNoun(tokens, hit.Last) || !Modifiers.Contains(tokens[hit.Last].Word)).ToList();
        if (hits.Count == 0)
        {
            return null;
        }

        var head = tokens.TakeWhile((token, at) => at == 0 || !(token.AfterBreak || IsPreposition(token))).Count();
        var inHead = hits.FindAll(hit => hit.Last < head || hit.First == 0);
        var first = inHead.Where(hit => hit.IsFirst).OrderBy(hit => hit.First).ThenByDescending(hit => hit.Last).FirstOrDefault();
        return first?.Kind ?? inHead.DefaultIfEmpty(hits[^1]).MaxBy(hit => (hit.Last, -hit.First))!.Kind;
    }

    private static IEnumerable<KindHit> Hits(IReadOnlyList<Token> tokens) => Index.Find(tokens)
        .Select(hit => new KindHit(hit.First, hit.Last, KindOfPhrase[hit.Phrase].Kind, KindOfPhrase[hit.Phrase].IsFirst))
        .Concat(tokens.Select((token, at) => EndingOf(token.Word) is { } kind ? new KindHit(at, at, kind, IsFirst: false) : null).OfType<KindHit>())
        .OrderBy(hit => hit.First);

    // German writes the kind at the end of a compound: "Sedierungsrichtlinie".
    private static string? EndingOf(string word) =>
        Array.Find(Suffixes, ending => word.Length > ending.Suffix.Length && word.EndsWith(ending.Suffix, StringComparison.Ordinal)).Kind;

    private static bool IsPreposition(Token token) => Prepositions.Contains(token.Word);

    private static bool EndsNoun(IReadOnlyList<Token> tokens, int last) =>
        last + 1 == tokens.Count || tokens[last + 1].AfterBreak || IsPreposition(tokens[last + 1]) || tokens[last + 1].Word.Any(char.IsDigit) || tokens[last + 1].Word is "version";

    private static IEnumerable<(string Phrase, string Kind, bool IsFirst)> Listed((string Kind, string Phrases)[] lists, bool isFirst) =>
        lists.SelectMany(list => list.Phrases.Split('|').Select(phrase => (phrase, list.Kind, isFirst)));

    private sealed record KindHit(int First, int Last, string Kind, bool IsFirst);
}
