using Iasios.Core.Ledger;
using Iasios.Core.Standards;
using Iasios.Core.Tags;
using Iasios.Core.Text;
using Iasios.Functions.Ledger;

namespace Iasios.Functions.Documents;

/// <summary>A document as JSON.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Name">Its path in the facility's folder.</param>
/// <param name="ETag">The version of the blob that was processed, without quotes.</param>
/// <param name="Size">In bytes.</param>
/// <param name="HandedIn">When this version was handed in, UTC.</param>
/// <param name="Sha256">Of the content.</param>
/// <param name="Processing">Where it is on its way.</param>
/// <param name="Outcome">How reading ended.</param>
/// <param name="Format">The format found in the content.</param>
/// <param name="Pages">Pages, if known.</param>
/// <param name="Reason">Why a person must look, or what failed.</param>
/// <param name="Title">The title found in the text.</param>
/// <param name="Kind">The kind of document.</param>
/// <param name="Currency">Whether it is in force on the facility's date.</param>
/// <param name="EffectiveDate">In force from.</param>
/// <param name="ReviewDue">The last day before its review is overdue.</param>
/// <param name="ValidUntil">The last day of validity.</param>
/// <param name="Codes">The sub-requirements that it is tagged with.</param>
/// <param name="NextAttempt">When a failed document is tried again, UTC.</param>
/// <param name="IsUpToDate">False while it waits to be looked at by the present release.</param>
/// <param name="Progress">How far the recognition of its pages has come; null when nothing is being recognised.</param>
public sealed record DocumentResponse(
    string Id,
    string Name,
    string ETag,
    long Size,
    DateTimeOffset HandedIn,
    string? Sha256,
    Processing Processing,
    ReadingOutcome? Outcome,
    string? Format,
    int? Pages,
    string? Reason,
    string? Title,
    string? Kind,
    Currency? Currency,
    DateOnly? EffectiveDate,
    DateOnly? ReviewDue,
    DateOnly? ValidUntil,
    IReadOnlyList<RequirementCode> Codes,
    DateTimeOffset? NextAttempt,
    bool IsUpToDate,
    DocumentProgressResponse? Progress)
{
    /// <summary>Makes the response of a filed document.</summary>
    public static DocumentResponse Of(FiledDocument document, ReadingProgress? progress, EngineVersions versions, DateOnly asOf) => new(
        document.Key.Value,
        document.Path,
        document.ETag,
        document.Size,
        document.HandedIn,
        document.Sha256,
        document.Processing,
        document.Outcome,
        document.Format,
        document.PageCount,
        document.Reason,
        document.Facts?.Title,
        document.Facts?.Kind,
        document.Facts?.On(asOf),
        document.Facts?.EffectiveDate,
        document.Facts?.ReviewDue,
        document.Facts?.ValidUntil,
        document.Codes,
        document.NextAttempt,
        document.Versions == versions,
        progress is null ? null : new(progress.PagesDone, progress.Pages, progress.At));
}

/// <summary>How far the recognition of a document's pages has come.</summary>
/// <param name="PagesDone">Pages recognised so far.</param>
/// <param name="Pages">Pages that need recognition.</param>
/// <param name="At">When the last page was recognised, UTC.</param>
public sealed record DocumentProgressResponse(int PagesDone, int Pages, DateTimeOffset At);

/// <summary>One page of a list of documents.</summary>
/// <param name="Documents">The documents, in the order of their ids.</param>
/// <param name="Next">The address of the next page; null on the last.</param>
public sealed record DocumentListResponse(IReadOnlyList<DocumentResponse> Documents, string? Next);

/// <summary>A document with its tags.</summary>
/// <param name="Document">The document.</param>
/// <param name="Tags">Its tags, best first.</param>
/// <param name="Text">The address of its text; null when no text is kept.</param>
public sealed record DocumentDetailResponse(DocumentResponse Document, IReadOnlyList<Tag> Tags, string? Text);

/// <summary>The text of one page of a document.</summary>
/// <param name="Id">The document's key.</param>
/// <param name="Page">The page's number.</param>
/// <param name="Pages">The numbers of all pages that have text.</param>
/// <param name="Segments">The text, cut where quotes begin and end.</param>
/// <param name="Next">The address of the next page that has text; null on the last.</param>
public sealed record DocumentTextResponse(string Id, int Page, IReadOnlyList<int> Pages, IReadOnlyList<MarkedSegment> Segments, string? Next);
