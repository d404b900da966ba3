using Iasios.Core.Standards;
using Iasios.Functions.Access;
using Iasios.Functions.Coverage;
using Iasios.Functions.Dashboard.Pages;
using Iasios.Functions.Documents;
using Iasios.Functions.Facilities;
using Iasios.Functions.Readiness;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Iasios.Functions.Dashboard;

/// <summary>The function that shows people the status, the documents and their quotes as pages that need no script.</summary>
public static class DashboardEndpoints
{
    /// <summary>Maps <c>GET /api/dashboard</c> and all pages below it.</summary>
    public static void MapDashboard(this IEndpointRouteBuilder app)
    {
        app.MapGet(StyleSheet.Route, StyleSheet.Serve).AllowAnonymous();
        app.MapGet(Addresses.Root, FacilitiesAsync);

        var pages = app.MapFacilityGroup(Addresses.Root + "/{facility}");
        pages.MapGet("", OverviewAsync);
        pages.MapGet("/codes/{code}", CodeAsync);
        pages.MapGet("/documents", DocumentsAsync);
        pages.MapGet("/documents/{id}", DocumentAsync);
        pages.MapGet("/documents/{id}/text", TextAsync);
    }

    private static async Task<Results<RedirectHttpResult, RazorComponentResult<FacilitiesPage>>> FacilitiesAsync(
        HttpContext context,
        FacilityDirectory directory,
        CancellationToken cancellationToken)
    {
        var facilities = (await directory.AllAsync(cancellationToken))
            .Where(facility => context.User.HasClaim(FacilityTokenHandler.FacilityClaim, facility.Id.Value))
            .ToList();
        return facilities is [var only]
            ? TypedResults.Redirect(new Addresses(only.Id).Overview)
            : Page<FacilitiesPage>((nameof(FacilitiesPage.Facilities), facilities));
    }

    private static async Task<RazorComponentResult<OverviewPage>> OverviewAsync(
        HttpContext context,
        CoverageReducer reducer,
        Catalogue catalogue,
        CancellationToken cancellationToken)
    {
        var facility = context.Facility();
        var coverage = await reducer.CurrentAsync(facility, cancellationToken);
        return Page<OverviewPage>(
            (nameof(OverviewPage.Facility), facility),
            (nameof(OverviewPage.Status), StatusResponse.Of(facility, catalogue, coverage)));
    }

    private static async Task<Results<RazorComponentResult<CodePage>, ProblemHttpResult>> CodeAsync(
        HttpContext context,
        string code,
        CoverageReducer reducer,
        Catalogue catalogue,
        TaggedDocuments documents,
        CancellationToken cancellationToken,
        int page = 1)
    {
        var facility = context.Facility();
        if (!RequirementCode.TryParse(code, out var parsed) || catalogue.Find(parsed) is not { } requirement)
        {
            return Problem("The catalogue has no such sub-requirement.", StatusCodes.Status404NotFound);
        }

        var coverage = await reducer.CurrentAsync(facility, cancellationToken);
        var tagged = await documents.PageAsync(facility, parsed, page, cancellationToken);
        return tagged is null ? NoPage() : Page<CodePage>(
            (nameof(CodePage.Facility), facility),
            (nameof(CodePage.AsOf), coverage.AsOf),
            (nameof(CodePage.Standard), catalogue.Standards.First(standard => standard.Number == parsed.Standard)),
            (nameof(CodePage.Requirement), requirement),
            (nameof(CodePage.Coverage), coverage.Codes.First(known => known.Code == parsed)),
            (nameof(CodePage.Documents), tagged));
    }

    private static async Task<Results<RazorComponentResult<DocumentsPage>, ProblemHttpResult>> DocumentsAsync(
        HttpContext context,
        DocumentLibrary library,
        TimeProvider clock,
        CancellationToken cancellationToken,
        string? processing = null,
        int page = 1)
    {
        var facility = context.Facility();
        if (!DocumentList.TryFilter(processing, out var only))
        {
            return Problem("The documents cannot be filtered by this word.", StatusCodes.Status400BadRequest);
        }

        var documents = await library.AllAsync(facility, cancellationToken);
        return DocumentList.Of(documents, only, page) is { } list
            ? Page<DocumentsPage>(
                (nameof(DocumentsPage.Facility), facility),
                (nameof(DocumentsPage.AsOf), facility.Today(clock)),
                (nameof(DocumentsPage.List), list))
            : NoPage();
    }

    private static async Task<Results<RazorComponentResult<DocumentPage>, ProblemHttpResult>> DocumentAsync(
        HttpContext context,
        string id,
        DocumentLibrary library,
        Catalogue catalogue,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var facility = context.Facility();
        return await library.FindAsync(facility, id, cancellationToken) is { } found
            ? Page<DocumentPage>(
                (nameof(DocumentPage.Facility), facility),
                (nameof(DocumentPage.AsOf), facility.Today(clock)),
                (nameof(DocumentPage.Catalogue), catalogue),
                (nameof(DocumentPage.Found), found),
                (nameof(DocumentPage.Text), await library.TextAsync(facility, found.Document, cancellationToken) ?? []))
            : NoDocument();
    }

    private static async Task<Results<RazorComponentResult<TextPage>, ProblemHttpResult>> TextAsync(
        HttpContext context,
        string id,
        DocumentLibrary library,
        CancellationToken cancellationToken,
        int? page = null)
    {
        var facility = context.Facility();
        if (await library.FindAsync(facility, id, cancellationToken) is not { } found)
        {
            return NoDocument();
        }

        if (await library.TextAsync(facility, found.Document, cancellationToken) is not [var first, ..] pages)
        {
            return Problem("No text of this document is kept.", StatusCodes.Status404NotFound);
        }

        return pages.FirstOrDefault(candidate => candidate.Number == (page ?? first.Number)) is { } text
            ? Page<TextPage>(
                (nameof(TextPage.Facility), facility),
                (nameof(TextPage.Found), found),
                (nameof(TextPage.Numbers), pages.Select(candidate => candidate.Number).ToList()),
                (nameof(TextPage.Text), text))
            : Problem("This page of the document has no text, or there is no such page.", StatusCodes.Status404NotFound);
    }

    private static RazorComponentResult<T> Page<T>(params ReadOnlySpan<(string Name, object? Value)> parameters)
        where T : IComponent
    {
        var values = new Dictionary<string, object?>(parameters.Length, StringComparer.Ordinal);
        foreach (var (name, value) in parameters)
        {
            values[name] = value;
        }

        return new(values);
    }

    private static ProblemHttpResult NoPage() => Problem(null, StatusCodes.Status404NotFound);

    private static ProblemHttpResult NoDocument() => Problem("The facility has no such document.", StatusCodes.Status404NotFound);

    private static ProblemHttpResult Problem(string? detail, int status) => TypedResults.Problem(detail, statusCode: status);
}
