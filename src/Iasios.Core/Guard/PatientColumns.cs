namespace Iasios.Core.Guard;

/// <summary>Finds tables whose columns are headed by a patient's labels and filled.</summary>
internal static class PatientColumns
{
    private const int MostColumns = 30;
    private const int MostRows = 40;
    private const int Remainder = 8;

    private static readonly string[] IllnessHeads = ["diagnos", "tumor", "tumour", "entitat", "erkrankung", "indication", "indikation", "indicacion", "indicazione", "eingriff", "intervention", "procedure", "procedimiento", "procedura", "patolog", "pathology"];

    /// <summary>The clues of the table that begins with a line; gives the table's last line, or the line itself when it is no table's head.</summary>
    public static int Find(GuardPage page, int line, IReadOnlyList<FoundLabel> labels, List<Clue> clues)
    {
        var heads = page.Cells(line);
        if (heads.Count < 2)
        {
            return line;
        }

        var columns = labels.Take(MostColumns).Select(label => (Label: label, Index: heads.FindIndex(0, Math.Min(heads.Count, MostColumns), cell => Heads(page, label, cell)))).Where(column => column.Index >= 0).ToList();
        if (columns.Count == 0)
        {
            return line;
        }

        var rows = Rows(page, line, heads, out var last);
        var folded = page.FoldedLine(line);
        var isStaffs = StaffWords.NamesRole(folded);
        var tellsIllness = Array.Exists(IllnessHeads, head => page.FoldedLine(line).Contains(head, StringComparison.Ordinal));
        foreach (var (label, index) in columns)
        {
            var filled = Count(page, rows, index);
            if (Judge(label, filled, tellsIllness && !isStaffs) is { } clue && !(clue.MayBeStaffs && isStaffs))
            {
                clues.Add(clue);
            }
        }

        return rows.Count == 0 ? line : last;
    }

    private static Clue? Judge(FoundLabel label, Filled filled, bool tellsIllness)
    {
        bool Most(int count) => count > 0 && count * 2 >= filled.Cells;
        var isPatients = label.Weight > LabelWeight.Weak;
        return label.Label.Kind switch
        {
            PatientDataKind.Name when Most(filled.SureNames) && (isPatients || tellsIllness) => Make(label, PatientDataKind.Name, isDecisive: true, mayBeStaffs: !isPatients),
            PatientDataKind.Name when Most(filled.SureNames + filled.PossibleNames) && !label.Label.IsProse => Make(label, PatientDataKind.Name, isDecisive: false, mayBeStaffs: !isPatients),
            PatientDataKind.Name when Most(filled.Initials) && isPatients => new(PatientDataKind.Initials, label.Line, LabelWeight.Weak, IsDecisive: false, MayBeStaffs: false, PatientDataPlace.Column),
            PatientDataKind.BirthDate when Most(filled.Dates) => Make(label, PatientDataKind.BirthDate, isDecisive: true, mayBeStaffs: true),
            PatientDataKind.RecordNumber when Most(filled.LongNumbers) => Make(label, PatientDataKind.RecordNumber, label.Weight == LabelWeight.Patient && filled.LongNumbers > 1, mayBeStaffs: false),
            PatientDataKind.RecordNumber when Most(filled.LongNumbers + filled.ShortNumbers) => Make(label, PatientDataKind.RecordNumber, isDecisive: false, mayBeStaffs: false),
            PatientDataKind.InsuranceNumber when Most(filled.Identifiers) =>
                Make(label, PatientDataKind.InsuranceNumber, label.Weight == LabelWeight.Patient && filled.Identifiers > 1, mayBeStaffs: label.Weight != LabelWeight.Patient),
            _ => null,
        };
    }

    private static Clue Make(FoundLabel label, PatientDataKind kind, bool isDecisive, bool mayBeStaffs) =>
        new(kind, label.Line, label.Weight == LabelWeight.Weak ? LabelWeight.Weak : LabelWeight.Anchor, isDecisive, mayBeStaffs, PatientDataPlace.Column);

