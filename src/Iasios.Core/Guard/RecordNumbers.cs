namespace Iasios.Core.Guard;

/// <summary>How surely a value is the number of a patient or record.</summary>
internal enum NumberShape
{
    /// <summary>No number, a date, a pseudonym or an example.</summary>
    None,

    /// <summary>Four or five figures: may be a place in a list.</summary>
    Short,

    /// <summary>Six figures or more.</summary>
    Long,
}

/// <summary>Tells the numbers of patients and records from dates, telephone numbers, pseudonyms and examples.</summary>
internal static class RecordNumbers
{
    private const int LeastDigits = 4;
    private const int LongDigits = 6;
    private const int MostLetters = 4;
    private const int Longest = 24;

    /// <summary>Reads the number that a value begins with.</summary>
    public static NumberShape Read(ReadOnlySpan<char> value)
    {
        var token = Token(value);
        var digits = token.CountDigits();
        var letters = CountLetters(token);
        if (digits < LeastDigits || letters > MostLetters || IsDate(token) || IsExample(token))
        {
            return NumberShape.None;
        }

        return digits >= LongDigits && !IsPseudonym(token, letters) ? NumberShape.Long : IsPseudonym(token, letters) ? NumberShape.None : NumberShape.Short;
    }

    /// <summary>Whether a value begins with letters and figures that may be an identifier, blanks between them allowed.</summary>
    public static bool HasIdentifier(ReadOnlySpan<char> value, int leastDigits)
    {
        var digits = 0;
        var letters = 0;
        var at = 0;
        for (; at < value.Length && at < Longest; at++)
        {
            if (char.IsAsciiDigit(value[at]))
            {
                digits++;
            }
            else if (char.IsAsciiLetterUpper(value[at]))
            {
                letters++;
            }
            else if (value[at] is not (' ' or '.' or '-' or '/'))
            {
                break;
            }
        }

        return digits >= leastDigits && letters <= 10 && !IsExample(value[..at]);
    }

    /// <summary>How many figures a text has.</summary>
    public static int CountDigits(this ReadOnlySpan<char> text)
    {
        var digits = 0;
        foreach (var character in text)
        {
            digits += char.IsAsciiDigit(character) ? 1 : 0;
        }

        return digits;
    }

    // A number may be written in groups, "12 34 56"; a word of letters ends it.
    private static ReadOnlySpan<char> Token(ReadOnlySpan<char> value)
    {
        var end = 0;
        while (end < value.Length && end < Longest
            && (char.IsAsciiLetterOrDigit(value[end]) || value[end] is '-' or '/' or '.'
                || (value[end] == ' ' && end + 1 < value.Length && end > 0 && char.IsAsciiDigit(value[end + 1]) && char.IsAsciiDigit(value[end - 1]))))
        {
            end++;
        }

        return value[..end].TrimEnd(".-/");
    }

    private static int CountLetters(ReadOnlySpan<char> token)
    {
        var letters = 0;
        foreach (var character in token)
        {
            letters += char.IsAsciiLetter(character) ? 1 : 0;
        }

        return letters;
    }

    private static bool IsDate(ReadOnlySpan<char> token) => BirthDates.At(token, 0) is { } date && date.End == token.Length && token.ContainsAny("./-");

    // "P-001", "IR-2026-014": letters, then a year and a place in a list, or a short number.
    private static bool IsPseudonym(ReadOnlySpan<char> token, int letters)
    {
        var last = token.LastIndexOfAny("-/");
        return letters > 0 && last > 0 && token[(last + 1)..].CountDigits() < 5;
    }

    // 1234567, 0000000, 999999 and their like stand in instructions.
    private static bool IsExample(ReadOnlySpan<char> token)
    {
        var previous = -1;
        var isSame = true;
        var isRising = true;
        foreach (var character in token)
        {
            if (char.IsAsciiDigit(character))
            {
                var digit = character - '0';
                isSame &= previous < 0 || digit == previous;
                isRising &= previous < 0 || digit == (previous + 1) % 10;
                previous = digit;
            }
        }

        return isSame || isRising;
    }
}
