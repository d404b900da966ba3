namespace Iasios.Core.Guard;

/// <summary>
/// Finds patients without labels: a name or initials with a birth date in a line about an illness, and what is printed on
/// a patient's sticker.
/// </summary>
internal static class UnlabelledPersons
{
    private const int Before = 24;
    private const int MostDates = 8;
    private const int LongestStickerLine = 64;
    private const int StickerAbove = 2;
    private const int StickerBelow = 3;
    private const int FewestDigits = 6;

    private static readonly string[] DocumentDates =
    [
        "date", "datum", "dated", "data", "fecha", "stand", "vom", "version", "valid", "gultig", "from", "since", "seit", " ab ", "issued", "effective", "review", "approved", "freigabe", "signed",
        "rev", "du ", "le ", "del ", "dal ", "until", "bis ", "act", "gesetz", "law", "loi", "ley", "legge", "regulation", "verordnung", "bgbl", "decret", "real decreto", "d.lgs", "n.", "nr.", "no.",
    ];

    /// <summary>The clues of a line that holds a date of an adult's birth.</summary>
    public static void Find(GuardPage page, int line, List<Clue> clues)
    {
        var (start, end) = page.Lines[line];
        for (var dates = 0; dates < MostDates && BirthDates.Find(page.Folded, start, end) is var (at, date) && date.End <= end; dates++)
        {
            start = date.End;
            if (BirthDates.MayBeBirth(date) && !IsDocuments(page, line, at))
            {
                Judge(page, line, at, date, clues);
            }
        }
    }

    private static void Judge(GuardPage page, int line, int at, FoundDate date, List<Clue> clues)
    {
        var shape = PersonBeside.Before(page, line, at);
        var folded = page.FoldedLine(line);
        if (shape is (NameShape.Sure or NameShape.Possible or NameShape.Initials) && StaffWords.SpeaksOfPatient(folded) && !StaffWords.NamesRole(folded))
        {
            clues.Add(Decisive(shape == NameShape.Initials ? PatientDataKind.Initials : PatientDataKind.Name, line, PatientDataPlace.Page));
            clues.Add(Decisive(PatientDataKind.BirthDate, line, PatientDataPlace.Page));
        }
        else if (IsSticker(page, line, date, shape))
        {
            clues.Add(Decisive(PatientDataKind.Name, line, PatientDataPlace.Sticker));
            clues.Add(Decisive(PatientDataKind.BirthDate, line, PatientDataPlace.Sticker));
            clues.Add(Decisive(PatientDataKind.RecordNumber, line, PatientDataPlace.Sticker));
        }
    }

    private static Clue Decisive(PatientDataKind kind, int line, PatientDataPlace place) => new(kind, line, LabelWeight.Anchor, IsDecisive: true, MayBeStaffs: true, place);

    private static bool IsDocuments(GuardPage page, int line, int at)
    {
        var from = Math.Max(page.Lines[line].Start, at - Before);
        var before = page.Folded.AsSpan(from, at - from);
        foreach (var word in DocumentDates)
        {
            if (before.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSticker(GuardPage page, int line, FoundDate date, NameShape beside)
    {
        var name = beside == NameShape.Sure ? line : -1;
        var number = -1;
        for (var at = First(page, line); at <= Last(page, line); at++)
        {
            var folded = page.FoldedLine(at);
            if (folded.Contains(':') || StaffWords.NamesRole(folded) || IsDocuments(page, at, page.Lines[at].End))
            {
                return false;
            }

            name = name < 0 && IsName(page, at) ? at : name;
            number = number < 0 && HasNumber(page, at, at == line ? date.End : page.Lines[at].Start) ? at : number;
        }

        return name >= 0 && number >= 0 && (name != line || number != line || HasSexAfter(page.FoldedLine(line), date.End - page.Lines[line].Start));
    }

    private static int First(GuardPage page, int line)
    {
        var first = line;
        while (first > 0 && line - first < StickerAbove && IsShort(page, first - 1))
        {
            first--;
        }

        return first;
    }

    private static int Last(GuardPage page, int line)
    {
        var last = line;
        while (last + 1 < page.Lines.Count && last - line < StickerBelow && IsShort(page, last + 1))
        {
            last++;
        }

        return last;
    }

    private static bool IsShort(GuardPage page, int line) => page.Lines[line].Length <= LongestStickerLine && !page.IsBlank(line);

    private static bool IsName(GuardPage page, int line)
    {
        if (page.Lines[line].Length > LongestStickerLine)
        {
            return false;
        }

        var text = page.Text.AsSpan(page.Lines[line].Start, page.Lines[line].Length).Trim();
        var (shape, length) = PersonNames.Read(text);
        return shape == NameShape.Sure && text[length..].Trim(" ,.").Length == 0;
    }

    private static bool HasNumber(GuardPage page, int line, int from)
    {
        var (start, end) = page.Lines[line];
        var folded = page.FoldedLine(line);
        if (page.Lines[line].Length > LongestStickerLine || folded.Contains("tel", StringComparison.Ordinal) || folded.Contains("fax", StringComparison.Ordinal) || folded.Contains('+'))
        {
            return false;
        }

        var run = 0;
        for (var at = Math.Max(from, start); at < end; at++)
        {
            run = char.IsAsciiDigit(page.Text[at]) ? run + 1 : 0;
            if (run >= FewestDigits)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasSexAfter(ReadOnlySpan<char> folded, int at)
    {
        var rest = folded[at..].TrimStart(" ,/()-\t|");
        var end = LabelFinder.WordEnd(rest, 0, rest.Length);
        return rest[..end] is "m" or "w" or "f" or "h" or "d" or "male" or "female" or "mannlich" or "weiblich" or "hombre" or "mujer" or "homme" or "femme" or "uomo" or "donna";
    }
}
