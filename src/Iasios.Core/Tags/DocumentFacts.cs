using Iasios.Core.Text;

namespace Iasios.Core.Tags;

/// <summary>What a document says of its own standing, before any date is looked at.</summary>
public enum Standing
{
    /// <summary>Nothing speaks against it being in force.</summary>
    Released,

    /// <summary>Marked as a draft.</summary>
    Draft,

    /// <summary>Marked as withdrawn or replaced.</summary>
    Superseded,

    /// <summary>A blank form where a rule or filled forms are needed.</summary>
    Template,

    /// <summary>Says that a Standard is met without saying how.</summary>
    ClaimOnly,
}

/// <summary>Whether a document may count on a given day.</summary>
public enum Currency
{
    /// <summary>In force.</summary>
    Current,

    /// <summary>The review date has passed; nothing was withdrawn.</summary>
    Overdue,

    /// <summary>The validity has ended: certificates, licences, contracts.</summary>
    Expired,

    /// <summary>A draft, or released but not in force before a later day.</summary>
    Draft,

    /// <summary>Withdrawn or replaced.</summary>
    Superseded,

    /// <summary>A blank form where filled ones or a rule were needed.</summary>
    Template,

    /// <summary>A claim without content.</summary>
    ClaimOnly,

    /// <summary>Bears no date at all. It still counts: many records of a hospital bear none.</summary>
    Undated,
}

/// <summary>What was read about a document as a whole. Dates are the document's own, never the upload's.</summary>
/// <param name="Title">The title, at most 200 UTF-16 units; null when none was found.</param>
/// <param name="Kind">The kind of document in one word, such as "policy" or "minutes"; null when unclear.</param>
/// <param name="Standing">What it says of its own standing.</param>
/// <param name="EffectiveDate">In force from; where nothing says so, issued or approved on.</param>
/// <param name="ReviewDue">The last day before the review is overdue: on the next day it is <see cref="Currency.Overdue"/>.</param>
/// <param name="ValidUntil">The last day of validity: on the next day it is <see cref="Currency.Expired"/>.</param>
public sealed record DocumentFacts(
    string? Title,
    string? Kind,
    Standing Standing,
    DateOnly? EffectiveDate,
    DateOnly? ReviewDue,
    DateOnly? ValidUntil)
{
    /// <summary>The day that the document bears besides: of the meeting, of the last entry, beside the place and the signature. Null when none was found.</summary>
    public DateOnly? DatedOn { get; init; }

    /// <summary>The document's own date: in force from, or else the day it bears.</summary>
    public DateOnly? Date => EffectiveDate ?? DatedOn;

    /// <summary>The document's number or code, as written; null when none was found.</summary>
    public string? Number { get; init; }

    /// <summary>Its version, as written.</summary>
    public string? Version { get; init; }

    /// <summary>Who answers for it, as written.</summary>
    public string? Owner { get; init; }

    /// <summary>Who approved it, as written.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>Reads what a document says of itself, in English, German, French, Spanish or Italian. Any text is allowed; the work grows with its length only.</summary>
    /// <param name="pages">The pages' text, in order.</param>
    /// <param name="fileName">The file's name with its ending.</param>
    public static DocumentFacts Read(IReadOnlyList<PageText> pages, string fileName) => DocumentFactsReader.Read(LayoutReader.Read(pages), fileName);

    /// <summary>The document's currency on a day.</summary>
    public Currency On(DateOnly asOf) => Standing switch
    {
        Standing.Draft => Currency.Draft,
        Standing.Superseded => Currency.Superseded,
        Standing.Template => Currency.Template,
        Standing.ClaimOnly => Currency.ClaimOnly,
        _ when EffectiveDate > asOf => Currency.Draft,
        _ when ValidUntil < asOf => Currency.Expired,
        _ when ReviewDue < asOf => Currency.Overdue,
        _ when Date is null && ReviewDue is null && ValidUntil is null => Currency.Undated,
        _ => Currency.Current,
    };
}

/// <summary>What tagging one document gave: several tags, or none.</summary>
/// <param name="Facts">About the document as a whole.</param>
/// <param name="Tags">At most one for each code, best first.</param>
/// <param name="Remark">Plain words when the document needs a person although, or because, nothing was tagged; otherwise null.</param>
public sealed record TaggedDocument(DocumentFacts Facts, IReadOnlyList<Tag> Tags, string? Remark);