    private static bool Heads(GuardPage page, FoundLabel label, Stretch cell)
    {
        if (label.Start < cell.Start || label.Start >= cell.End || label.Start - cell.Start > 1)
        {
            return false;
        }

        var rest = page.Folded.AsSpan(Math.Min(label.End, cell.End), Math.Max(0, cell.End - label.End));
        return rest.Trim(" .:/-()").Length <= Remainder && !rest.ContainsAnyInRange('0', '9');
    }

    private static List<(int Line, List<Stretch?> Cells)> Rows(GuardPage page, int head, List<Stretch> heads, out int last)
    {
        var rows = new List<(int, List<Stretch?>)>();
        var blanks = 0;
        last = head;
        for (var line = head + 1; line < page.Lines.Count && rows.Count < MostRows && blanks < 2; line++)
        {
            if (page.IsBlank(line))
            {
                blanks++;
                continue;
            }

            var cells = page.Cells(line);
            if (cells.Count < 2)
            {
                // A drawn line, or a cell that went on below; anything longer is text after the table.
                if (page.Lines[line].Length > 40 && page.Folded.AsSpan(page.Lines[line].Start, page.Lines[line].Length).ContainsAnyInRange('a', 'z'))
                {
                    break;
                }

                continue;
            }

            blanks = 0;
            last = line;
            rows.Add((line, Arrange(page, line, cells, heads)));
        }

        return rows;
    }

    // Tabs and bars keep empty cells, so the place in the row tells the column; blanks do not, so the place on the page does.
    private static List<Stretch?> Arrange(GuardPage page, int line, List<Stretch> cells, List<Stretch> heads)
    {
        if (page.FoldedLine(line).ContainsAny("\t|;"))
        {
            return [.. cells.Take(MostColumns).Select(cell => (Stretch?)cell)];
        }

        var start = page.Lines[line].Start;
        var headLine = heads[0].Start;
        while (headLine > 0 && page.Text[headLine - 1] != '\n')
        {
            headLine--;
        }

        var arranged = new List<Stretch?>();
        for (var column = 0; column < Math.Min(heads.Count, MostColumns); column++)
        {
            var left = heads[column].Start - headLine;
            var right = column + 1 < heads.Count ? heads[column + 1].Start - headLine : int.MaxValue;
            var own = cells.FindIndex(0, Math.Min(cells.Count, MostColumns), cell => cell.Start - start < Math.Max(heads[column].End - headLine, left + 1) && cell.End - start > left);
            own = own < 0 ? cells.FindIndex(0, Math.Min(cells.Count, MostColumns), cell => cell.Start - start >= left && cell.Start - start < right) : own;
            arranged.Add(own < 0 ? null : cells[own]);
        }

        return arranged;
    }

    private static Filled Count(GuardPage page, List<(int Line, List<Stretch?> Cells)> rows, int index)
    {
        var filled = default(Filled);
        var examples = new ExampleMarks(page);
        foreach (var (line, cells) in rows)
        {
            if (index >= cells.Count || cells[index] is not { Length: > 1 } cell || examples.Cover(line))
            {
                continue;
            }

            var text = page.Text.AsSpan(cell.Start, Math.Min(cell.Length, 80));
            var date = BirthDates.At(page.Folded, cell.Start);
            var name = PersonNames.Read(text).Shape;
            var number = RecordNumbers.Read(text);
            filled = new(
                filled.Cells + 1,
                filled.SureNames + (name == NameShape.Sure ? 1 : 0),
                filled.PossibleNames + (name == NameShape.Possible ? 1 : 0),
                filled.Initials + (name == NameShape.Initials ? 1 : 0),
                filled.Dates + (date is not null ? 1 : 0),
                filled.LongNumbers + (number == NumberShape.Long ? 1 : 0),
                filled.ShortNumbers + (number == NumberShape.Short ? 1 : 0),
                filled.Identifiers + (date is null && RecordNumbers.HasIdentifier(text, 8) ? 1 : 0));
        }

        return filled;
    }

    private readonly record struct Filled(int Cells, int SureNames, int PossibleNames, int Initials, int Dates, int LongNumbers, int ShortNumbers, int Identifiers);
}
