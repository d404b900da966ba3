namespace Iasios.Core.Text;

/// <summary>Reads the block of document control on the first page.</summary>
internal static class ControlReader
{
    private const int LinesRead = 80;
    private const int LongestLine = 400;

    public static DocumentControl Read(IReadOnlyList<TextLine> lines)
    {
        var (first, count) = RevisionHistory.Find(lines);
        var places = Enumerable.Range(0, lines.Count)
            .TakeWhile(line => lines[line].Page == 0)
            .Where(line => lines[line].Kind != LineKind.Blank && lines[line].Length <= LongestLine && !(line >= first && line < first + count))
            .Take(LinesRead)
            .ToList();
        var found = places.SelectMany((_, at) => PairsAt(lines, places, at));
        var values = found
            .Select(pair => ControlValues.Check(pair, lines[0].Source))
            .OfType<(ControlValue Value, bool Sure)>()
            .GroupBy(entry => entry.Value.Field)
            .Select(group => group.MaxBy(entry => entry.Sure).Value)
            .ToList();
        return new(values, first, count);
    }

    private static List<ControlPair> PairsAt(IReadOnlyList<TextLine> lines, List<int> places, int at)
    {
        var line = lines[places[at]];
        var cells = ControlCells.Split(line);
        var pairs = cells.ConvertAll(cell => ControlCells.Pairs(line.Source.Text, cell.Start, cell.End));
        if (cells.Count > 1 && pairs.TrueForAll(IsAlone))
        {
            return ColumnsBelow(lines, places, at, pairs);
        }

        var found = new List<ControlPair>();
        for (var cell = 0; cell < cells.Count; cell++)
        {
            if (!IsAlone(pairs[cell]))
            {
                found.AddRange(pairs[cell]);
            }
            else if (cell + 1 < cells.Count && pairs[cell + 1].Count == 0)
            {
                cell++;
                found.Add(pairs[cell - 1][0] with { Start = cells[cell].Start, End = cells[cell].End, IsParted = true });
            }
            else if (cells.Count == 1 && ValueBelow(lines, places, at) is { } below && (pairs[0][0].Label.Sure || pairs[0][0].IsParted))
            {
                found.Add(pairs[0][0] with { Start = below.Start, End = below.End, IsParted = true });
            }
        }

        // In a row that begins with something else, "Expiry date: 2027-03" is the date of that.
        return line.Kind == LineKind.Row && pairs[0].Count == 0
            ? found.FindAll(pair => pair.IsParted && pair.Label.Field is not ControlField.ValidUntil)
            : found;
    }

    private static bool IsAlone(List<ControlPair> pairs) => pairs is [{ IsAlone: true }];

    // A line of labels over one line of values. Over several it is the head of a table.
    private static List<ControlPair> ColumnsBelow(IReadOnlyList<TextLine> lines, List<int> places, int at, List<List<ControlPair>> labels)
    {
        if (at + 1 >= places.Count)
        {
            return [];
        }

        var below = ControlCells.Split(lines[places[at + 1]]);
        var isTable = at + 2 < places.Count && places[at + 2] == places[at + 1] + 1 && ControlCells.Split(lines[places[at + 2]]).Count == below.Count;
        return below.Count != labels.Count || isTable
            ? []
            : [.. labels.Zip(below, (label, cell) => label[0] with { Start = cell.Start, End = cell.End, IsParted = true })];
    }

    private static TextLine? ValueBelow(IReadOnlyList<TextLine> lines, List<int> places, int at)
    {
        if (at + 1 >= places.Count)
        {
            return null;
        }

        var below = lines[places[at + 1]];
        return ControlCells.Split(below) is [var cell] && ControlCells.Pairs(below.Source.Text, cell.Start, cell.End).Count == 0 ? below : null;
    }
}
