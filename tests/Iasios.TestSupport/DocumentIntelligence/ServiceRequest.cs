using Microsoft.AspNetCore.Http;

namespace Iasios.TestSupport.DocumentIntelligence;

/// <summary>One request as it came over the wire.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Path">The path without the query.</param>
/// <param name="Pages">The parameter of that name.</param>
/// <param name="Locale">The parameter of that name.</param>
/// <param name="ContentType">The type of the body.</param>
/// <param name="Body">The body.</param>
/// <param name="Key">The resource's key.</param>
/// <param name="Authorization">The token.</param>
/// <param name="Timestamp">When, by the system's timestamp.</param>
public sealed record ServiceRequest(
    string Method, string Path, string? Pages, string? Locale, string? ContentType, BinaryData Body, string? Key, string? Authorization, long Timestamp)
{
    internal static async Task<ServiceRequest> ReadAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        return new(
            request.Method,
            request.Path,
            request.Query["pages"],
            request.Query["locale"],
            request.ContentType,
            BinaryData.FromBytes(body.ToArray()),
            request.Headers["Ocp-Apim-Subscription-Key"],
            request.Headers.Authorization,
            TimeProvider.System.GetTimestamp());
    }
}
