namespace Iasios.Core.Guard;

/// <summary>One hint at patient data, to be weighed with those around it.</summary>
/// <param name="Kind">The kind of data.</param>
/// <param name="Line">The line's index.</param>
/// <param name="Weight">How much it says.</param>
/// <param name="IsDecisive">Enough by itself.</param>
/// <param name="MayBeStaffs">Whether it may as well be a member of staff's.</param>
/// <param name="Place">Where it was seen.</param>
internal readonly record struct Clue(PatientDataKind Kind, int Line, LabelWeight Weight, bool IsDecisive, bool MayBeStaffs, PatientDataPlace Place = PatientDataPlace.Page);

/// <summary>Looks behind a label for a value of the right shape.</summary>
internal static class FilledLabels
{
    private const int LongestGap = 80;
    private const int ProseGap = 40;
    private const int RoleAfter = 24;
    private const string Marks = " \t:=.·_…-–|/#*[]ºo°,";
    private const string NumberWords = "|number|no|nr|n|nummer|num|numero|id|";

    /// <summary>The clue that a label gives; null when it is blank.</summary>
    public static Clue? Read(GuardPage page, FoundLabel label) => label.Label switch
    {
        { IsProse: true } => Born(page, label),
        { Kind: PatientDataKind.Name } => Name(page, label),
        { Kind: PatientDataKind.BirthDate } => BirthDate(page, label),
        { Kind: PatientDataKind.RecordNumber } => RecordNumber(page, label),
        { Kind: PatientDataKind.InsuranceNumber } => InsuranceNumber(page, label),
        _ => Address(page, label),
    };

    private static Clue? Name(GuardPage page, FoundLabel label)
    {
        var (start, end, isParted) = Value(page, label, " \t:=.·_…-–|");
        if (start >= end)
        {
            return null;
        }

        var text = page.Text.AsSpan(start, end - start);
        var (shape, length) = PersonNames.Read(text);
        if (!isParted && !(StandsFirst(page, label) && text[length..].Trim(" .,").Length == 0))
        {
            (shape, length) = PersonNames.Read(text, isSentence: true);
            return shape == NameShape.Sure && IsNamedPatient(page, label, start, length)
                ? new(PatientDataKind.Name, label.Line, label.Weight, IsDecisive: true, MayBeStaffs: true)
                : null;
        }

        var isExplicit = label.Weight == LabelWeight.Patient;
        return shape switch
        {
            NameShape.Sure => new(PatientDataKind.Name, label.Line, label.Weight, isExplicit || label.Weight == LabelWeight.Anchor, MayBeStaffs: label.Weight == LabelWeight.Weak),
            NameShape.Possible => new(PatientDataKind.Name, label.Line, isExplicit ? LabelWeight.Anchor : LabelWeight.Weak, IsDecisive: false, MayBeStaffs: label.Weight == LabelWeight.Weak),
            NameShape.Initials when label.Weight > LabelWeight.Weak => new(PatientDataKind.Initials, label.Line, LabelWeight.Weak, IsDecisive: false, MayBeStaffs: false),
            _ => null,
        };
    }

    // "der Patientin Hilde Wagner", "il paziente Aldo Neri": a person right behind the word, not a clinic named after one.
    private static bool IsNamedPatient(GuardPage page, FoundLabel label, int start, int length) =>
        label.Label is { Kind: PatientDataKind.Name, Weight: LabelWeight.Anchor }
        && start == label.End + 1
        && page.Folded.AsSpan(start, Math.Min(page.Lines[label.Line].End - start, length + RoleAfter)) is var around
        && !StaffWords.IsInstitution(around)
        && !StaffWords.NamesRole(around);

    private static Clue? BirthDate(GuardPage page, FoundLabel label)
    {
        var (start, _, _) = Value(page, label, Marks);
        return BirthDates.At(page.Folded, start) is null
            ? null
            : new(PatientDataKind.BirthDate, label.Line, LabelWeight.Anchor, IsDecisive: label.IsPatients, MayBeStaffs: !label.IsPatients);
    }

    // "born on 3 May 1950", "nata a Milano il 12/03/1961": between the word and the date stands nothing that makes it a rule about dates.
    private static Clue? Born(GuardPage page, FoundLabel label)
    {
        var lineEnd = page.Lines[label.Line].End;
        var at = page.SkipBlanks(label.End, lineEnd);
        var limit = Math.Min(lineEnd, at + ProseGap);
        while (at < limit)
        {
            if (BirthDates.At(page.Folded, at) is not null)
            {
                return new(PatientDataKind.BirthDate, label.Line, LabelWeight.Anchor, IsDecisive: false, MayBeStaffs: true);
            }

            if (char.IsAsciiDigit(page.Text[at]))
            {
                return null;
            }

            if (!char.IsLetter(page.Text[at]))
            {
                at++;
                continue;
            }

            var end = LabelFinder.WordEnd(page.Folded, at, lineEnd);
            if (!IsConnector(page.Folded.AsSpan(at, end - at)) && !char.IsUpper(page.Text[at]))
            {
                return null;
            }

            at = Math.Max(end, at + 1);
        }

        return null;
    }

