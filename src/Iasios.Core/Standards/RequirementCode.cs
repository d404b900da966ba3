using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Iasios.Core.Standards;

/// <summary>A sub-requirement's code: the number of its Standard (1 to 13) and its letter, as in "10d".</summary>
public sealed record RequirementCode
{
    private RequirementCode(int standard, char letter) => (Standard, Letter) = (standard, letter);

    /// <summary>The Standard's number, 1 to 13.</summary>
    public int Standard { get; }

    /// <summary>The letter, a to z.</summary>
    public char Letter { get; }

    /// <summary>The code with two digits, "08c", so that text order is the order of the Standards.</summary>
    public string SortKey => string.Create(CultureInfo.InvariantCulture, $"{Standard:D2}{Letter}");

    /// <summary>Reads a code such as "8c", "08c" or "8C"; gives false for anything else.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out RequirementCode? code)
    {
        code = text is { Length: 2 or 3 }
            && char.ToLowerInvariant(text[^1]) is >= 'a' and <= 'z' and var letter
            && int.TryParse(text.AsSpan(..^1), NumberStyles.None, CultureInfo.InvariantCulture, out var standard)
            && standard is >= 1 and <= 13
                ? new(standard, letter)
                : null;
        return code is not null;
    }

    /// <summary>Reads a code that is known to be one.</summary>
    /// <exception cref="FormatException">The text is no code.</exception>
    public static RequirementCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"'{text}' is not a sub-requirement's code such as 8c.");

    /// <summary>The code as people write it, "8c".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Standard}{Letter}");
}
