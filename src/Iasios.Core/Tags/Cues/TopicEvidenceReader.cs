using Iasios.Core.Text;

namespace Iasios.Core.Tags;

/// <summary>Gathers, for every card, what a document says about its topic.</summary>
internal sealed class TopicEvidenceReader
{
    private const double TitleScore = 6;
    private const double HeadingScore = 3;
    private const double StrongScore = 1;
    private const double SupportScore = 0.4;
    private const double FirstPageFactor = 1.5;
    private const double RepeatScore = 0.25;
    private const double KindScore = 1;
    private const int MostRepeats = 2;
    private const double MostSupport = 4;
    private const double SingleWord = 0.5;

    private readonly IReadOnlyList<RuleCard> cards;
    private readonly Dictionary<DocumentLanguage, CueIndex> indexes;

    public TopicEvidenceReader(IReadOnlyList<RuleCard> cards)
    {
        this.cards = cards;
        indexes = Enum.GetValues<DocumentLanguage>()
            .Where(language => language != DocumentLanguage.Other)
            .ToDictionary(language => language, language => new CueIndex(language, [.. cards.Select(card => card.Cues[language]), .. Contexts.In(language)]));
    }

    /// <summary>The evidence for each topic that has a cue at all, by the cards of the languages given.</summary>
    public DocumentEvidence Read(Layout layout, IReadOnlyList<DocumentLanguage> languages, string fileName, string? kind, CancellationToken cancellationToken)
    {
        var collector = new CueCollector(layout, cards.Count + Contexts.Count);
        foreach (var language in languages)
        {
            collector.Read(indexes[language], cancellationToken);
        }

        var named = languages.SelectMany(language => Named(indexes[language], fileName, cancellationToken)).ToHashSet();
        var topics = Enumerable.Range(0, cards.Count)
            .Where(card => collector.CuesOf(card).Count > 0)
            .Select(card => Weigh(card, collector, layout, named.Contains(card), kind))
            .ToList();
        var elsewhere = Distinct(collector, Context.Elsewhere);
        return new(
            topics,
            Distinct(collector, Context.PublicWriting).Count,
            Distinct(collector, Context.Interventional).Count,
            elsewhere.Count,
            elsewhere.Exists(cue => IsInTitle(cue, layout) || IsInHead(cue, layout)),
            collector.Terms)
        {
            Words = layout.Words,
            Statements = collector.CuesOf(cards.Count + (int)Context.Statement),
            Kind = kind,
        };
    }

    private List<Cue> Distinct(CueCollector collector, Context context) =>
        [.. collector.CuesOf(cards.Count + (int)context).DistinctBy(cue => cue.Phrase)];

    private static IEnumerable<int> Named(CueIndex index, string fileName, CancellationToken cancellationToken)
    {
        var (words, hits) = (new List<Word>(), new List<CueHit>());
        var reader = new WordReader(index.Lexicon);
        reader.Read(DocumentFactsReader.Stem(fileName), words, cancellationToken);
        index.Find(reader, words, hits);
        return hits.Where(hit => hit.Use.Roles.HasFlag(PhraseRoles.Deciding)).Select(hit => hit.Use.Card);
    }

    private TopicEvidence Weigh(int number, CueCollector collector, Layout layout, bool inFileName, string? kind)
    {
        var card = cards[number];
        var cues = collector.CuesOf(number);
        var misleading = collector.MisleadingOf(number);
        var title = cues.Where(cue => cue.Deciding && IsInTitle(cue, layout)).ToList();
        var inHead = cues.Any(cue => cue.Deciding && IsInHead(cue, layout));
        var body = cues.Where(cue => !IsInTitle(cue, layout) && !layout.Lines[cue.Line].IsRunning).ToList();
        var contexts = misleading.DistinctBy(cue => cue.Phrase).Count();
        var section = BestSection(body, layout);
        var score = (title.Count > 0 ? TitleScore : inHead ? HeadingScore : 0)
            + (section is null ? 0 : HeadingScore)
            + body.GroupBy(cue => cue.Phrase).Where(group => group.First().Strong).Sum(StrongWeight)
            + Math.Min(MostSupport, body.Where(cue => !cue.Strong).DistinctBy(cue => cue.Phrase).Count() * SupportScore)
            + (kind is not null && card.Kinds.Contains(kind) ? KindScore : 0)
            - contexts;
        return new(
            card,
            number,
            cues,
            title.Count > 0 || inHead,
            title.TrueForAll(cue => cue.Weak),
            title.Count == 0,
            inFileName,
            contexts,
            misleading.Any(cue => IsInTitle(cue, layout)),
            CueCount.Of(body),
            section,
            score)
        {
            Specific = body.Where(cue => cue.Strong).DistinctBy(cue => cue.Phrase).Sum(cue => (cue.IsSingleWord ? SingleWord : 1) / cue.Sharing),
            StrongPlaces = body.Count(cue => cue.Strong),
        };
    }

    private static double StrongWeight(IGrouping<int, Cue> group) =>
        (group.Min(cue => cue.Page) == 0 ? FirstPageFactor : StrongScore) + (Math.Min(MostRepeats, group.Count() - 1) * RepeatScore);

    private static bool IsInTitle(Cue cue, Layout layout) =>
        cue.Page == 0 && layout.Title?.Holds(cue.Line, cue.Start) == true;

    private static bool IsInHead(Cue cue, Layout layout) =>
        cue.Page == 0 && layout.Head.Others.Any(line => line.Holds(cue.Line, cue.Start));

    private static OwnSection? BestSection(List<Cue> cues, Layout layout)
    {
        var headings = cues.Where(cue => cue.Deciding && layout.Lines[cue.Line].Kind == LineKind.Heading).Select(cue => cue.Line).ToHashSet();
        return layout.Sections
            .Where(section => headings.Contains(section.Heading))
            .Select(section => new OwnSection(section, Inside(cues, section), layout.WordsIn(section)))
            .MaxBy(section => (section.Cues.Strong, section.Cues.All));
    }

    // Cues are in the order of their lines, so a section looks only at its own.
    private static CueCount Inside(List<Cue> cues, Section section)
    {
        var (low, high) = (0, cues.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = cues[middle].Line > section.Heading ? (low, middle) : (middle + 1, high);
        }

        return CueCount.Of(cues.Skip(low).TakeWhile(cue => cue.Line < section.End));
    }
}
