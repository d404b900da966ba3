using System.Buffers;
using System.Globalization;

namespace Iasios.Extraction.Office;

/// <summary>Writes a workbook's numbers; those whose style shows a date are written as one, since a date is a number to the file.</summary>
internal sealed class XlsxDates
{
    // Days between the two starts that a workbook may count from: the end of 1899 and the start of 1904.
    private const int DaysTo1904 = 1462;

    private static readonly SearchValues<char> Signs = SearchValues.Create("yYdD\"[\\_*");

    private readonly bool since1904;
    private readonly List<bool> styles = [];

    private XlsxDates(bool since1904) => this.since1904 = since1904;

    /// <summary>For a workbook without styles.</summary>
    public static XlsxDates None { get; } = new(since1904: false);

    public static XlsxDates Read(PartXml xml, bool since1904)
    {
        var dates = new XlsxDates(since1904);
        var ownFormats = new HashSet<string>();
        var inCellFormats = false;
        while (xml.Read())
        {
            if (xml.Name == "cellXfs")
            {
                inCellFormats = xml.Mark is XmlMark.Start;
            }
            else if (xml.StartsAt("numFmt") && ShowsDate(xml.Attribute("formatCode") ?? ""))
            {
                ownFormats.Add(xml.Attribute("numFmtId") ?? "");
            }
            else if (inCellFormats && xml.StartsAt("xf"))
            {
                var format = xml.Attribute("numFmtId") ?? "";
                dates.styles.Add(ownFormats.Contains(format) || IsBuiltInDate(format));
            }
        }

        return dates;
    }

    /// <summary>A date as yyyy-MM-dd, a time without a date as HH:mm, any other number as the file has it.</summary>
    public string Write(string value, string? style)
    {
        var isDate = int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < styles.Count && styles[index];
        if (!isDate || !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var days))
        {
            return value;
        }

        days += since1904 ? DaysTo1904 : 0;
        return days switch
        {
            >= 0 and < 1 => DateTime.FromOADate(days).ToString("HH:mm", CultureInfo.InvariantCulture),
            >= 1 and < 2_958_466 => DateTime.FromOADate(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => value,
        };
    }

    // The last two ranges are the dates of East Asian calendars.
    private static bool IsBuiltInDate(string format) =>
        int.TryParse(format, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 50 and <= 58);

    private static bool ShowsDate(ReadOnlySpan<char> formatCode)
    {
        while (formatCode.IndexOfAny(Signs) is >= 0 and var at)
        {
            var sign = formatCode[at];
            formatCode = formatCode[(at + 1)..];
            switch (sign)
            {
                case '"' or '[':
                    // Quoted words, and colours, currencies or conditions in brackets.
                    var end = formatCode.IndexOf(sign == '"' ? '"' : ']');
                    formatCode = end < 0 ? [] : formatCode[(end + 1)..];
                    break;
                case '\\' or '_' or '*':
                    // The next character is shown as it is, or only its width is.
                    formatCode = formatCode.IsEmpty ? [] : formatCode[1..];
                    break;
                default:
                    return true;
            }
        }

        return false;
    }
}
