using Iasios.Core.Evidence;

namespace Iasios.Functions.Ledger;

/// <summary>What is done to a document, and by whom.</summary>
/// <param name="Action">For the audit, such as "filed".</param>
/// <param name="OperationId">The same for the same operation, however often it is tried.</param>
public sealed record LedgerAct(string Action, string OperationId)
{
    /// <summary>"system", or the name of the access token that a person used.</summary>
    public string Actor { get; init; } = "system";

    /// <summary>Who gave the order and why, as people stated it; null when nobody did.</summary>
    public string? Note { get; init; }

    /// <summary>A release that is written with it; null for none.</summary>
    public QuarantineRelease? Release { get; init; }
}

/// <summary>
/// A person's word that a content holds no patient data. It holds for the same bytes wherever they lie in the facility;
/// for a file's name, only for the document itself.
/// </summary>
/// <param name="Content">Names the content: see <see cref="ContentOf"/>.</param>
/// <param name="Document">The document that was released.</param>
/// <param name="By">Who said so, as stated.</param>
/// <param name="Token">The name of the access token that was used.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When, UTC.</param>
public sealed record QuarantineRelease(string Content, DocumentKey Document, string By, string Token, string Reason, DateTimeOffset At)
{
    /// <summary>A content's SHA-256; the document's key when the content was never fetched.</summary>
    public static string ContentOf(string? sha256, DocumentKey document) => sha256 is { Length: > 0 } ? sha256 : document.Value;
}
