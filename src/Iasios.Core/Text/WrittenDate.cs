using System.Globalization;
using System.Text.RegularExpressions;

namespace Iasios.Core.Text;

/// <summary>A date as people write it: a day, or a month that stands for its first or its last day.</summary>
/// <param name="First">The day, or the first of the month.</param>
/// <param name="Last">The day, or the last of the month.</param>
internal sealed partial record WrittenDate(DateOnly First, DateOnly Last)
{
    /// <summary>Matches a date in any form that is read.</summary>
    public const string Pattern =
        @"((mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?,? )?"
        + @"(\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./](\d{4}|\d{2})|\d{1,2}(st|nd|rd|th|er|[.º°])?[ -](of |de |d['’])?" + Month + @"\.?,?( del?)?[ -]\d{4}"
        + "|" + Month + @"\.? \d{1,2}(st|nd|rd|th)?,? \d{4}|" + Month + @"\.?,?( del?)?[ -]\d{4}|\d{1,2}/\d{4}|\d{4}-\d{2})(?![\d/])";

    // English, German, French, Spanish, Italian; with and without their accents.
    private const string Month =
        "(jan(uary|uar|vier|v)?|j[aä]n(ner)?|enero|ene|gennaio|genn?|feb(ruary|ruar|rero|braio)?|f[eé]v(rier|r)?|mar(ch|s|zo)?|m[aä]rz|mrz|apr(il|ile)?|avr(il)?|abr(il)?|may|mai|mayo|maggio|magg?"
        + "|june?|juni|juin|junio|giugno|giu|july?|juli|juil(let)?|julio|luglio|lug|aug(ust)?|ao[uû]t|ago(sto)?|sep(t(ember|embre|iembre)?)?|set(tembre|iembre|t)?|oct(ober|obre|ubre)?|okt(ober)?|ott(obre)?"
        + "|nov(ember|embre|iembre)?|dec(ember|embre)?|d[eé]c(embre)?|dez(ember)?|dic(iembre|embre)?)";

    // The first three letters tell the month in all five languages, but for June and July in French.
    private const string MonthStarts = "jan ene gen|feb fev|mar mrz|apr avr abr|may mai mag|jun giu juin|jul lug juil|aug ago aou|sep set|oct okt ott|nov|dec dez dic";
    private const int EarliestYear = 1990;
    private const int LatestYear = 2100;
    private const int Century = 2000;

    /// <summary>Reads a text that <see cref="Pattern"/> matched; null where no such day is in the calendar.</summary>
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

    /// <summary>Reads the date that a text begins with; null where it begins otherwise.</summary>
    public static WrittenDate? ReadStart(string text) => Start().Match(text) is { Success: true } match ? Read(match.Value) : null;

    /// <summary>Whether a text is a date and nothing else.</summary>
    public static bool IsWhole(string text) => Start().Match(text) is { Success: true } match && match.Length == text.Length;

    private static int MonthOf(string name)
    {
        var folded = Tokenizer.Tokenize(name)[0].Word;
        var start = folded[..(folded.StartsWith("jui", StringComparison.Ordinal) ? 4 : 3)];
        return Array.FindIndex(MonthStarts.Split('|'), starts => starts.Split(' ').Contains(start)) + 1;
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

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbers();

    [GeneratedRegex("^" + Pattern, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Start();

    [GeneratedRegex(@"(?<![a-z])" + Month, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MonthName();
}
