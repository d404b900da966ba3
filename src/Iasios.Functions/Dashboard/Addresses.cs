using System.Globalization;
using Iasios.Core.Evidence;
using Iasios.Core.Facilities;
using Iasios.Core.Ledger;
using Iasios.Core.Standards;

namespace Iasios.Functions.Dashboard;

/// <summary>The addresses of a facility's pages.</summary>
/// <param name="Id">The facility.</param>
public sealed record Addresses(FacilityId Id)
{
    /// <summary>The address that all pages lie below; by itself it leads to the caller's facility.</summary>
    public const string Root = "/api/dashboard";

    /// <summary>The overview.</summary>
    public string Overview => $"{Root}/{Id}";

    /// <summary>The page of a sub-requirement.</summary>
    public string Code(RequirementCode code) => $"{Overview}/codes/{code}";

    /// <summary>One page of a sub-requirement's documents, from 1.</summary>
    public string Code(RequirementCode code, int page) => string.Create(CultureInfo.InvariantCulture, $"{Code(code)}?page={page}");

    /// <summary>One page of the list of documents, from 1; of one processing state, or of all that are not deleted.</summary>
    public string Documents(Processing? processing = null, int page = 1) => (processing, page) switch
    {
        (null, 1) => $"{Overview}/documents",
        (null, _) => string.Create(CultureInfo.InvariantCulture, $"{Overview}/documents?page={page}"),
        (_, 1) => $"{Overview}/documents?processing={Words.Name(processing.Value)}",
        _ => string.Create(CultureInfo.InvariantCulture, $"{Overview}/documents?processing={Words.Name(processing.Value)}&page={page}"),
    };

    /// <summary>The page of a document.</summary>
    public string Document(DocumentKey key) => $"{Overview}/documents/{key}";

    /// <summary>One page of a document's text; its first one with text unless a page is given.</summary>
    public string Text(DocumentKey key, int? page = null) =>
        page is null ? $"{Document(key)}/text" : string.Create(CultureInfo.InvariantCulture, $"{Document(key)}/text?page={page}");

    /// <summary>A tag's quote in the text of its document.</summary>
    public string Quote(DocumentKey key, int page, RequirementCode code) => $"{Text(key, page)}#{QuoteId(code)}";

    /// <summary>The place of a quote on its page.</summary>
    public static string QuoteId(RequirementCode code) => $"quote-{code}";
}
