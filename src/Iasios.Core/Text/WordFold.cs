using System.Globalization;
using System.Text;

namespace Iasios.Core.Text;

/// <summary>Folds letters and words, so that spelling, case, accents and number do not hide a phrase.</summary>
internal static class WordFold
{
    private const int ShortWord = 3;

    /// <summary>Adds a character's folded letters and digits; gives false where it holds none.</summary>
    public static bool TryAppend(Rune rune, StringBuilder word)
    {
        if (rune.IsAscii)
        {
            if (!char.IsAsciiLetterOrDigit((char)rune.Value))
            {
                return false;
            }

            word.Append(char.ToLowerInvariant((char)rune.Value));
            return true;
        }

        var before = word.Length;
        foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            AppendPlain(part, word);
        }

        return word.Length > before;
    }

    /// <summary>A mark or an invisible character that belongs to the word around it, such as an accent or a soft hyphen.</summary>
    public static bool IsInside(Rune rune) => !rune.IsAscii && Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    /// <summary>The form under which a folded word is compared: singular, and one spelling for British and American.</summary>
    public static string Stem(string word)
    {
        if (word.Length <= ShortWord)
        {
            return word;
        }

        var stem = word.Replace("ae", "e", StringComparison.Ordinal)
            .Replace("oe", "e", StringComparison.Ordinal)
            .Replace("ization", "isation", StringComparison.Ordinal);
        stem = Singular(stem);
        stem = stem switch
        {
            [.. var start, 'i' or 'y', 'z'] when start.Length > ShortWord => string.Concat(stem.AsSpan(..^1), "s"),
            [.. var start, 'i' or 'y', 'z', 'e', 'd'] when start.Length > ShortWord => string.Concat(stem.AsSpan(..^3), "sed"),
            [.. var start, 'o', 'u', 'r'] when start.Length > 1 => string.Concat(stem.AsSpan(..^2), "r"),
            [.., 'm', 'm'] => stem[..^1],
            [.. var start, 'e', 'n', 'c'] when start.Length > 1 => string.Concat(stem.AsSpan(..^1), "s"),
            "center" => "centr",
            "theater" => "theatr",
            "practis" => "practic",
            _ => stem,
        };
        return stem;
    }

    private static string Singular(string word)
    {
        var stem = word switch
        {
            [.. var start, 'i', 'e', 's'] when start.Length > 1 => string.Concat(word.AsSpan(..^3), "y"),
            [.., 's' or 'u' or 'i', 's'] => word,
            [.., 'e', 's'] => word[..^2],
            [.., 's'] => word[..^1],
            _ => word,
        };
        return stem is [.., 'e'] && stem.Length > ShortWord ? stem[..^1] : stem;
    }

    private static void AppendPlain(Rune rune, StringBuilder word)
    {
        var lower = Rune.ToLowerInvariant(rune);
        switch (lower.Value)
        {
            case 'ß':
                word.Append("ss");
                break;
            case 'æ':
                word.Append("ae");
                break;
            case 'œ':
                word.Append("oe");
                break;
            case 'ø':
                word.Append('o');
                break;
            case 'ł':
                word.Append('l');
                break;
            default:
                if (Rune.IsLetterOrDigit(lower))
                {
                    word.Append(lower.ToString());
                }

                break;
        }
    }
}
