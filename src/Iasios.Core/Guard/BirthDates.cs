using System.Collections.Frozen;
using System.Globalization;

namespace Iasios.Core.Guard;

/// <summary>A full date found in a text.</summary>
/// <param name="End">The place after it.</param>
/// <param name="Year">Of four digits.</param>
internal readonly record struct FoundDate(int End, int Year);

/// <summary>Reads full dates as people write them in five languages. A year alone, or a date with a part left blank, is none.</summary>
internal static class BirthDates
{
    // Whoever was born later is no adult patient of today's; a date after it is more likely a document's.
    private const int FirstYear = 1905;
    private const int LastUnlabelledYear = 2008;
    private const int CenturyTurn = 30;
    private const int LongestMonth = 10;

    private static readonly FrozenSet<string> Months = FrozenSet.ToFrozenSet(
    [
        "january", "jan", "february", "feb", "march", "mar", "april", "apr", "may", "june", "jun", "july", "jul", "august", "aug", "september",
        "sept", "sep", "october", "oct", "november", "nov", "december", "dec",
        "januar", "janner", "februar", "feber", "marz", "mai", "juni", "juli", "oktober", "okt", "dezember", "dez",
        "janvier", "janv", "fevrier", "fevr", "mars", "avril", "avr", "juin", "juillet", "juil", "aout", "septembre", "octobre", "novembre", "decembre",
        "enero", "ene", "febrero", "marzo", "abril", "abr", "mayo", "junio", "julio", "agosto", "ago", "septiembre", "octubre", "noviembre", "diciembre", "dic",
        "gennaio", "gen", "febbraio", "aprile", "maggio", "mag", "giugno", "giu", "luglio", "lug", "settembre", "set", "ottobre", "ott", "dicembre",
    ]);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> MonthLookup = Months.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads the date that begins at a place of a folded text.</summary>
    public static FoundDate? At(ReadOnlySpan<char> folded, int start)
    {
        if (start >= folded.Length || (start > 0 && char.IsAsciiLetterOrDigit(folded[start - 1])))
        {
            return null;
        }

        var at = start;
        if (char.IsAsciiLetter(folded[start]))
        {
            return MonthFirst(folded, at);
        }

        return Number(folded, ref at) switch
        {
            { Length: 4 } year => YearFirst(folded, at, year.Value),
            { Length: 1 or 2, Value: >= 1 and <= 31 } day => DayFirst(folded, at, day.Value),
            { Length: 8 } compact => Compact(compact.Value, at),
            _ => null,
        };
    }

    /// <summary>The first date that begins within a stretch of a folded text; gives its start too.</summary>
    public static (int Start, FoundDate Date)? Find(ReadOnlySpan<char> folded, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (char.IsAsciiDigit(folded[at]) && (at == 0 || !char.IsAsciiDigit(folded[at - 1])) && At(folded, at) is { } date)
            {
                return (at, date);
            }
        }

