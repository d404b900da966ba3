using System.Security.Claims;
using System.Text.Encodings.Web;
using Iasios.Core.Facilities;
using Iasios.Functions.Facilities;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Iasios.Functions.Access;

/// <summary>
/// Recognises who asks by a facility's access token: <c>Authorization: Bearer</c>, or the cookie that
/// <see cref="AccessLink"/> made of a link. Answers 401 without a valid token, and 404 for another facility's things, so
/// that nobody learns which facilities exist.
/// </summary>
public sealed class FacilityTokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    FacilityDirectory facilities)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    /// <summary>The scheme's name.</summary>
    public const string SchemeName = "FacilityToken";

    /// <summary>The claim that holds a facility's id.</summary>
    public const string FacilityClaim = "facility";

    private const string Bearer = "Bearer ";

    /// <summary>The claim that holds the name of the token by which a facility was opened.</summary>
    public static string TokenClaimOf(FacilityId facility) => $"token of {facility}";

    /// <inheritdoc />
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var claims = new List<Claim>();
        foreach (var token in Tokens())
        {
            if (await facilities.FindByTokenAsync(token, Context.RequestAborted) is { } facility)
            {
                claims.Add(new(FacilityClaim, facility.Id.Value));
                claims.Add(new(TokenClaimOf(facility.Id), facility.NameOfToken(token)));
            }
        }

        return claims.Count == 0
            ? AuthenticateResult.NoResult()
            : AuthenticateResult.Success(new(new(new ClaimsIdentity(claims, SchemeName)), SchemeName));
    }

    /// <inheritdoc />
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        await Problems.WriteAsync(Context, StatusCodes.Status401Unauthorized, "An access token of the facility is needed.");
    }

    /// <inheritdoc />
    protected override async Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        await Problems.WriteAsync(Context, StatusCodes.Status404NotFound, "There is no such facility, or it is not yours.");

    // A request may bring a cookie for each facility that its user opened.
    private IEnumerable<string> Tokens() =>
        Request.Headers.Authorization.ToString() is { } header && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? [header[Bearer.Length..].Trim()]
            : Request.Cookies.Where(cookie => cookie.Key.StartsWith(AccessLink.CookiePrefix, StringComparison.Ordinal)).Select(cookie => cookie.Value);
}
