using Iasios.Core.Text;

namespace Iasios.Core.Tags;

/// <summary>What the rules make of one topic's evidence.</summary>
/// <param name="Evidence">The evidence.</param>
/// <param name="Band">The band; null when the topic is not worth a tag.</param>
internal sealed record TopicVerdict(TopicEvidence Evidence, TagBand? Band);

/// <summary>
/// Decides the band of each topic. A topic is accepted when the title names it and the text bears it out, when a
/// section of its own covers it, or when an untitled document speaks of little else. A mention in passing, however
/// often, is none of these.
/// </summary>
internal sealed class TagRules
{
    private const int LongDocument = 1500;
    private const int LongLead = 5;
    private const double Lead = 1.5;
    private const double OwnShare = 0.15;
    private const double TitleShare = 0.4;

    private readonly IReadOnlyList<TopicEvidence> topics;
    private readonly string? kind;
    private readonly bool isPublic;
    private readonly int words;
    private readonly bool hasDecidingTitle;

    public TagRules(IReadOnlyList<TopicEvidence> topics, string? kind, bool isPublic, int words)
    {
        (this.topics, this.kind, this.isPublic, this.words) = (topics, kind, isPublic, words);
        hasDecidingTitle = topics.Any(topic => IsTitled(topic) && IsBorneOut(topic));
        Verdicts = [.. topics.Select(topic => new TopicVerdict(topic, BandOf(topic)))];
    }

    /// <summary>The verdict on every topic.</summary>
    public IReadOnlyList<TopicVerdict> Verdicts { get; }

    /// <summary>Whether the kind of document can prove the topic at all.</summary>
    public bool Suits(RuleCard card) =>
        (!isPublic && (kind is null || !DocumentKinds.Public.Contains(kind))) || (kind is not null && card.Kinds.Contains(kind));

    private TagBand? BandOf(TopicEvidence topic) => topic switch
    {
        _ when IsPlainlyPublic(topic) => null,
        _ when IsAccepted(topic) => Suits(topic.Card) ? TagBand.Accepted : TagBand.Review,
        _ when IsWorthReading(topic) => TagBand.Review,
        _ => null,
    };

    // News, brochures and invitations are no evidence however much they tell; of other public writing a person may judge.
    private bool IsPlainlyPublic(TopicEvidence topic) =>
        !Suits(topic.Card) && (kind is null ? !IsTitled(topic) || topic.OnlyInHead : DocumentKinds.Promotional.Contains(kind));

    private static bool IsTitled(TopicEvidence topic) => topic is { InTitle: true, MisleadingTitle: false };

    private bool IsAccepted(TopicEvidence topic) =>
        Effective(topic.Body, topic) is var body
        && (IsTitled(topic) && IsBorneOut(topic) && topic.Score >= MostTitled() * TitleShare
            || !hasDecidingTitle && topic.InFileName && body is { Strong: >= 1, All: >= 3 }
            || HasOwnSection(topic)
            || !hasDecidingTitle && body is { Strong: >= 3, All: >= 5 } && Leads(topic, body));

    // A title may name a room or a method beside its subject; the text then says little about it.
    private double MostTitled() => topics.Where(IsTitled).Max(topic => topic.Score);

    private static bool IsBorneOut(TopicEvidence topic) =>
        Effective(topic.Body, topic) is var body
        && (topic.WeakTitle ? body is { Strong: >= 2, All: >= 4 } : body is { Strong: >= 1, All: >= 2 } or { All: >= 4 });

    // Each misleading context takes one cue away.
    private static CueCount Effective(CueCount count, TopicEvidence topic) =>
        new(count.Strong - Math.Min(topic.Misleading, count.Strong), count.All - Math.Min(topic.Misleading, count.All));

    private bool HasOwnSection(TopicEvidence topic) =>
        topic.Section is { } section
        && !string.Equals(kind, "manual", StringComparison.Ordinal)
        && (hasDecidingTitle
            ? section.Words >= 80 && (section.Cues is { Strong: >= 3, All: >= 5 } && section.Words >= words * OwnShare || section.Cues is { Strong: >= 5, All: >= 7 })
            : section.Cues is { Strong: >= 2, All: >= 4 } && section.Words >= 40);

    private bool Leads(TopicEvidence topic, CueCount body) =>
        (words <= LongDocument || body.Strong >= LongLead)
        && topics.Where(other => other != topic).All(other => topic.Score >= other.Score * Lead);

    private bool IsWorthReading(TopicEvidence topic) =>
        Effective(topic.Body, topic) is var body
        && (topic.InTitle && body.All >= 1
            || topic.InFileName && body.All >= 2
            || (hasDecidingTitle
                ? topic.Section is { Cues: { Strong: >= 2, All: >= 4 } } || body is { Strong: >= 5, All: >= 9 }
                : topic.Section is { Cues: { Strong: >= 1, All: >= 3 } } || body is { Strong: >= 2, All: >= 4 }));
}
