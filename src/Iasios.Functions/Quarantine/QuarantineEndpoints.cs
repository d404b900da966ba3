using Iasios.Core.Ledger;
using Iasios.Functions.Access;
using Iasios.Functions.Documents;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Iasios.Functions.Quarantine;

/// <summary>The order to release a quarantined document as a false alarm.</summary>
/// <param name="Reason">Why it holds no patient data, 5 to 500 characters; without patient data.</param>
/// <param name="By">The name of the person who says so, 2 to 100 characters.</param>
/// <param name="NotUploader">True: this person did not hand the document in.</param>
public sealed record ReleaseOrder(string? Reason, string? By, bool NotUploader);

/// <summary>The order to purge a document.</summary>
/// <param name="Reason">Why, 5 to 500 characters; without patient data.</param>
/// <param name="By">The name of the person who orders it, 2 to 100 characters.</param>
public sealed record PurgeOrder(string? Reason, string? By);

/// <summary>
/// <c>POST .../{id}/release</c> and <c>POST .../{id}/purge</c>. Both want the document's ETag in <c>If-Match</c>: what was
/// changed since a person looked is not released or purged.
/// </summary>
public static class QuarantineEndpoints
{
    /// <summary>Maps both below the address of a facility's documents.</summary>
    public static void MapQuarantine(this IEndpointRouteBuilder documents)
    {
        documents.MapPost("/{id}/release", ReleaseAsync);
        documents.MapPost("/{id}/purge", PurgeAsync);
    }

    private static async Task<Results<Accepted, ProblemHttpResult>> ReleaseAsync(
        HttpContext context, string id, ReleaseOrder body, QuarantineDesk desk, CancellationToken cancellationToken)
    {
        if (!body.NotUploader)
        {
            return Problem(StatusCodes.Status400BadRequest, "notUploader must be true: whoever handed the document in cannot release it.");
        }

        var (order, problem) = await OrderAsync(context, id, body.Reason, body.By, desk, cancellationToken);
        if (order is null)
        {
            return problem!;
        }

        if (order.Document.Processing != Processing.Quarantined)
        {
            return Problem(StatusCodes.Status409Conflict, "The document is not held back.");
        }

        return await desk.TryReleaseAsync(order, cancellationToken)
            ? TypedResults.Accepted($"{context.Request.PathBase}/api/facilities/{order.Facility.Id}/documents/{id}")
            : Changed();
    }

    private static async Task<Results<Ok<PurgeReport>, ProblemHttpResult>> PurgeAsync(
        HttpContext context, string id, PurgeOrder body, QuarantineDesk desk, DocumentPurge purge, CancellationToken cancellationToken)
    {
        var (order, problem) = await OrderAsync(context, id, body.Reason, body.By, desk, cancellationToken);
        if (order is null)
        {
            return problem!;
        }

        return await purge.TryPurgeAsync(order, cancellationToken) is { } report ? TypedResults.Ok(report) : Changed();
    }

    private static async Task<(QuarantineOrder? Order, ProblemHttpResult? Problem)> OrderAsync(
        HttpContext context, string id, string? reason, string? by, QuarantineDesk desk, CancellationToken cancellationToken)
    {
        if (!IsLine(reason, 5, 500) || !IsLine(by, 2, 100))
        {
            return (null, Problem(StatusCodes.Status400BadRequest, "reason is one line of 5 to 500 characters; by is a person's name of 2 to 100 characters."));
        }

        if (await desk.FindAsync(context.Facility(), id, cancellationToken) is not { } stored)
        {
            return (null, Problem(StatusCodes.Status404NotFound, "There is no such document."));
        }

        var expected = context.Request.Headers.IfMatch.ToString();
        if (expected.Length == 0)
        {
            return (null, Problem(StatusCodes.Status428PreconditionRequired, "If-Match must hold the document's ETag as it was last read."));
        }

        return expected == DocumentETag.Of(stored.OperationId)
            ? (new(context.Facility(), stored, by!.Trim(), context.TokenName(), reason!.Trim()), null)
            : (null, Changed());
    }

    private static bool IsLine(string? text, int least, int most) =>
        text?.Trim() is { } line && line.Length >= least && line.Length <= most && !line.Any(char.IsControl);

    private static ProblemHttpResult Changed() =>
        Problem(StatusCodes.Status412PreconditionFailed, "The document was changed since it was read. Read it again, then decide again.");

    private static ProblemHttpResult Problem(int status, string detail) => TypedResults.Problem(detail, statusCode: status);
}
