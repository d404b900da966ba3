namespace Iasios.Core.Guard;

/// <summary>
/// The check digits of national and insurance numbers. Every method takes the number in capitals, without blanks and
/// marks, and gives false for anything that is no such number.
/// </summary>
public static class NationalNumbers
{
    private const string SpanishLetters = "TRWAGMYFPDXBNJZSQVHLCKE";
    private const string ItalianMonths = "ABCDEHLMPRST";

    // Digits of a codice fiscale may be replaced by these letters when two people would have the same.
    private const string ItalianDigitLetters = "LMNPQRSTUV";

    private static readonly int[] AustrianWeights = [3, 7, 9, 0, 5, 8, 4, 2, 1, 6];
    private static readonly int[] ItalianOddPlaces = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

    /// <summary>The NHS number of England and Wales: ten digits, the last from the others by modulus 11.</summary>
    public static bool IsNhsNumber(ReadOnlySpan<char> number)
    {
        if (number.Length != 10 || !AreDigits(number) || AreAllTheSame(number))
        {
            return false;
        }

        var sum = 0;
        for (var at = 0; at < 9; at++)
        {
            sum += (10 - at) * Digit(number[at]);
        }

        return (11 - (sum % 11)) % 11 == Digit(number[9]);
    }

    /// <summary>The German Krankenversichertennummer: a letter and nine digits, the last a check digit.</summary>
    public static bool IsKvnr(ReadOnlySpan<char> number)
    {
        if (number.Length != 10 || !char.IsAsciiLetterUpper(number[0]) || !AreDigits(number[1..]))
        {
            return false;
        }

        var letter = number[0] - 'A' + 1;
        var sum = CrossSum(letter / 10) + CrossSum(letter % 10 * 2);
        for (var at = 1; at < 9; at++)
        {
            sum += CrossSum(Digit(number[at]) * (at % 2 == 1 ? 1 : 2));
        }

        return sum % 10 == Digit(number[9]);
    }

    /// <summary>The Austrian Sozialversicherungsnummer: a serial number, a check digit and a day of birth.</summary>
    public static bool IsSvnr(ReadOnlySpan<char> number)
    {
        if (number.Length != 10 || !AreDigits(number) || number[0] == '0' || Number(number[4..6]) is < 1 or > 31 || Number(number[6..8]) is < 1 or > 15)
        {
            return false;
        }

        var sum = 0;
        for (var at = 0; at < 10; at++)
        {
            sum += AustrianWeights[at] * Digit(number[at]);
        }

        return sum % 11 == Digit(number[3]);
    }

    /// <summary>The Swiss AHV or AVS number: 756, nine digits and the check digit of an EAN-13.</summary>
    public static bool IsAhv(ReadOnlySpan<char> number)
    {
        if (number.Length != 13 || !AreDigits(number) || !number.StartsWith("756"))
        {
            return false;
        }

        var sum = 0;
        for (var at = 0; at < 12; at++)
        {
            sum += Digit(number[at]) * (at % 2 == 0 ? 1 : 3);
        }

        return (10 - (sum % 10)) % 10 == Digit(number[12]);
    }

    /// <summary>The French NIR: sex, year and month of birth, place, order, and a key by modulus 97. Corsica's 2A and 2B are known.</summary>
    public static bool IsNir(ReadOnlySpan<char> number)
    {
        if (number.Length != 15 || number[0] is not ('1' or '2') || !AreDigits(number[..5]) || Number(number[3..5]) is < 1 or (> 12 and < 20) or (> 42 and < 50))
        {
            return false;
        }

        Span<char> digits = stackalloc char[15];
        number.CopyTo(digits);
        var corsica = 0L;
        if (digits[5] == '2' && digits[6] is 'A' or 'B')
        {
            corsica = digits[6] == 'A' ? 1_000_000 : 2_000_000;
            digits[6] = '0';
        }

        return AreDigits(digits) && 97 - ((Number(digits[..13]) - corsica) % 97) == Number(digits[13..]);
    }

    /// <summary>The Spanish DNI (eight digits and a letter) or NIE (X, Y or Z, seven digits and a letter).</summary>
    public static bool IsDniOrNie(ReadOnlySpan<char> number)
    {
        if (number.Length != 9)
        {
            return false;
        }

        Span<char> digits = stackalloc char[8];
        number[..8].CopyTo(digits);
        digits[0] = digits[0] is 'X' or 'Y' or 'Z' ? (char)('0' + digits[0] - 'X') : digits[0];
        return AreDigits(digits) && !AreAllTheSame(digits) && number[8] == SpanishLetters[(int)(Number(digits) % 23)];
    }

    /// <summary>The Italian codice fiscale of a person: sixteen letters and digits, the last a check letter.</summary>
    public static bool IsCodiceFiscale(ReadOnlySpan<char> number)
    {
        if (number.Length != 16 || !HasItalianShape(number))
        {
            return false;
        }

        var sum = 0;
        for (var at = 0; at < 15; at++)
        {
            var value = char.IsAsciiDigit(number[at]) ? Digit(number[at]) : number[at] - 'A';
            sum += at % 2 == 0 ? ItalianOddPlaces[value] : value;
        }

        return number[15] == 'A' + (sum % 26);
    }

    private static bool HasItalianShape(ReadOnlySpan<char> number)
    {
        for (var at = 0; at < 16; at++)
        {
            var fits = at switch
            {
                < 6 or 11 or 15 => char.IsAsciiLetterUpper(number[at]),
                8 => ItalianMonths.Contains(number[at], StringComparison.Ordinal),
                _ => char.IsAsciiDigit(number[at]) || ItalianDigitLetters.Contains(number[at], StringComparison.Ordinal),
            };
            if (!fits)
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    private static bool AreAllTheSame(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(text[0]);

    private static int Digit(char digit) => digit - '0';

    private static int CrossSum(int number) => (number / 10) + (number % 10);

    private static long Number(ReadOnlySpan<char> digits)
    {
        var number = 0L;
        foreach (var digit in digits)
        {
            number = (number * 10) + Digit(digit);
        }

        return number;
    }
}
