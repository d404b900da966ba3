using System.Security.Cryptography;
using System.Text;

namespace Iasios.Core.Facilities;

/// <summary>Whom reminders go to.</summary>
/// <param name="Name">A person's or an office's name.</param>
/// <param name="Email">An e-mail address.</param>
public sealed record Contact(string Name, string Email);

/// <summary>An access token of a facility, of which only the digest is kept.</summary>
/// <param name="Name">Who or what holds the token.</param>
/// <param name="Sha256">SHA-256 of the token's UTF-8 bytes, 64 lower-case hexadecimal digits.</param>
public sealed record AccessToken(string Name, string Sha256)
{
    /// <summary>The digest of a token.</summary>
    public static string Digest(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}

/// <summary>A facility as its settings describe it.</summary>
/// <param name="Id">Its short name.</param>
/// <param name="Name">Its name as people write it.</param>
/// <param name="TimeZone">Where it is: "today" is the date there.</param>
/// <param name="Languages">Languages of its documents, ISO 639-1.</param>
/// <param name="Contact">Whom reminders go to; null when nobody is named.</param>
/// <param name="AccreditedSince">The day on which IASIOS granted the present accreditation; null when there is none.</param>
/// <param name="AccessTokens">Who may ask for its status and documents.</param>
public sealed record Facility(
    FacilityId Id,
    string Name,
    TimeZoneInfo TimeZone,
    IReadOnlyList<string> Languages,
    Contact? Contact,
    DateOnly? AccreditedSince,
    IReadOnlyList<AccessToken> AccessTokens)
{
    /// <summary>Who or what holds a token; empty when it is none of this facility's, or has no name.</summary>
    public string NameOfToken(string token) => AccessTokens.FirstOrDefault(access => access.Sha256 == AccessToken.Digest(token))?.Name ?? "";

    /// <summary>The date at the facility.</summary>
    public DateOnly Today(TimeProvider clock) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), TimeZone).DateTime);
}
