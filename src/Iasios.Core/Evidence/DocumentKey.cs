using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Iasios.Core.Evidence;

/// <summary>
/// Names a document in row keys and addresses: 26 characters of base 32 made from the exact bytes of its blob name,
/// so that the same place always has the same key and no name can break a key.
/// </summary>
public sealed partial record DocumentKey
{
    private const int Length = 26;
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    private DocumentKey(string value) => Value = value;

    /// <summary>The key itself.</summary>
    public string Value { get; }

    /// <summary>The key of a blob in the evidence container.</summary>
    public static DocumentKey For(string blobName)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(blobName));
        return new(string.Create(Length, hash, static (characters, bytes) =>
        {
            for (var i = 0; i < characters.Length; i++)
            {
                var bit = i * 5;
                var pair = (bytes[bit / 8] << 8) | bytes[(bit / 8) + 1];
                characters[i] = Alphabet[(pair >> (11 - (bit % 8))) & 31];
            }
        }));
    }

    /// <summary>Reads a key; gives false when the text is none.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out DocumentKey? key)
    {
        key = text is not null && Shape.IsMatch(text) ? new(text) : null;
        return key is not null;
    }

    /// <inheritdoc />
    public override string ToString() => Value;

    [GeneratedRegex(@"\A[a-z2-7]{26}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape { get; }
}
