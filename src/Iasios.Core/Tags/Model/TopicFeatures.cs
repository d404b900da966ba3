using Iasios.Core.Text;

namespace Iasios.Core.Tags;

/// <summary>What the linear model says of a document: a score for each topic, and one for no topic at all.</summary>
/// <param name="Topics">By the cards' places.</param>
/// <param name="None">How much the document reads like one that is no evidence.</param>
internal sealed record TermScores(IReadOnlyList<double> Topics, double None)
{
    /// <summary>The score of a topic less the best of all others.</summary>
    public double Lead(int topic) => Topics[topic] - Topics.Where((_, other) => other != topic).Max();
}

/// <summary>Turns the evidence for one topic into the numbers that the model weighs.</summary>
internal static class TopicFeatures
{
    private const double MostMisleading = 3;

    /// <summary>What each number is.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "title", "weakTitle", "headOnly", "misleadingTitle", "strong", "support", "specific", "misleading", "places",
        "section", "sectionStrong", "sectionShare", "scoreLead", "scoreShare", "isFirst", "titleAndStrong", "otherTitle",
        "kindSuits", "kindUnknown", "kindPublic", "public", "elsewhere", "elsewhereTitle", "interventional", "length", "claim", "blank",
        "terms", "termsLead", "termsFirst", "none", "termsAndFirst", "rulesAccept", "rulesReview",
    ];

    /// <summary>The numbers for a topic, in the order of <see cref="Names"/>.</summary>
    public static double[] Of(DocumentEvidence document, TopicEvidence topic, TagRules rules, TermScores terms, Standing standing)
    {
        var others = document.Topics.Where(other => other != topic).ToList();
        var best = others.Count == 0 ? 0 : Math.Max(0, others.Max(other => other.Score));
        var score = Math.Max(0, topic.Score);
        var strong = Math.Max(0, topic.Body.Strong - topic.Misleading);
        var isFirst = score > best;
        var isTitled = topic.IsTitled && !topic.WeakTitle;
        var band = rules.BandOf(topic);
        var lead = terms.Lead(topic.Number);
        return
        [
            Flag(isTitled),
            Flag(topic is { IsTitled: true, WeakTitle: true, OnlyInHead: false }),
            Flag(topic.InTitle && topic.OnlyInHead),
            Flag(topic.MisleadingTitle),
            Math.Log(1 + strong),
            Math.Log(1 + topic.Body.All - topic.Body.Strong),
            Math.Log(1 + topic.Specific),
            Math.Min(MostMisleading, topic.Misleading),
            Math.Log(1 + (100.0 * topic.StrongPlaces / Math.Max(50, document.Words))),
            Flag(topic.Section is not null),
            Math.Log(1 + (topic.Section?.Cues.Strong ?? 0)),
            Math.Min(1, (double)(topic.Section?.Words ?? 0) / Math.Max(50, document.Words)),
            Math.Log((1 + score) / (1 + best)),
            score / (1 + score + others.Sum(other => Math.Max(0, other.Score))),
            Flag(isFirst),
            isTitled ? Math.Log(1 + strong) : 0,
            Flag(!isTitled && others.Exists(other => other is { IsTitled: true, WeakTitle: false })),
            Flag(document.Kind is { } kind && topic.Card.Kinds.Contains(kind)),
            Flag(document.Kind is null),
            Flag(document.Kind is { } named && DocumentKinds.Public.Contains(named) && !topic.Card.Kinds.Contains(named)),
            Flag(document.IsPublic),
            Math.Log(1 + document.Elsewhere),
            Flag(document.ElsewhereInTitle),
            Math.Log(1 + document.Interventional),
            Math.Log(1 + document.Words),
            Flag(standing == Standing.ClaimOnly),
            Flag(standing == Standing.Template),
            terms.Topics[topic.Number],
            lead,
            Flag(lead > 0),
            terms.None,
            isFirst ? Math.Max(0, lead) : 0,
            Flag(band == TagBand.Accepted),
            Flag(band == TagBand.Review),
        ];
    }

    private static double Flag(bool value) => value ? 1 : 0;
}
