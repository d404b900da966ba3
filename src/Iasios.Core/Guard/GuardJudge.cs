namespace Iasios.Core.Guard;

/// <summary>Weighs the clues of a page: one that can be nothing else is enough, or two of different kinds near each other.</summary>
internal static class GuardJudge
{
    private const int Near = 12;

    /// <summary>What speaks for patient data on a page; empty when it is not enough.</summary>
    public static IEnumerable<PatientDataFinding> Judge(GuardPage page)
    {
        var clues = Collect(page);
        if (clues.Count == 0)
        {
            return [];
        }

        var staff = new StaffWords(page);
        var examples = new ExampleMarks(page);
        var standing = clues
            .GroupBy(clue => (clue.Line, clue.Kind, clue.Place))
            .Select(group => group.OrderByDescending(clue => clue.IsDecisive).ThenByDescending(clue => clue.Weight).First())
            .Where(clue => !examples.Cover(clue.Line) && !(clue.MayBeStaffs && staff.AreAbout(clue.Line)))
            .OrderBy(clue => clue.Line)
            .ToList();
        return Weigh(standing).Select(clue => new PatientDataFinding(clue.Kind, clue.Place, page.Number));
    }

    private static List<Clue> Collect(GuardPage page)
    {
        var clues = new List<Clue>();
        var labels = new List<FoundLabel>();
        var tableEnd = -1;
        for (var line = 0; line < page.Lines.Count; line++)
        {
            labels.Clear();
            LabelFinder.Find(page, line, labels);
            foreach (var label in labels)
            {
                Read(page, label, clues);
            }

            if (labels.Count > 0 && line > tableEnd)
            {
                tableEnd = PatientColumns.Find(page, line, labels, clues);
            }

            NamedInProse.Find(page, line, clues);
            if (page.FoldedLine(line).ContainsAnyInRange('0', '9'))
            {
                InterchangeRecords.Find(page, line, clues);
                NumbersOnLine.Find(page, line, clues);
                UnlabelledPersons.Find(page, line, clues);
                BirthSigns(page, line, clues);
            }
        }

        return clues;
    }

    private static void Read(GuardPage page, FoundLabel label, List<Clue> clues)
    {
        if (FilledLabels.Read(page, label) is not { } clue)
        {
            return;
        }

        clues.Add(clue);
        if (clue.Kind == PatientDataKind.BirthDate)
        {
            Beside(page, label.Line, label.Start, clues);
        }
        else if (clue.Kind == PatientDataKind.RecordNumber && PersonBeside.Before(page, label.Line, label.Start) == NameShape.Sure)
        {
            clues.Add(new(PatientDataKind.Name, label.Line, LabelWeight.Weak, IsDecisive: false, MayBeStaffs: true));
        }
    }

    // "Huber Maria, *12.03.1961"
    private static void BirthSigns(GuardPage page, int line, List<Clue> clues)
    {
        var (start, end) = page.Lines[line];
        var sign = page.Text.AsSpan(start, end - start).IndexOf('*');
        if (sign < 0)
        {
            return;
        }

        var at = page.SkipBlanks(start + sign + 1, end);
        if (BirthDates.At(page.Folded, at) is { } date && BirthDates.MayBeBirth(date))
        {
            clues.Add(new(PatientDataKind.BirthDate, line, LabelWeight.Anchor, IsDecisive: false, MayBeStaffs: true));
            Beside(page, line, start + sign, clues);
        }
    }

    private static void Beside(GuardPage page, int line, int at, List<Clue> clues)
    {
        var shape = PersonBeside.Before(page, line, at);
        if (shape is NameShape.Sure or NameShape.Possible)
        {
            clues.Add(new(PatientDataKind.Name, line, LabelWeight.Weak, IsDecisive: false, MayBeStaffs: true));
        }
        else if (shape == NameShape.Initials)
        {
            clues.Add(new(PatientDataKind.Initials, line, LabelWeight.Weak, IsDecisive: false, MayBeStaffs: true));
        }
        else if (shape == NameShape.None && PersonBeside.IsPatientNamedBefore(page, line, at))
        {
            clues.Add(new(PatientDataKind.BirthDate, line, LabelWeight.Anchor, IsDecisive: true, MayBeStaffs: true));
        }
        else if (shape == NameShape.None && PersonBeside.StandsAbove(page, line))
        {
            clues.Add(new(PatientDataKind.Name, line, LabelWeight.Weak, IsDecisive: false, MayBeStaffs: true));
        }
    }

    private static IEnumerable<Clue> Weigh(List<Clue> clues)
    {
        var first = 0;
        for (var at = 0; at < clues.Count; at++)
        {
            while (clues[at].Line - clues[first].Line > Near)
            {
                first++;
            }

            if (clues[at].IsDecisive || HasPartner(clues, first, at))
            {
                yield return clues[at];
            }
        }
    }

    private static bool HasPartner(List<Clue> clues, int first, int own)
    {
        for (var at = first; at < clues.Count && clues[at].Line - clues[own].Line <= Near; at++)
        {
            if (clues[at].IsDecisive && clues[at].Kind != clues[own].Kind && clues[own].Weight > LabelWeight.Weak)
            {
                return true;
            }

            if (AreEnough(clues[own], clues[at]) || AreEnough(clues[at], clues[own]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AreEnough(Clue anchor, Clue other) =>
        anchor.Weight >= LabelWeight.Anchor
        && anchor.Kind != other.Kind
        && (anchor.Kind, other.Kind) switch
        {
            (PatientDataKind.Name, PatientDataKind.Initials) => false,
            (PatientDataKind.RecordNumber, PatientDataKind.Address) => anchor.Weight == LabelWeight.Patient,
            (PatientDataKind.Address, _) => false,
            _ => true,
        };
}
