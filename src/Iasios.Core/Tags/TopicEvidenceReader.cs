using Iasios.Core.Text;

namespace Iasios.Core.Tags;

/// <summary>Gathers, for every card, what a document says about its topic.</summary>
internal sealed class TopicEvidenceReader(IReadOnlyList<RuleCard> cards, CardMatcher matcher)
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

    /// <summary>The evidence for each topic that has a cue at all.</summary>
    public IReadOnlyList<TopicEvidence> Read(Layout layout, string fileName, string? kind)
    {
        var cues = new List<Cue>[cards.Count];
        var misleading = new List<Cue>[cards.Count];
        for (var page = 0; page < layout.Pages.Count; page++)
        {
            var tokens = layout.Tokens[page];
            foreach (var (use, hit) in matcher.Find(tokens))
            {
                var lists = use.Roles.HasFlag(PhraseRoles.Misleading) ? misleading : cues;
                (lists[use.Card] ??= []).Add(ToCue(use, hit, tokens, layout, page));
            }
        }

        var named = matcher.Find(Tokenizer.Tokenize(DocumentFactsReader.Stem(fileName)))
            .Where(found => found.Use.Roles.HasFlag(PhraseRoles.Deciding))
            .Select(found => found.Use.Card)
            .ToHashSet();
        return
        [
            .. Enumerable.Range(0, cards.Count)
                .Where(card => cues[card] is not null)
                .Select(card => Weigh(cards[card], cues[card], misleading[card] ?? [], layout, named.Contains(card), kind)),
        ];
    }

    private static Cue ToCue(PhraseUse use, PhraseHit hit, IReadOnlyList<Token> tokens, Layout layout, int page)
    {
        var strong = use.Roles.HasFlag(PhraseRoles.Strong);
        var start = tokens[hit.First].Start;
        return new(
            hit.Phrase,
            strong,
            (strong || use.Roles.HasFlag(PhraseRoles.Deciding)) && !IsPlace(tokens, hit.First),
            use.SingleWord && !strong,
            page,
            start,
            tokens[hit.Last].End,
            layout.LineAt(page, start));
    }

    // "Emergencies in the angiography suite" is not about the suite.
    private static bool IsPlace(IReadOnlyList<Token> tokens, int first) =>
        first >= 2 && tokens[first - 1].Word is "the" or "our" or "an" or "a" && tokens[first - 2].Word is "in" or "at" or "inside";

    private static TopicEvidence Weigh(RuleCard card, List<Cue> cues, List<Cue> misleading, Layout layout, bool inFileName, string? kind)
    {
        var title = cues.Where(cue => cue.Deciding && IsInTitle(cue, layout)).ToList();
        var inHead = cues.Exists(cue => cue.Deciding && IsInHead(cue, layout));
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
            cues,
            title.Count > 0 || inHead,
            title.TrueForAll(cue => cue.Weak),
            title.Count == 0,
            inFileName,
            contexts,
            misleading.Exists(cue => IsInTitle(cue, layout)),
            CueCount.Of(body),
            section,
            score);
    }

    private static double StrongWeight(IGrouping<int, Cue> group) =>
        (group.Min(cue => cue.Page) == 0 ? FirstPageFactor : StrongScore) + (Math.Min(MostRepeats, group.Count() - 1) * RepeatScore);

    private static bool IsInTitle(Cue cue, Layout layout) =>
        layout.Title?.Holds(cue.Line, cue.Start) == true;

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
