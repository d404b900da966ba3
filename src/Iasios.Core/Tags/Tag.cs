using Iasios.Core.Standards;

namespace Iasios.Core.Tags;

/// <summary>How sure the tagger is.</summary>
public enum TagBand
{
    /// <summary>Sure enough to count as found.</summary>
    Accepted,

    /// <summary>A person must say.</summary>
    Review,
}

/// <summary>The proof of a tag: an exact copy of the document's own words.</summary>
/// <param name="Page">The page's number, from 1.</param>
/// <param name="Offset">Where the quote begins in <see cref="Text.PageText.Text"/>, in UTF-16 units.</param>
/// <param name="Text">The words as they stand there, line ends included; at most 400 UTF-16 units.</param>
public sealed record Quote(int Page, int Offset, string Text);

/// <summary>The claim that a document is evidence for a sub-requirement.</summary>
/// <param name="Topic">Our own evidence topic, such as "equipment-maintenance"; empty for a code without topics.</param>
/// <param name="Code">The sub-requirement that the catalogue maps the topic to.</param>
/// <param name="Band">Whether it counts or waits for a person.</param>
/// <param name="Confidence">0 to 1: the share of suggestions like this one that were right in documents which the model had not seen.</param>
/// <param name="Quote">The best passage; null only for a tag that rests on the folder name alone.</param>
/// <param name="Cues">The phrases that led to the tag, as the rule card writes them, and the hint if there was one.</param>
/// <param name="Reason">Why the tag waits for a person, in plain words; null when accepted.</param>
public sealed record Tag(
    string Topic,
    RequirementCode Code,
    TagBand Band,
    double Confidence,
    Quote? Quote,
    IReadOnlyList<string> Cues,
    string? Reason)
{
    /// <summary>What the confidence rests on; null for a tag that rests on the folder name alone, or that is too unlikely to have any.</summary>
    public ConfidenceBasis? Basis { get; init; }

    /// <summary>Phrases of the card that a document for this code would usually have, and this one has not; as the card writes them, at most five.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];
}
