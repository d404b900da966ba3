using System.Runtime.InteropServices;
using System.Text;

namespace Iasios.Extraction.Pdf;

/// <summary>
/// Makes running text of a page as pdftotext laid it out: columns of prose one after the other, rows of tables as lines with a
/// tab between cells, hyphenated words whole, characters in their compatible normal form (NFKC).
/// </summary>
internal static class LayoutText
{
    // A part of a page has columns, which may have columns themselves; nobody sets more than these within each other.
    private const int MostSplits = 6;

    public static string Of(ReadOnlySpan<char> page)
    {
        var grid = new LayoutGrid(page);
        var output = new List<char>(page.Length);
        Write(grid, new(0, grid.LineCount, 0, grid.Width), MostSplits, output);
        var text = CollectionsMarshal.AsSpan(output).Trim('\n').ToString();
        return Ascii.IsValid(text) ? text : text.Normalize(NormalizationForm.FormKC);
    }

    private static void Write(LayoutGrid grid, Area area, int splits, List<char> output)
    {
        for (var line = area.Top; line < area.Bottom; line++)
        {
            if (splits > 0 && ProseColumns.Find(grid, area with { Top = line }) is { } gutter)
            {
                Write(grid, new(line, gutter.Bottom, area.Left, gutter.Left), splits - 1, output);
                Write(grid, new(line, gutter.Bottom, gutter.Right, area.Right), splits - 1, output);
                line = gutter.Bottom - 1;
                continue;
            }

            grid.Write(line, area.Left, area.Right, output);

            // One blank line parts paragraphs; more say nothing more.
            if (output is not [.., '\n', '\n'])
            {
                output.Add('\n');
            }
        }
    }
}

/// <summary>A part of a page, in lines and columns of characters; the ends are not in it.</summary>
internal readonly record struct Area(int Top, int Bottom, int Left, int Right);
