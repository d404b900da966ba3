namespace Iasios.Core.Tags;

/// <summary>What the model makes of one topic's evidence.</summary>
/// <param name="Evidence">The evidence.</param>
/// <param name="Probability">That the document is evidence for it, 0 to 1, before calibration.</param>
/// <param name="Band">The band; null when the topic is not worth a tag.</param>
/// <param name="Features">What the model saw.</param>
internal sealed record TopicVerdict(TopicEvidence Evidence, double Probability, TagBand? Band, double[] Features);

/// <summary>Gives each topic of a document its probability and band.</summary>
internal static class TopicJudge
{
    /// <summary>The verdicts, most probable first.</summary>
    public static IReadOnlyList<TopicVerdict> Judge(DocumentAnalysis analysis, IReadOnlyList<string> topics, TaggerModel model)
    {
        if (analysis.Evidence is not { } evidence)
        {
            return [];
        }

        var rules = new TagRules(evidence);
        var terms = model.Score(evidence.Terms, topics);
        return
        [
            .. evidence.Topics
                .Select(topic => Judge(topic, TopicFeatures.Of(evidence, topic, rules, terms, analysis.Facts.Standing), rules, model))
                .OrderByDescending(verdict => verdict.Probability),
        ];
    }

    private static TopicVerdict Judge(TopicEvidence topic, double[] features, TagRules rules, TaggerModel model)
    {
        var probability = model.Logistic.Probability(features);
        TagBand? band = rules.IsPlainlyPublic(topic) || probability < model.Review ? null : probability < model.Accept ? TagBand.Review : TagBand.Accepted;
        return new(topic, probability, band, features);
    }
}
