using System.Globalization;

namespace Iasios.Core.Tests.Guard;

/// <summary>Invented numbers whose check digits are computed here, by other means than the guard's.</summary>
internal static class Invented
{
    public static string Nhs { get; } = Append("943476591", digit => Enumerable.Range(0, 9).Sum(at => (10 - at) * ("943476591"[at] - '0')) % 11 is var rest && (11 - rest) % 11 == digit);

    public static string NhsSpaced => $"{Nhs[..3]} {Nhs[3..6]} {Nhs[6..]}";

    public static string Kvnr { get; } = Append("M12345628", digit => $"13{"12345628"}".Select((character, at) => CrossSum((character - '0') * (at % 2 == 0 ? 1 : 2))).Sum() % 10 == digit);

    // The serial number is raised until the check digit is no ten.
    public static string Svnr { get; } = Enumerable.Range(521, 20)
        .Select(serial => (Serial: serial.ToString(CultureInfo.InvariantCulture), Check: $"{serial}120361".Zip([3, 7, 9, 5, 8, 4, 2, 1, 6], (digit, weight) => (digit - '0') * weight).Sum() % 11))
        .Where(number => number.Check < 10)
        .Select(number => $"{number.Serial}{number.Check} 120361")
        .First();

    public static string Ahv
    {
        get
        {
            const string Start = "756921735802";
            var sum = Start.Select((digit, at) => (digit - '0') * (at % 2 == 0 ? 1 : 3)).Sum();
            return $"756.9217.3580.2{(10 - (sum % 10)) % 10}";
        }
    }

    public static string Nir => $"2 61 03 75 116 005 {97 - (2610375116005 % 97):D2}";

    public static string Dni => $"48215736{"TRWAGMYFPDXBNJZSQVHLCKE"[48215736 % 23]}";

    public static string Nie => $"X4821573{"TRWAGMYFPDXBNJZSQVHLCKE"[4821573 % 23]}";

    public static string CodiceFiscale
    {
        get
        {
            const string Start = "BNCLCU61C52F205";
            int[] odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
            var sum = Start.Select((character, at) => (Value: char.IsDigit(character) ? character - '0' : character - 'A', at)).Sum(pair => pair.at % 2 == 0 ? odd[pair.Value] : pair.Value);
            return Start + (char)('A' + (sum % 26));
        }
    }

    /// <summary>Puts the invented numbers in the place of their names, and marks for tab and line end.</summary>
    public static string Fill(string text) => text
        .Replace("{nhs}", NhsSpaced, StringComparison.Ordinal)
        .Replace("{kvnr}", Kvnr, StringComparison.Ordinal)
        .Replace("{svnr}", Svnr, StringComparison.Ordinal)
        .Replace("{ahv}", Ahv, StringComparison.Ordinal)
        .Replace("{nir}", Nir, StringComparison.Ordinal)
        .Replace("{dni}", Dni, StringComparison.Ordinal)
        .Replace("{nie}", Nie, StringComparison.Ordinal)
        .Replace("{cf}", CodiceFiscale, StringComparison.Ordinal)
        .Replace(" / ", "\n", StringComparison.Ordinal)
        .Replace(" > ", "\t", StringComparison.Ordinal);

    private static string Append(string start, Func<int, bool> fits) => start + Enumerable.Range(0, 10).First(fits).ToString(CultureInfo.InvariantCulture);

    private static int CrossSum(int number) => (number / 10) + (number % 10);
}
