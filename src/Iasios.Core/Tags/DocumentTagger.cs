using Iasios.Core.Standards;
using Iasios.Core.Text;

namespace Iasios.Core.Tags;

/// <summary>
/// Says which sub-requirements a document is evidence for, from rule cards alone: the same text, path, catalogue and
/// cards give the same tags. Safe for use by several threads.
/// </summary>
public sealed class DocumentTagger
{
    private const string RulesVersion = "4";
    private const double LeastAccepted = 0.6;
    private const double HintConfidence = 0.1;
    private const double HalfwayScore = 8;

    private readonly Catalogue catalogue;
    private readonly TopicEvidenceReader evidenceReader;
    private readonly CardMatcher matcher;
    private readonly Dictionary<string, int> cardNumbers;

    /// <summary>Changes whenever the same text may be given other tags: with the rules in code, and with the cards that come with the program.</summary>
    public static string Version => $"{RulesVersion}-{RuleCards.Embedded.Version}";

    /// <summary>Makes a tagger.</summary>
    /// <param name="catalogue">Maps topics to codes.</param>
    /// <param name="cards">How each topic is recognised.</param>
    /// <exception cref="InvalidCatalogueException">The catalogue names a topic that has no card.</exception>
    public DocumentTagger(Catalogue catalogue, RuleCards cards)
    {
        cardNumbers = cards.Cards.Select((card, number) => (card.Topic, number)).ToDictionary(card => card.Topic, card => card.number, StringComparer.Ordinal);
        List<string> problems =
        [
            .. from requirement in catalogue.Requirements
               from topic in requirement.Topics
               where !cardNumbers.ContainsKey(topic)
               select $"{CatalogueFile.WorkingName}: {requirement.Code}, topics: there is no card '{topic}'.",
        ];
        if (problems.Count > 0)
        {
            throw new InvalidCatalogueException(problems);
        }

        this.catalogue = catalogue;
        matcher = new(cards.Cards);
        evidenceReader = new(cards.Cards, matcher);
    }

    /// <summary>Tags one document. Any text is allowed; the work grows with its length only.</summary>
    /// <param name="pages">The pages' text, in order.</param>
    /// <param name="pathInFacility">The folders and the file's name below the facility's own folder, parted by "/".</param>
    public TaggedDocument Tag(IReadOnlyList<PageText> pages, string pathInFacility)
    {
        var hints = PathHints.Read(pathInFacility, catalogue);
        var fileName = pathInFacility[(pathInFacility.LastIndexOf('/') + 1)..];
        var layout = LayoutReader.Read(pages);
        var facts = DocumentFactsReader.Read(layout, fileName);
        if (!EnglishText.Is(pages, layout.Tokens))
        {
            return new(facts, [.. hints.Select(HintAlone)], "The text does not seem to be English, and there are no rule cards for its language: a person must read it.");
        }

        if (facts.Standing == Standing.Released && ClaimOnlyText.Is(layout))
        {
            facts = facts with { Standing = Standing.ClaimOnly };
        }

        var rules = new TagRules(evidenceReader.Read(layout, fileName, facts.Kind), facts.Kind, PublicWriting.Is(layout.Tokens), layout.Words);
        var found = new TagChooser(catalogue, rules, facts.Standing, hints).Choose();
        var quotes = new Quotes(layout);
        return new(facts, [.. found.Select(choice => ToTag(choice, quotes))], Remark: null);
    }

    private Tag ToTag(TagChoice choice, Quotes quotes)
    {
        if (choice.Evidence is not { } evidence)
        {
            return HintAlone(choice.Hint!);
        }

        var card = cardNumbers[evidence.Card.Topic];
        var cues = evidence.Cues
            .OrderByDescending(cue => cue.Strong)
            .Select(cue => matcher.Written(cue.Phrase, card))
            .Distinct(StringComparer.Ordinal)
            .Concat(choice.Hint is { } hint ? [HintCue(hint)] : []);
        return new(evidence.Card.Topic, choice.Code, choice.Band, Confidence(choice.Band, evidence.Score), quotes.Best(evidence), [.. cues], choice.Reason);
    }

    private Tag HintAlone(PathHint hint) => new(
        catalogue.Find(hint.Code)!.Topics is [var first, ..] ? first : "",
        hint.Code,
        TagBand.Review,
        HintConfidence,
        Quote: null,
        [HintCue(hint)],
        TagChooser.HintOnly);

    private static string HintCue(PathHint hint) => $"path: {hint.Words}";

    // Accepted lies above review, and more evidence lies above less.
    private static double Confidence(TagBand band, double score)
    {
        var share = 1 - Math.Exp(-Math.Max(0, score) / HalfwayScore);
        return Math.Round(band == TagBand.Accepted ? LeastAccepted + ((1 - LeastAccepted) * share) : LeastAccepted * share, 2);
    }
}
