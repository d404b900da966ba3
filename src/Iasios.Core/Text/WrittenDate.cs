using System.Globalization;
using System.Text.RegularExpressions;

namespace Iasios.Core.Text;

/// <summary>A date as people write it: a day, or a month that stands for its first or its last day.</summary>
/// <param name="First">The day, or the first of the month.</param>
/// <param name="Last">The day, or the last of the month.</param>
internal sealed partial record WrittenDate(DateOnly First, DateOnly Last)
{
    private const string Weekday =
        @"((mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?|(mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|(lun|mar|mercre|jeu|vendre|same)di|dimanche|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo|(lune|marte|mercole|giove|vener)d[iì]|sabato|domenica)";

    private const string Day =
        @"([0-9]{4}[-./][0-9]{1,2}[-./][0-9]{1,2}|[0-9]{1,2}(\. ?|[-/])[0-9]{1,2}(\. ?|[-/])([0-9]{4}|[0-9]{2})|[0-9]{1,2}(st|nd|rd|th|er|[.º°])?[ \u00A0-]{1,2}(of |de |d['’])?" + Month + @"\.?,?( del?)?[ \u00A0-][0-9]{4}"
        + "|[0-9]{1,2}-" + Month + @"-[0-9]{2}|" + Month + @"\.? [0-9]{1,2}(st|nd|rd|th)?,? [0-9]{4}|" + Month + @"\.?,?( del?)?[ \u00A0-][0-9]{4}|[0-9]{1,2}/[0-9]{4}|[0-9]{4}-[0-9]{2})(?![0-9/]|-[0-9])";

    // How the months begin in English, German, French, Spanish and Italian. What follows is checked when the date is read: a
    // pattern of all names in full would be too large.
    private const string Month =
        "(j[aä]n|ene|gen|f[eé][bv]|m[aä]r|mrz|apr|avr|abr|mai|may|mag|jun|jui|giu|jul|lug|aug|ao[uû]|ago|sep|set|o[ck]t|ott|nov|d[eé][cz]|dic)[a-zéû]{0,7}";

    private static readonly string[][] Months =
    [
        ["january", "januar", "janner", "janvier", "enero", "gennaio"], ["february", "februar", "fevrier", "febrero", "febbraio"], ["march", "marz", "mrz", "mars", "marzo"],
        ["april", "avril", "abril", "aprile"], ["may", "mai", "mayo", "maggio"], ["june", "juni", "juin", "junio", "giugno"],
        ["july", "juli", "juillet", "julio", "luglio"], ["august", "aout", "agosto"], ["september", "septembre", "septiembre", "setiembre", "settembre"],
        ["october", "oktober", "octobre", "octubre", "ottobre"], ["november", "novembre", "noviembre"], ["december", "dezember", "decembre", "diciembre", "dicembre"],
    ];

    private const int EarliestYear = 1990;
    private const int LatestYear = 2100;
    private const int Century = 2000;

    /// <summary>Reads a text that a pattern below matched; null where no such day is in the calendar.</summary>
    public static WrittenDate? Read(string text)
    {
        var numbers = Numbers().Matches(text).Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture)).ToList();
        if (MonthName().Match(text) is { Success: true } name)
        {
            var month = MonthOf(name.Value);
            return numbers.Count == 1 ? OfMonth(numbers[0], month) : Of(numbers[^1], month, numbers[0]);
        }

        return numbers switch
        {
            [> 31 and var year, var month] => OfMonth(year, month),
            [var month, var year] => OfMonth(year, month),
            [> 31 and var year, var month, var day] => Of(year, month, day),
            [var day, <= 12 and var month, var year] => Of(year, month, day),
            // A second number over twelve can only be the day.
            [var month, var day, var year] => Of(year, month, day),
            _ => null,
        };
    }

    /// <summary>The dates in a line, in order, with the places where each begins and ends. Days that are in no calendar are left out.</summary>
    public static IEnumerable<(WrittenDate Date, int Start, int End)> FindAll(string line)
    {
        for (var match = Anywhere().Match(line); match.Success; match = match.NextMatch())
        {
            if (Read(match.Value) is { } date)
            {
                yield return (date, match.Index, match.Index + match.Length);
            }
        }
    }

    /// <summary>False for most lines without a date: every date has a year of four digits, three groups of digits, or hyphens around the month.</summary>
    public static bool MayStandIn(ReadOnlySpan<char> line)
    {
        var (digits, groups, inGroup) = (0, 0, false);
        foreach (var letter in line)
        {
            if (!char.IsAsciiDigit(letter))
            {
                inGroup = false;
                continue;
            }

            digits = inGroup ? digits + 1 : 1;
            groups += inGroup ? 0 : 1;
            inGroup = true;
            if (digits == 4 || groups == 3)
            {
                return true;
            }
        }

        return groups == 2 && line.Contains('-');
    }

    /// <summary>Reads the date that a text begins with; null where it begins otherwise.</summary>
    public static WrittenDate? ReadStart(string text) => Start().Match(text) is { Success: true } match ? Read(match.Value) : null;

    /// <summary>Whether a text is a date and nothing else.</summary>
    public static bool IsWhole(string text) => Start().Match(text) is { Success: true } match && match.Length == text.Length;

    // 0 for a word that only begins like a month.
    private static int MonthOf(string name)
    {
        var folded = Tokenizer.Tokenize(name)[0].Word;
        return Array.FindIndex(Months, names => Array.Exists(names, month => month.StartsWith(folded, StringComparison.Ordinal))) + 1;
    }

    private static WrittenDate? OfMonth(int year, int month) =>
        Of(year, month, 1) is { } first ? new(first.First, first.First.AddMonths(1).AddDays(-1)) : null;

    private static WrittenDate? Of(int year, int month, int day)
    {
        year = year < 100 ? year + Century : year;
        if (year is < EarliestYear or > LatestYear || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return null;
        }

        var date = new DateOnly(year, month, day);
        return new(date, date);
    }

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbers();

    [GeneratedRegex("^(" + Weekday + @"\.?,? )?" + Day, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Start();

    [GeneratedRegex(@"(?<![\p{L}0-9])" + Day, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Anywhere();

    [GeneratedRegex(@"(?<![a-z])" + Month, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MonthName();
}
