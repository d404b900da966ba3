using System.ComponentModel.DataAnnotations;

namespace Iasios.Extraction.Ocr.DocumentIntelligence;

/// <summary>
/// Whether and how scans are read by Azure AI Document Intelligence. Off unless an endpoint is set. When it is on, the
/// whole file of every scan <em>leaves this machine</em>, before anything has looked for patient data in it.
/// </summary>
public sealed record DocumentIntelligenceOptions : IValidatableObject
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Reading:DocumentIntelligence";

    /// <summary>
    /// The resource's address, such as <c>https://our-resource.cognitiveservices.azure.com</c>; https only, but for a
    /// loopback address. Setting it sends scans there.
    /// </summary>
    public string? Endpoint { get; init; }

    /// <summary>One of the resource's keys. Without one the app's identity is used, which is the better way.</summary>
    public string? Key { get; init; }

    /// <summary>The most pages of one document that are sent, over all turns of reading it.</summary>
    [Range(1, 2_000)]
    public int MaxPagesPerDocument { get; init; } = 200;

    /// <summary>The most pages that are sent in a calendar month (UTC), of all facilities together. 0 sends none.</summary>
    [Range(0, 10_000_000)]
    public int MaxPagesPerMonth { get; init; } = 1_000;

    /// <summary>The endpoint as an address.</summary>
    internal Uri Address => new(Endpoint!);

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrWhiteSpace(Endpoint) && !IsAllowed(Endpoint))
        {
            yield return new($"{Section}:{nameof(Endpoint)} must be an https address without a query.", [nameof(Endpoint)]);
        }

        if (Key is not null && (Key.Length == 0 || !Key.All(char.IsAsciiLetterOrDigit)))
        {
            yield return new($"{Section}:{nameof(Key)} is not a key: it has letters and digits only. Leave it out to use the app's identity.", [nameof(Key)]);
        }
    }

    private static bool IsAllowed(string endpoint) =>
        Uri.TryCreate(endpoint, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        && address.Query.Length == 0
        && address.UserInfo.Length == 0;
}
