using System.Globalization;
using System.Text;

namespace Iasios.Core.Tags;

/// <summary>Folds single characters: lower case, no accents, ligatures split. Works on characters of the basic plane.</summary>
internal static class LetterFold
{
    private const int Latin = 0x250;
    private const int Wide = 0xFF00;
    private const int Ligatures = 0xFB00;
    private const int LigaturesEnd = 0xFB07;

    private static readonly string?[] LatinFolds = [.. Enumerable.Range(0, Latin).Select(code => Fold((char)code))];
    private static readonly string?[] LigatureFolds = [.. Enumerable.Range(Ligatures, LigaturesEnd - Ligatures).Select(code => Fold((char)code))];
    private static readonly string?[] WideFolds = [.. Enumerable.Range(Wide, 0xF0).Select(code => Fold((char)code))];

    /// <summary>The folded letters or digits of a character; null where it is neither.</summary>
    public static string? Of(char letter) => letter switch
    {
        < (char)Latin => LatinFolds[letter],
        >= (char)Wide and < (char)(Wide + 0xF0) => WideFolds[letter - Wide],
        >= (char)Ligatures and < (char)LigaturesEnd => LigatureFolds[letter - Ligatures],
        _ when char.IsLetterOrDigit(letter) => char.ToLowerInvariant(letter).ToString(),
        _ => null,
    };

    /// <summary>A mark or an invisible character that belongs to the word around it, such as an accent or a soft hyphen.</summary>
    public static bool IsInside(char letter) => !char.IsAscii(letter) && char.GetUnicodeCategory(letter)
        is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static string? Fold(char letter)
    {
        if (char.IsAscii(letter))
        {
            return char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter).ToString() : null;
        }

        var folded = new StringBuilder();
        foreach (var part in letter.ToString().Normalize(NormalizationForm.FormKD))
        {
            var lower = char.ToLowerInvariant(part);
            folded.Append(lower switch
            {
                'ß' => "ss",
                'æ' => "ae",
                'œ' => "oe",
                'ø' => "o",
                'ł' => "l",
                'ı' => "i",
                _ when char.IsLetterOrDigit(lower) => lower.ToString(),
                _ => "",
            });
        }

        return folded.Length == 0 || !char.IsLetterOrDigit(letter) ? null : folded.ToString();
    }
}
