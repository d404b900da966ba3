using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Iasios.Core.Facilities;

/// <summary>A facility's short name in paths, keys and addresses: lower-case letters, digits and single hyphens, 3 to 40 characters.</summary>
public sealed partial record FacilityId
{
    private FacilityId(string value) => Value = value;

    /// <summary>The id itself.</summary>
    public string Value { get; }

    /// <summary>Reads an id; gives false when the text is none.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out FacilityId? id)
    {
        id = text is { Length: >= 3 and <= 40 } && Shape.IsMatch(text) ? new(text) : null;
        return id is not null;
    }

    /// <inheritdoc />
    public override string ToString() => Value;

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape { get; }
}
