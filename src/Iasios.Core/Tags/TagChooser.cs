using Iasios.Core.Standards;

namespace Iasios.Core.Tags;

/// <summary>A tag before its quote is picked.</summary>
/// <param name="Code">The code.</param>
/// <param name="Verdict">What the model makes of the text; null when the path alone speaks for it.</param>
/// <param name="Band">The band.</param>
/// <param name="Hint">The path's hint at this code, if there is one.</param>
/// <param name="Reason">Why it waits for a person; null when accepted.</param>
internal sealed record TagChoice(RequirementCode Code, TopicVerdict? Verdict, TagBand Band, PathHint? Hint, string? Reason)
{
    /// <summary>What the text says; null when the path alone speaks for it.</summary>
    public TopicEvidence? Evidence => Verdict?.Evidence;
}

/// <summary>Brings together what the text, the path, the catalogue and the document's standing say.</summary>
internal sealed class TagChooser(Catalogue catalogue, IReadOnlyList<TopicVerdict> verdicts, DocumentAnalysis analysis, IReadOnlyList<PathHint> hints, string? otherFacility)
{
    public const string HintOnly = "Only the folder or file name speaks for this code.";

    private const int MostReviews = 5;

    /// <summary>At most one choice for each code: the accepted ones first, then by score.</summary>
    public IReadOnlyList<TagChoice> Choose()
    {
        var choices = catalogue.Requirements.Select(ChooseFor).OfType<TagChoice>().ToList();
        var accepted = choices.Where(choice => choice.Band == TagBand.Accepted).ToList();
        if (accepted.Count == 0)
        {
            choices = [.. choices.Select(Upgrade)];
        }
        else if (hints.Count > 0 && !accepted.Exists(choice => choice.Hint is not null))
        {
            var reason = $"The path names {string.Join(", ", hints.Select(hint => hint.Code))}, the text speaks of {string.Join(", ", accepted.Select(choice => choice.Code))}.";
            choices = [.. choices.Select(choice => choice.Band == TagBand.Accepted || choice.Hint is not null ? choice with { Band = TagBand.Review, Reason = reason } : choice)];
        }

        return Order(choices.Select(Restrain));
    }

    private TagChoice? ChooseFor(Requirement requirement)
    {
        var hint = hints.FirstOrDefault(known => known.Code == requirement.Code);
        var verdict = verdicts.FirstOrDefault(known => requirement.Topics.Contains(known.Evidence.Card.Topic));
        return (verdict, hint) switch
        {
            ({ Band: { } band }, _) => new(requirement.Code, verdict, band, hint, band == TagBand.Accepted ? null : ReviewReason(verdict.Evidence)),
            (not null, not null) when IsContent(verdict.Evidence) => new(requirement.Code, verdict, TagBand.Review, hint, ReviewReason(verdict.Evidence)),
            (_, not null) => new(requirement.Code, Verdict: null, TagBand.Review, hint, HintOnly),
            _ => null,
        };
    }

    private string ReviewReason(TopicEvidence evidence) => Suits(evidence)
        ? "The text speaks of this, but may only mention it."
        : "The words fit, but a document of this kind does not prove it by itself.";

    // One strong word of the text's own makes the path's hint good.
    private TagChoice Upgrade(TagChoice choice) =>
        choice is { Hint: not null, Evidence: { } evidence } && IsContent(evidence) && Suits(evidence)
            ? choice with { Band = TagBand.Accepted, Reason = null }
            : choice;

    private bool Suits(TopicEvidence evidence) => new TagRules(analysis.Evidence!).Suits(evidence.Card);

    private static bool IsContent(TopicEvidence evidence) => evidence.Body.Strong > evidence.Misleading || (evidence.InTitle && evidence.Body.All > evidence.Misleading);

    private TagChoice Restrain(TagChoice choice) => analysis.Facts.Standing switch
    {
        Standing.Draft => choice with { Band = TagBand.Review, Reason = "The document is marked as a draft." },
        Standing.Superseded => choice with { Band = TagBand.Review, Reason = "The document is marked as withdrawn or replaced." },
        Standing.Template => choice with { Band = TagBand.Review, Reason = "The document is a blank template." },
        Standing.ClaimOnly => choice with { Band = TagBand.Review, Reason = "The document says that a Standard is met, but not how." },
        _ when choice.Band == TagBand.Accepted && otherFacility is not null => choice with { Band = TagBand.Review, Reason = $"The letterhead names {otherFacility}, not this facility." },
        _ when choice.Band == TagBand.Accepted && !catalogue.Find(choice.Code)!.AcceptsAutomatically => choice with { Band = TagBand.Review, Reason = "Every document for this code waits for a person." },
        _ => choice,
    };

    private static IReadOnlyList<TagChoice> Order(IEnumerable<TagChoice> choices)
    {
        var ordered = choices.OrderBy(choice => choice.Band).ThenByDescending(choice => choice.Verdict?.Probability ?? -1).ToList();
        var reviews = ordered.Where(choice => choice is { Band: TagBand.Review, Hint: null }).Skip(MostReviews).ToHashSet();
        return [.. ordered.Where(choice => !reviews.Contains(choice))];
    }
}
