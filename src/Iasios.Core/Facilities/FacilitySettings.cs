using System.Net.Mail;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Iasios.Core.Facilities;

/// <summary>Reads a facility's settings file, <c>settings/facilities/{id}.json</c>.</summary>
public static partial class FacilitySettings
{
    /// <summary>The version of the file's shape that this release writes and reads.</summary>
    public const int Version = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    // Some editors put it before everything they save.
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads and checks a settings file.</summary>
    /// <exception cref="FormatException">The file is wrong; the message names the field and never holds a token.</exception>
    public static Facility Parse(FacilityId id, ReadOnlySpan<byte> utf8)
    {
        File? file;
        try
        {
            file = JsonSerializer.Deserialize<File>(utf8.StartsWith(ByteOrderMark) ? utf8[ByteOrderMark.Length..] : utf8, Json);
        }
        catch (JsonException exception)
        {
            throw new FormatException($"{exception.Path ?? "the file"}: not valid JSON for this field.", exception);
        }

        Check(file?.V == Version, "v", $"must be {Version}.");
        return new(
            id,
            Line(file!.Name, "name"),
            Zone(file.TimeZone),
            file.Languages ?? ["en"],
            file.Contact is null ? null : Person(file.Contact),
            file.AccreditedSince,
            [.. (file.AccessTokens ?? []).Select(Token)]);
    }

    private static TimeZoneInfo Zone(string? name) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(name ?? "", out var zone) ? zone : throw Wrong("timeZone", "must be an IANA name such as Europe/Vienna.");

    private static Contact Person(Contact contact)
    {
        Check(Email.IsMatch(contact.Email ?? "") && MailAddress.TryCreate(contact.Email, out _), "contact.email", "must be an e-mail address.");
        return contact with { Name = contact.Name is { Length: > 0 } name ? Line(name, "contact.name") : contact.Email! };
    }

    private static AccessToken Token(AccessToken? token)
    {
        Check(Digest.IsMatch(token?.Sha256 ?? ""), "accessTokens.sha256", "must be 64 hexadecimal digits.");
        return new(token!.Name ?? "", token.Sha256!.ToLowerInvariant());
    }

    // A line break in a name would add lines to a message's head.
    private static string Line(string? text, string field)
    {
        Check(!string.IsNullOrWhiteSpace(text), field, "is missing.");
        Check(!text!.Any(char.IsControl), field, "must be one line.");
        return text!.Trim();
    }

    private static void Check(bool holds, string field, string message)
    {
        if (!holds)
        {
            throw Wrong(field, message);
        }
    }

    private static FormatException Wrong(string field, string message) => new($"{field}: {message}");

    [GeneratedRegex(@"\A[0-9a-fA-F]{64}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digest { get; }

    [GeneratedRegex(@"\A[^\s@\p{C}]+@[^\s@\p{C}]+\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Email { get; }

    private sealed record File(
        int V,
        string? Name,
        string? TimeZone,
        IReadOnlyList<string>? Languages,
        Contact? Contact,
        DateOnly? AccreditedSince,
        IReadOnlyList<AccessToken?>? AccessTokens);
}
