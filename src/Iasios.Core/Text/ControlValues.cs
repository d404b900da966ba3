namespace Iasios.Core.Text;

/// <summary>Tells whether what stands behind a label can be its value.</summary>
internal static class ControlValues
{
    private const int LongestCode = 40;
    private const int MostCodeWords = 6;
    private const int LongestName = 120;
    private const int LongestTitle = 200;

    /// <summary>The value of a pair, and whether its label is a sure one; null where it is none.</summary>
    public static (ControlValue Value, bool Sure)? Check(ControlPair pair, PageText page)
    {
        var text = page.Text[pair.Start..pair.End];
        if (pair.Label.Field is not { } labelled || text.Length == 0 || !(pair.IsParted || IsPlain(text)))
        {
            return null;
        }

        // "Approved: 1 March 2026" and "Stand: 03/2026" give a day, whatever else the label may stand for.
        var field = labelled is ControlField.ApprovedBy or ControlField.Version && WrittenDate.ReadStart(text) is not null ? ControlField.Issued : labelled;
        return Fits(field, text) ? (new(field, 0, pair.Start, text), pair.Label.Sure && field == labelled) : null;
    }

    // Without a colon only a date, a version or a number is surely a value.
    private static bool IsPlain(string text) =>
        WrittenDate.IsWhole(text) || (text.Any(char.IsAsciiDigit) && !text.Any(char.IsWhiteSpace));

    private static bool Fits(ControlField field, string text) => field switch
    {
        ControlField.Title => text.Length is > 2 and <= LongestTitle && text.Any(char.IsLetter),
        ControlField.Number => IsCode(text) && text.Any(char.IsAsciiDigit),
        ControlField.Version => IsCode(text) && (text.Any(char.IsAsciiDigit) || text is [>= 'A' and <= 'Z']),
        ControlField.Owner or ControlField.ApprovedBy => text.Length <= LongestName && text.Count(char.IsLetter) > 1 && text[^1] is not ('.' or ';') && WrittenDate.ReadStart(text) is null,
        _ => WrittenDate.ReadStart(text) is not null,
    };

    private static bool IsCode(string text) => text.Length <= LongestCode && text.Count(char.IsWhiteSpace) < MostCodeWords;
}
