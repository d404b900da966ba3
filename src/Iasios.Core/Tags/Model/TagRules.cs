using Iasios.Core.Text;

namespace Iasios.Core.Tags;

/// <summary>
/// What a careful reader's rules of thumb make of each topic; the model weighs it beside the rest. A topic is accepted
/// when the title names it and the text bears it out, when a section of its own covers it, or when an untitled document
/// speaks of little else. A mention in passing, however often, is none of these.
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

    public TagRules(DocumentEvidence document)
    {
        (topics, kind, isPublic, words) = (document.Topics, document.Kind, document.IsPublic, document.Words);
        hasDecidingTitle = topics.Any(topic => topic.IsTitled && IsBorneOut(topic));
    }

    /// <summary>Whether the kind of document can prove the topic at all.</summary>
    public bool Suits(RuleCard card) =>
        (!isPublic && (kind is null || !DocumentKinds.Public.Contains(kind))) || (kind is not null && card.Kinds.Contains(kind));

    /// <summary>The rules' band; null when the topic is not worth a tag.</summary>
    public TagBand? BandOf(TopicEvidence topic) => topic switch
    {
        _ when IsPlainlyPublic(topic) => null,
        _ when IsAccepted(topic) => Suits(topic.Card) ? TagBand.Accepted : TagBand.Review,
        _ when IsWorthReading(topic) => TagBand.Review,
        _ => null,
    };

    /// <summary>News, brochures and invitations are no evidence however much they tell; of other public writing a person may judge.</summary>
    public bool IsPlainlyPublic(TopicEvidence topic) =>
        !Suits(topic.Card) && (kind is null ? !topic.IsTitled || topic.OnlyInHead : DocumentKinds.Promotional.Contains(kind));

    private bool IsAccepted(TopicEvidence topic) =>
        Effective(topic.Body, topic) is var body
        && (topic.IsTitled && IsBorneOut(topic) && topic.Score >= MostTitled() * TitleShare
            || !hasDecidingTitle && topic.InFileName && body is { Strong: >= 1, All: >= 3 }
            || HasOwnSection(topic)
            || !hasDecidingTitle && body is { Strong: >= 3, All: >= 5 } && Leads(topic, body));

    // A title may name a room or a method beside its subject; the text then says little about it.
    private double MostTitled() => topics.Where(topic => topic.IsTitled).Max(topic => topic.Score);

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
