using System.Globalization;

namespace Iasios.Core.Guard;

/// <summary>Finds patients in copied machine messages: HL7 version 2 (PID), DICOM headers (group 0010), GDT and BDT lines, and birth dates in FHIR and CDA.</summary>
internal static class InterchangeRecords
{
    private const string Hl7 = "pid|";
    private const int Hl7Fields = 8;
    private const int Hl7Identifiers = 3;
    private const int Hl7Name = 5;
    private const int Hl7Birth = 7;
    private const int LongestValue = 96;
    private const int LengthOfDate = 8;

    /// <summary>The clues of a line; each is enough by itself.</summary>
    public static void Find(GuardPage page, int line, List<Clue> clues)
    {
        var folded = page.FoldedLine(line);
        FindHl7(folded, line, clues);
        FindDicom(folded, line, clues);
        FindGdt(folded.Trim(), line, clues);
        FindMarkup(folded, line, clues);
    }

    private static void FindHl7(ReadOnlySpan<char> folded, int line, List<Clue> clues)
    {
        var start = folded.IndexOf(Hl7);
        if (start < 0 || (start > 0 && char.IsAsciiLetterOrDigit(folded[start - 1])))
        {
            return;
        }

        var rest = folded[start..];
        for (var field = 0; field < Hl7Fields && !rest.IsEmpty; field++)
        {
            var end = rest.IndexOf('|');
            var value = end < 0 ? rest : rest[..end];
            Add(clues, line, PatientDataKind.RecordNumber, field == Hl7Identifiers && value.CountDigits() > 3);
            Add(clues, line, PatientDataKind.Name, field == Hl7Name && IsCaretName(value));
            Add(clues, line, PatientDataKind.BirthDate, field == Hl7Birth && IsCompactDate(value));
            rest = end < 0 ? [] : rest[(end + 1)..];
        }
    }

    // "(0010,0010) PN [WAGNER^HILDE]", "0010,0030  Patient's Birth Date: 19551117"
    private static void FindDicom(ReadOnlySpan<char> folded, int line, List<Clue> clues)
    {
        var tag = folded.IndexOf("0010,00");
        if (tag < 0 || tag + 9 > folded.Length)
        {
            return;
        }

        var element = folded.Slice(tag + 7, 2);
        var value = Head(folded[(tag + 9)..], LongestValue);
        Add(clues, line, PatientDataKind.Name, element is "10" && IsCaretName(value));
        Add(clues, line, PatientDataKind.BirthDate, element is "30" && BirthDates.Find(value, 0, value.Length) is not null);
    }

    // Three figures for the length with the line's end, four for the field, then the value.
    private static void FindGdt(ReadOnlySpan<char> text, int line, List<Clue> clues)
    {
        if (text.Length is < 8 or > LongestValue || !int.TryParse(text[..3], NumberStyles.None, CultureInfo.InvariantCulture, out var length) || length != text.Length + 2)
        {
            return;
        }

        var field = text[3..7];
        Add(clues, line, PatientDataKind.Name, field is "3101" or "3102");
        Add(clues, line, PatientDataKind.BirthDate, field is "3103" && IsCompactDate(text[7..]));
    }

    private static void FindMarkup(ReadOnlySpan<char> folded, int line, List<Clue> clues)
    {
        var at = folded.IndexOf("birthdate\"");
        at = at < 0 ? folded.IndexOf("birthtime value") : at;
        var value = at < 0 ? [] : Head(folded[at..], 40);
        Add(clues, line, PatientDataKind.BirthDate, BirthDates.Find(value, 0, value.Length) is not null);
    }

    private static void Add(List<Clue> clues, int line, PatientDataKind kind, bool isThere)
    {
        if (isThere)
        {
            clues.Add(new(kind, line, LabelWeight.Patient, IsDecisive: true, MayBeStaffs: false));
        }
    }

    // Headers made anonymous and phantoms keep the caret.
    private static bool IsCaretName(ReadOnlySpan<char> value)
    {
        var caret = value.IndexOf('^');
        return caret > 1 && char.IsLetter(value[caret - 1]) && caret + 1 < value.Length && char.IsLetter(value[caret + 1])
            && !value.Contains("anon", StringComparison.Ordinal) && !value.Contains("phantom", StringComparison.Ordinal) && !value.Contains("test", StringComparison.Ordinal);
    }

    private static bool IsCompactDate(ReadOnlySpan<char> value) => value.Length >= LengthOfDate && BirthDates.At(value[..LengthOfDate], 0) is not null;

    private static ReadOnlySpan<char> Head(ReadOnlySpan<char> text, int length) => text[..Math.Min(length, text.Length)];
}
