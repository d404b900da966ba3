using System.Globalization;
using System.Text.RegularExpressions;

namespace Iasios.Core.Tags;

/// <summary>A date as people write it: a day, or a month that stands for its first or its last day.</summary>
/// <param name="First">The day, or the first of the month.</param>
/// <param name="Last">The day, or the last of the month.</param>
internal sealed partial record WrittenDate(DateOnly First, DateOnly Last)
{
    /// <summary>Matches a date in any form that is read.</summary>
    public const string Pattern =
        @"((mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?,? )?"
        + @"(\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./](\d{4}|\d{2})|\d{1,2}(st|nd|rd|th)?[ -](of )?" + Month + @"\.?,?[ -]\d{4}"
        + "|" + Month + @"\.? \d{1,2}(st|nd|rd|th)?,? \d{4}|" + Month + @"\.?,?[ -]\d{4}|\d{1,2}/\d{4}|\d{4}-\d{2})(?![\d/])";

    private const string Month = "(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)";
    private const string MonthStarts = "jan feb mar apr may jun jul aug sep oct nov dec";
    private const int EarliestYear = 1990;
    private const int LatestYear = 2100;
    private const int Century = 2000;

    /// <summary>Reads a text that <see cref="Pattern"/> matched; null where no such day is in the calendar.</summary>
    public static WrittenDate? Read(string text)
    {
        var numbers = Numbers().Matches(text).Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture)).ToList();
        if (MonthName().Match(text) is { Success: true } name)
        {
            var month = (MonthStarts.IndexOf(name.Value[..3].ToLowerInvariant(), StringComparison.Ordinal) / 4) + 1;
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

    [GeneratedRegex(@"(?<![a-z])" + Month, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MonthName();
}