        return null;
    }

    /// <summary>Whether a date without a label may be an adult's birth date rather than a document's date.</summary>
    public static bool MayBeBirth(FoundDate date) => date.Year is >= FirstYear and <= LastUnlabelledYear;

    private static FoundDate? DayFirst(ReadOnlySpan<char> folded, int at, int first)
    {
        var separator = at < folded.Length ? folded[at] : '\0';
        if (separator is '.' or '/' or '-' && at + 1 < folded.Length)
        {
            var next = at + 1;
            next = separator == '.' && folded[next] == ' ' ? next + 1 : next;
            var after = next;
            if (Number(folded, ref after) is { Length: 1 or 2, Value: >= 1 and <= 31 } second && (second.Value <= 12 || first <= 12)
                && after < folded.Length && folded[after] == separator)
            {
                after++;
                after = after < folded.Length && folded[after] == ' ' && separator == '.' ? after + 1 : after;
                return Year(folded, after);
            }
        }

        return DayAndMonth(folded, at);
    }

    // 3 May 1950, 3. Marz 1950, 12 de marzo de 1961, 1er mars 1961
    private static FoundDate? DayAndMonth(ReadOnlySpan<char> folded, int at)
    {
        at += folded[at..].StartsWith("er ") || folded[at..].StartsWith("st ") || folded[at..].StartsWith("nd ") || folded[at..].StartsWith("rd ")
            || folded[at..].StartsWith("th ") ? 2 : 0;
        at = Skip(folded, at, ". -");
        at += folded[at..].StartsWith("de ") || folded[at..].StartsWith("of ") ? 3 : 0;
        var end = Word(folded, at);
        if (!IsMonth(folded[at..end]))
        {
            return null;
        }

        at = Skip(folded, end, "., -");
        at += folded[at..].StartsWith("de ") ? 3 : folded[at..].StartsWith("del ") ? 4 : 0;
        return Year(folded, at);
    }

    // May 3, 1950
    private static FoundDate? MonthFirst(ReadOnlySpan<char> folded, int at)
    {
        var end = Word(folded, at);
        if (!IsMonth(folded[at..end]))
        {
            return null;
        }

        at = Skip(folded, end, ". ");
        if (Number(folded, ref at) is not { Length: 1 or 2, Value: >= 1 and <= 31 })
        {
            return null;
        }

        return Year(folded, Skip(folded, at, "., "));
    }

    private static FoundDate? YearFirst(ReadOnlySpan<char> folded, int at, int year)
    {
        if (year is < FirstYear or > 2099 || at >= folded.Length || folded[at] is not ('-' or '/' or '.'))
        {
            return null;
        }

        var separator = folded[at++];
        return Number(folded, ref at) is { Length: 1 or 2, Value: >= 1 and <= 12 }
            && at < folded.Length && folded[at++] == separator
            && Number(folded, ref at) is { Length: 1 or 2, Value: >= 1 and <= 31 }
                ? new(at, year)
                : null;
    }

    private static FoundDate? Compact(int number, int end)
    {
        var yearFirst = (Year: number / 10000, Month: number / 100 % 100, Day: number % 100);
        var dayFirst = (Year: number % 10000, Month: number / 10000 % 100, Day: number / 1000000);
        return IsDate(yearFirst) ? new(end, yearFirst.Year) : IsDate(dayFirst) ? new(end, dayFirst.Year) : null;
    }

    private static bool IsDate((int Year, int Month, int Day) date) => date is { Year: >= FirstYear and <= 2099, Month: >= 1 and <= 12, Day: >= 1 and <= 31 };

    private static FoundDate? Year(ReadOnlySpan<char> folded, int at) => Number(folded, ref at) switch
    {
        { Length: 4, Value: >= FirstYear and <= 2099 } year => new(at, year.Value),
        { Length: 2 } year => new(at, year.Value <= CenturyTurn ? 2000 + year.Value : 1900 + year.Value),
        _ => null,
    };

    private static (int Length, int Value)? Number(ReadOnlySpan<char> folded, ref int at)
    {
        var start = at;
        while (at < folded.Length && at - start < 9 && char.IsAsciiDigit(folded[at]))
        {
            at++;
        }

        return at > start && at - start < 9 ? (at - start, int.Parse(folded[start..at], NumberStyles.None, CultureInfo.InvariantCulture)) : null;
    }

    private static int Skip(ReadOnlySpan<char> folded, int at, string characters)
    {
        var end = Math.Min(folded.Length, at + 3);
        while (at < end && characters.Contains(folded[at], StringComparison.Ordinal))
        {
            at++;
        }

        return at;
    }

    private static int Word(ReadOnlySpan<char> folded, int at)
    {
        var end = at;
        while (end < folded.Length && end - at <= LongestMonth && char.IsAsciiLetter(folded[end]))
        {
            end++;
        }

        return end;
    }

    private static bool IsMonth(ReadOnlySpan<char> word) => word.Length is > 2 and <= LongestMonth && MonthLookup.Contains(word);
}
