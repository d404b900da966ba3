using Iasios.Core.Evidence;
using Iasios.Core.Standards;
using Iasios.Core.Tags;
using Iasios.Core.Text;

namespace Iasios.Core.Ledger;

/// <summary>Where a document is on its way.</summary>
public enum Processing
{
    /// <summary>Handed in, not yet processed.</summary>
    Waiting,

    /// <summary>Read and tagged; nothing is asked of anybody.</summary>
    Processed,

    /// <summary>Done as far as the machine can; a person must look.</summary>
    Attention,

    /// <summary>A fault stopped it; it is tried again.</summary>
    Failed,

    /// <summary>Held back because it seems to hold patient data.</summary>
    Quarantined,

    /// <summary>No longer in the container.</summary>
    Deleted,
}

/// <summary>The versions of the parts that made a document's rows. Another version means that the part runs again.</summary>
/// <param name="Reading">Of the readers.</param>
/// <param name="Tagging">Of the tagger and its rule cards.</param>
/// <param name="Catalogue">Of the catalogue.</param>
public sealed record EngineVersions(string Reading, string Tagging, string Catalogue);

/// <summary>One document as the ledger holds it. Everything here is a fact; judgements are computed.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Path">Where it lies in the facility's folder.</param>
/// <param name="ETag">The version of the blob that was processed, without quotes.</param>
/// <param name="Size">In bytes.</param>
/// <param name="HandedIn">When this version was written to the container, UTC.</param>
/// <param name="Sha256">Of the content, lower-case hexadecimal; null when the content was not read.</param>
/// <param name="Processing">Where it is on its way.</param>
/// <param name="Outcome">How reading ended; null when it was not reached.</param>
/// <param name="Format">The format found in the content; null when it was not read.</param>
/// <param name="PageCount">Pages, if known.</param>
/// <param name="Reason">Why a person must look, or what failed, in plain words; null when nothing is asked.</param>
/// <param name="Facts">About the document as a whole; null when it gave no text.</param>
/// <param name="Codes">The codes of its tags.</param>
/// <param name="Versions">What made these rows; null for a failed document.</param>
/// <param name="Attempts">How often processing has failed in a row.</param>
/// <param name="NextAttempt">When a failed document is tried again, UTC.</param>
public sealed record FiledDocument(
    DocumentKey Key,
    string Path,
    string ETag,
    long Size,
    DateTimeOffset HandedIn,
    string? Sha256,
    Processing Processing,
    ReadingOutcome? Outcome,
    string? Format,
    int? PageCount,
    string? Reason,
    DocumentFacts? Facts,
    IReadOnlyList<RequirementCode> Codes,
    EngineVersions? Versions,
    int Attempts,
    DateTimeOffset? NextAttempt)
{
    /// <summary>Whether a person should look on a day.</summary>
    public bool NeedsPersonOn(DateOnly asOf) =>
        Processing is Processing.Attention or Processing.Failed or Processing.Quarantined || LapseOn(asOf) is not null;

    /// <summary>Why a person should look on a day, or what failed, in plain words; null when nothing is asked.</summary>
    public string? ReasonOn(DateOnly asOf) =>
        string.Join(' ', new[] { LapseOn(asOf), Reason }.OfType<string>()) is { Length: > 0 } reason ? reason : null;

    // A document that speaks to nothing may lapse in peace.
    private string? LapseOn(DateOnly asOf) => (Codes.Count, Processing, Facts?.On(asOf)) switch
    {
        (0, _, _) or (_, Processing.Deleted, _) => null,
        (_, _, Currency.Overdue) => "Its review date has passed: hand in the renewed document.",
        (_, _, Currency.Expired) => "Its validity has ended: hand in the renewed document.",
        (_, _, Currency.Draft) when Facts!.Standing == Standing.Released => "It is not in force yet.",
        _ => null,
    };

    /// <summary>Whether its tags may count at all on a day.</summary>
    public bool CountsOn(DateOnly asOf) =>
        Processing is Processing.Processed or Processing.Attention && Facts?.On(asOf) is Currency.Current or Currency.Undated;
}

/// <summary>A tag of a filed document.</summary>
/// <param name="Document">The document's key.</param>
/// <param name="Tag">The tag.</param>
public sealed record FiledTag(DocumentKey Document, Tag Tag);
