using Iasios.Functions.Facilities;
using Microsoft.AspNetCore.Http.Extensions;

namespace Iasios.Functions.Access;

/// <summary>
/// Exchanges a link with <c>?access=</c> for a cookie at once, so that the token leaves the address bar and is in no
/// later request's address.
/// </summary>
public sealed class AccessLink(RequestDelegate next, FacilityDirectory facilities)
{
    /// <summary>What the names of access cookies begin with; the facility's id follows.</summary>
    public const string CookiePrefix = "iasios-";

    private const string Parameter = "access";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    /// <summary>Handles one request.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var isGuarded = context.Request.Path.StartsWithSegments("/api/dashboard", StringComparison.Ordinal)
            || context.Request.Path.StartsWithSegments("/api/facilities", StringComparison.Ordinal);
        if (!isGuarded
            || !context.Request.Query.TryGetValue(Parameter, out var tokens))
        {
            await next(context);
            return;
        }

        if (await facilities.FindByTokenAsync(tokens.ToString(), context.RequestAborted) is not { } facility)
        {
            await Problems.WriteAsync(context, StatusCodes.Status401Unauthorized, "This link is not valid, or no longer.");
            return;
        }

        // Lax, not Strict: a link followed from a mail must arrive with its cookie.
        context.Response.Cookies.Append(CookiePrefix + facility.Id, tokens.ToString(), new()
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = Lifetime,
            Path = "/api",
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.Headers["X-Forwarded-Proto"] == "https" || context.Request.IsHttps,
        });
        var rest = context.Request.Query.Where(pair => !pair.Key.Equals(Parameter, StringComparison.OrdinalIgnoreCase));
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = context.Request.PathBase.ToUriComponent() + context.Request.Path.ToUriComponent() + QueryBuilder(rest);
    }

    private static QueryString QueryBuilder(IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>> pairs) =>
        new QueryBuilder(pairs).ToQueryString();
}
