using System.Globalization;

namespace Iasios.Extraction.Pdf;

/// <summary>
/// Tells columns of prose from tables: prose goes on from line to line, so its lines are long and many begin with a small letter,
/// on both sides of a gutter that stays blank.
/// </summary>
internal static class ProseColumns
{
    private const int NarrowestGutter = 2;
    private const int FewestLines = 4;
    private const int ShortestMean = 15;
    private const double SmallestShare = 0.25;

    // Bounds the work on a hostile page; a printed page has fewer lines.
    private const int MostLines = 150;

    /// <summary>The gutter between two columns of prose that begin on an area's first line; null when none do.</summary>
    public static Area? Find(LayoutGrid grid, Area area)
    {
        var line = grid.Slice(area.Top, area.Left, area.Right);
        for (var start = FirstText(line); start < line.Length;)
        {
            var blank = line[start..].IndexOf(' ');
            if (blank < 0)
            {
                return null;
            }

            var gap = start + blank;
            start = gap + FirstText(line[gap..]);
            if (start - gap >= NarrowestGutter && start < line.Length && Follow(grid, area, area.Left + gap, area.Left + start) is { } gutter)
            {
                return gutter;
            }
        }

        return null;
    }

    private static Area? Follow(LayoutGrid grid, Area area, int left, int right)
    {
        var (first, second) = (new Side(), new Side());
        var (bottom, both, hasEnded) = (area.Top, 0, false);
        for (var number = area.Top; number < Math.Min(area.Bottom, area.Top + MostLines); number++)
        {
            if (!Narrow(grid.Slice(number, left, right), ref left, ref right))
            {
                break;
            }

            var before = grid.Slice(number, area.Left, left).Trim(' ');
            var after = grid.Slice(number, right, area.Right).Trim(' ');
            hasEnded |= before.IsEmpty && after.IsEmpty;
            if (!before.IsEmpty && !after.IsEmpty)
            {
                first.Add(before);
                second.Add(after);
                (both, hasEnded) = (both + 1, false);
            }

            // Below the last line of both columns, one of them goes on until a blank line.
            bottom = hasEnded ? bottom : number + 1;
        }

        return both >= FewestLines && first.IsProse(both) && second.IsProse(both) ? new(area.Top, bottom, left, right) : null;
    }

    /// <summary>Narrows a gutter to its widest part that is blank on a line as well.</summary>
    private static bool Narrow(ReadOnlySpan<char> across, ref int left, ref int right)
    {
        if (across.IndexOfAnyExcept(' ') < 0)
        {
            return true;
        }

        var (widest, end) = (0, 0);
        for (var (i, run) = (0, 0); i < right - left; i++)
        {
            run = i >= across.Length || across[i] == ' ' ? run + 1 : 0;
            (widest, end) = run > widest ? (run, i + 1) : (widest, end);
        }

        (left, right) = (left + end - widest, left + end);
        return widest >= NarrowestGutter;
    }

    private static int FirstText(ReadOnlySpan<char> line) => line.IndexOfAnyExcept(' ') is var found and >= 0 ? found : line.Length;

    private struct Side
    {
        private int characters;
        private int small;

        public void Add(ReadOnlySpan<char> cell)
        {
            characters += cell.Length;
            small += char.GetUnicodeCategory(cell[0]) is UnicodeCategory.LowercaseLetter ? 1 : 0;
        }

        public readonly bool IsProse(int lines) => characters >= ShortestMean * lines && small >= SmallestShare * lines;
    }
}