    private static Clue? RecordNumber(GuardPage page, FoundLabel label)
    {
        var (start, end, _) = Value(page, label, Marks, skipsNumberWords: true);
        return RecordNumbers.Read(page.Text.AsSpan(start, Math.Max(0, end - start))) switch
        {
            NumberShape.Long => new(PatientDataKind.RecordNumber, label.Line, label.Weight, label.Weight == LabelWeight.Patient, MayBeStaffs: false),
            NumberShape.Short => new(PatientDataKind.RecordNumber, label.Line, (LabelWeight)Math.Min((int)label.Weight, (int)LabelWeight.Anchor), IsDecisive: false, MayBeStaffs: false),
            _ => null,
        };
    }

    // Numbers with right check digits are found wherever they stand; here it is enough that something was filled in.
    private static Clue? InsuranceNumber(GuardPage page, FoundLabel label)
    {
        var (start, end, _) = Value(page, label, Marks, skipsNumberWords: true);
        var text = page.Text.AsSpan(start, Math.Max(0, end - start));
        if (!RecordNumbers.HasIdentifier(text, leastDigits: 6))
        {
            return null;
        }

        var isHealth = label.Weight == LabelWeight.Patient;
        return new(PatientDataKind.InsuranceNumber, label.Line, isHealth ? LabelWeight.Anchor : LabelWeight.Weak, IsDecisive: false, MayBeStaffs: !isHealth);
    }

    private static Clue? Address(GuardPage page, FoundLabel label)
    {
        var (start, end, isParted) = Value(page, label, " \t:=.·_…-–|");
        var digits = page.Text.AsSpan(start, Math.Max(0, end - start)).CountDigits();
        return isParted && digits > 0 && !StaffWords.IsInstitution(page.Folded.AsSpan(start, end - start))
            ? new(PatientDataKind.Address, label.Line, LabelWeight.Weak, label.IsPatients && digits > 0 && end - start > 9, MayBeStaffs: true)
            : null;
    }

    private static bool IsConnector(ReadOnlySpan<char> word) =>
        word is "am" or "on" or "le" or "el" or "il" or "a" or "in" or "en" or "the" or "den" or "de" or "di" or "e" or "at" or "dia" or "date" or "of";

    /// <summary>Where the value of a label lies: behind it, or alone on the next line when nothing is behind it.</summary>
    private static (int Start, int End, bool IsParted) Value(GuardPage page, FoundLabel label, string marks, bool skipsNumberWords = false)
    {
        var lineEnd = page.Lines[label.Line].End;
        var at = SkipMarks(page.Text, label.End, lineEnd, marks, out var isParted);
        if (skipsNumberWords)
        {
            var wordEnd = LabelFinder.WordEnd(page.Folded, at, lineEnd);
            if (wordEnd > at && NumberWords.Contains($"|{page.Folded.AsSpan(at, wordEnd - at)}|", StringComparison.Ordinal))
            {
                at = SkipMarks(page.Text, wordEnd, lineEnd, marks, out _);
            }
        }

        if (at < lineEnd)
        {
            return (at, page.CellEnd(at, Math.Min(lineEnd, at + LongestGap)), isParted);
        }

        return StandsAlone(page, label) ? NextLine(page, label.Line) : (lineEnd, lineEnd, false);
    }

    private static int SkipMarks(string text, int at, int end, string marks, out bool isParted)
    {
        var start = at;
        isParted = false;
        var limit = Math.Min(end, at + LongestGap);
        while (at < limit && marks.Contains(text[at], StringComparison.Ordinal) && !(text[at] == 'o' && at + 1 < end && char.IsLetter(text[at + 1])))
        {
            isParted |= text[at] is ':' or '=' or '\t' or '|' || (text[at] == ' ' && at > start && text[at - 1] is ' ' or '.' or '_' or '…');
            at++;
        }

        return at;
    }

    // "Surname HARGREAVES": nothing but the label and a name in the cell.
    private static bool StandsFirst(GuardPage page, FoundLabel label)
    {
        var before = page.Text.AsSpan(page.Lines[label.Line].Start, label.Start - page.Lines[label.Line].Start);
        return before.IsWhiteSpace() || before.EndsWith("  ") || before[^1] is '\t' or '|' or ';';
    }

    private static bool StandsAlone(GuardPage page, FoundLabel label) =>
        page.Text.AsSpan(page.Lines[label.Line].Start, label.Start - page.Lines[label.Line].Start).Trim(" \t-•*").Length == 0;

    private static (int Start, int End, bool IsParted) NextLine(GuardPage page, int line)
    {
        var next = line + 1;
        next += next < page.Lines.Count && page.IsBlank(next) ? 1 : 0;
        if (next >= page.Lines.Count)
        {
            return (0, 0, false);
        }

        var start = page.SkipBlanks(page.Lines[next].Start, page.Lines[next].End);
        return (start, page.CellEnd(start, Math.Min(page.Lines[next].End, start + LongestGap)), true);
    }
}
