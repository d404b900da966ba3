using Iasios.Core.Standards;
using Iasios.Core.Text;

namespace Iasios.Core.Tags;

/// <summary>
/// Says which sub-requirements a document is evidence for, from rule cards and the model that comes with the program: the
/// same text, path, catalogue and cards give the same tags. Safe for use by several threads.
/// </summary>
public sealed class DocumentTagger
{
    private const string RulesVersion = "4";
    private const double HintConfidence = 0.1;
    private const string UnknownLanguage = "There are no rule cards for the language of this text: a person must read it.";

    private readonly Catalogue catalogue;
    private readonly TopicEvidenceReader evidenceReader;
    private readonly IReadOnlyList<string> topics;
    private readonly TaggerModel model = TaggerModel.Embedded;

    /// <summary>Changes whenever the same text may be given other tags: with the rules in code, and with the model and the cards that come with the program.</summary>
    public static string Version => $"{RulesVersion}-{TaggerModel.EmbeddedVersion}-{RuleCards.Embedded.Version}";

    /// <summary>Makes a tagger.</summary>
    /// <param name="catalogue">Maps topics to codes.</param>
    /// <param name="cards">How each topic is recognised.</param>
    /// <exception cref="InvalidCatalogueException">The catalogue names a topic that has no card.</exception>
    public DocumentTagger(Catalogue catalogue, RuleCards cards)
    {
        var known = cards.Cards.Select(card => card.Topic).ToHashSet(StringComparer.Ordinal);
        List<string> problems =
        [
            .. from requirement in catalogue.Requirements
               from topic in requirement.Topics
               where !known.Contains(topic)
               select $"{CatalogueFile.WorkingName}: {requirement.Code}, topics: there is no card '{topic}'.",
        ];
        if (problems.Count > 0)
        {
            throw new InvalidCatalogueException(problems);
        }

        this.catalogue = catalogue;
        evidenceReader = new(cards.Cards);
        topics = [.. cards.Cards.Select(card => card.Topic)];
    }

    /// <summary>Tags one document. Any text is allowed; the work grows with its length only.</summary>
    /// <param name="pages">The pages' text, in order.</param>
    /// <param name="pathInFacility">The folders and the file's name below the facility's own folder, parted by "/".</param>
    /// <param name="facility">Whose document it should be; with it, a letterhead of another hospital sends every tag to review.</param>
    /// <param name="cancellationToken">Stops the work between pages.</param>
    public TaggedDocument Tag(IReadOnlyList<PageText> pages, string pathInFacility, FacilityProfile? facility = null, CancellationToken cancellationToken = default)
    {
        var hints = PathHints.Read(pathInFacility, catalogue);
        var analysis = DocumentAnalysis.Of(pages, pathInFacility[(pathInFacility.LastIndexOf('/') + 1)..], evidenceReader, cancellationToken);
        if (analysis.Evidence is null)
        {
            return new(analysis.Facts, [.. hints.Select(HintAlone)], UnknownLanguage);
        }

        var verdicts = TopicJudge.Judge(analysis, topics, model);
        var other = facility is null ? null : OtherFacility.Find(analysis.Layout, facility);
        var found = new TagChooser(catalogue, verdicts, analysis, hints, other).Choose();
        var quotes = new Quotes(analysis.Layout, analysis.Evidence.Statements);
        return new(analysis.Facts, [.. found.Select(choice => ToTag(choice, quotes, analysis))], Remark: null);
    }

    private Tag ToTag(TagChoice choice, Quotes quotes, DocumentAnalysis analysis)
    {
        if (choice.Verdict is not { Evidence: var evidence } verdict)
        {
            return HintAlone(choice.Hint!) with { Reason = choice.Reason };
        }

        var cues = evidence.Cues
            .OrderByDescending(cue => cue.Strong)
            .Select(cue => cue.Written)
            .Distinct(StringComparer.Ordinal)
            .Concat(choice.Hint is { } hint ? [HintCue(hint)] : []);
        var basis = ConfidenceBasis.Find(model, verdict.Probability, analysis.Languages is [var language] ? language : null);
        return new(evidence.Card.Topic, choice.Code, choice.Band, basis?.Confidence ?? HintConfidence, quotes.Best(evidence), [.. cues], choice.Reason)
        {
            Basis = basis,
            Missing = CueGaps.Of(evidence, analysis.Languages),
        };
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
}
