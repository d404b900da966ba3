using System.Security.Cryptography;
using System.Text.Json;
using Iasios.Core.Standards;
using Iasios.Functions.Access;
using Iasios.Functions.Coverage;
using Iasios.Functions.Host;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Iasios.Functions.Readiness;

/// <summary>The function that answers with a facility's present status.</summary>
public static class Status
{
    /// <summary>Maps <c>GET /api/facilities/{facility}/status</c>.</summary>
    public static void MapStatus(this IEndpointRouteBuilder app) =>
        app.MapFacilityGroup("/api/facilities/{facility}").MapGet("/status", GetAsync).WithName(nameof(Status));

    private static async Task<FileContentHttpResult> GetAsync(HttpContext context, CoverageReducer reducer, Catalogue catalogue, CancellationToken cancellationToken)
    {
        var facility = context.Facility();
        var coverage = await reducer.CurrentAsync(facility, cancellationToken);
        var body = JsonSerializer.SerializeToUtf8Bytes(StatusResponse.Of(facility, catalogue, coverage), AppJson.Options);

        // The file result answers If-None-Match with 304 by itself.
        var etag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body))[..32]}\"");
        return TypedResults.File(body, "application/json; charset=utf-8", entityTag: etag);
    }
}
