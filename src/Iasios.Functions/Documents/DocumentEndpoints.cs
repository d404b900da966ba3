using Iasios.Core.Evidence;
using Iasios.Core.Ledger;
using Iasios.Core.Tags;
using Iasios.Functions.Access;
using Iasios.Functions.Quarantine;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Iasios.Functions.Documents;

/// <summary>The function that lists a facility's documents, gives one, or its text with the quotes marked, and takes orders about it.</summary>
public static class DocumentEndpoints
{
    private const int DefaultSize = 50;
    private const int LargestSize = 200;

    /// <summary>Maps <c>GET /api/facilities/{facility}/documents</c>, <c>/{id}</c> and <c>/{id}/text</c>.</summary>
    public static void MapDocuments(this IEndpointRouteBuilder app)
    {
        var documents = app.MapFacilityGroup("/api/facilities/{facility}/documents");
        documents.MapGet("", ListAsync).WithName("Documents");
        documents.MapGet("/{id}", GetAsync);
        documents.MapGet("/{id}/text", TextAsync);
        documents.MapQuarantine();
    }

    private static async Task<Results<Ok<DocumentListResponse>, ProblemHttpResult>> ListAsync(
        HttpContext context,
        DocumentLibrary library,
        EngineVersions versions,
        TimeProvider clock,
        CancellationToken cancellationToken,
        int size = DefaultSize,
        string? after = null,
        bool deleted = false)
    {
        DocumentKey? key = null;
        if (size is < 1 or > LargestSize || (after is not null && !DocumentKey.TryParse(after, out key)))
        {
            return TypedResults.Problem($"size is 1 to {LargestSize}; after is the id of a document.", statusCode: StatusCodes.Status400BadRequest);
        }

        var facility = context.Facility();
        var page = await library.PageAsync(facility, size, key, deleted, cancellationToken);
        var next = page.Count == size ? $"{Address(context)}?size={size}&after={page[^1].Document.Key}{(deleted ? "&deleted=true" : "")}" : null;
        Link(context, next);
        return TypedResults.Ok(new DocumentListResponse([.. page.Select(listed => DocumentResponse.Of(listed.Document, listed.Progress, versions, facility.Today(clock)))], next));
    }

    private static async Task<Results<Ok<DocumentDetailResponse>, ProblemHttpResult>> GetAsync(
        HttpContext context,
        string id,
        DocumentLibrary library,
        EngineVersions versions,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var facility = context.Facility();
        if (await library.FindAsync(facility, id, cancellationToken) is not { } found)
        {
            return NoSuchDocument();
        }

        context.Response.Headers.ETag = DocumentETag.Of(found.OperationId);
        return TypedResults.Ok(new DocumentDetailResponse(
            DocumentResponse.Of(found.Document, found.Progress, versions, facility.Today(clock)),
            found.Tags,
            found.Document.Facts is null ? null : $"{Address(context)}/text"));
    }

    private static async Task<Results<Ok<DocumentTextResponse>, ProblemHttpResult>> TextAsync(
        HttpContext context,
        string id,
        DocumentLibrary library,
        CancellationToken cancellationToken,
        int? page = null)
    {
        var facility = context.Facility();
        if (await library.FindAsync(facility, id, cancellationToken) is not { } found
            || await library.TextAsync(facility, found.Document, cancellationToken) is not { } pages)
        {
            return NoSuchDocument();
        }

        var number = page ?? pages[0].Number;
        if (pages.FirstOrDefault(candidate => candidate.Number == number) is not { } text)
        {
            return TypedResults.Problem("This page has no text, or the document has no such page.", statusCode: StatusCodes.Status404NotFound);
        }

        var following = pages.FirstOrDefault(candidate => candidate.Number > number)?.Number;
        var next = following is null ? null : $"{Address(context)}?page={following}";
        Link(context, next);
        return TypedResults.Ok(new DocumentTextResponse(id, number, [.. pages.Select(candidate => candidate.Number)], MarkedText.Of(text, found.Tags), next));
    }

    private static ProblemHttpResult NoSuchDocument() =>
        TypedResults.Problem("There is no such document, or no text of it is kept.", statusCode: StatusCodes.Status404NotFound);

    private static string Address(HttpContext context) => context.Request.Path.ToUriComponent();

    private static void Link(HttpContext context, string? next)
    {
        if (next is not null)
        {
            context.Response.Headers.Link = $"<{next}>; rel=\"next\"";
        }
    }
}
