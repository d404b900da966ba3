using System.Globalization;
using System.Text;

namespace Iasios.Extraction.Ocr;

/// <summary>Makes text of the table of words that Tesseract writes: one line a word, with its place and its confidence.</summary>
internal static class TesseractTable
{
    private const string WordLevel = "5";
    private const int Columns = 12;

    // Blanks in justified prose stay well under this many heights of a word; gaps between a table's columns are mostly over it.
    private const double WideGap = 2;

    public static RecognisedText Read(ReadOnlySpan<byte> written)
    {
        var words = Encoding.UTF8.GetString(written).Split('\n').Select(TryParse).OfType<Word>().ToList();
        var text = new StringBuilder();
        for (var index = 0; index < words.Count; index++)
        {
            text.Append(index == 0 ? "" : Between(words[index - 1], words[index])).Append(words[index].Text);
        }

        return new(
            text.ToString(),
            words.Count,
            words.Select(word => word.Confidence).DefaultIfEmpty().Average(),
            words.Sum(word => word.Confidence * word.Text.Length));
    }

    private static string Between(Word left, Word right) => (left, right) switch
    {
        // Tesseract takes a ruled cell for a block of its own: what stands beside it is the next cell of the row.
        _ when left.Block != right.Block && right.Left >= left.Right && right.Middle > left.Top && right.Middle < left.Top + left.Height => "\t",
        _ when (left.Block, left.Paragraph) != (right.Block, right.Paragraph) => "\n\n",
        _ when left.Line != right.Line => "\n",
        _ when right.Left - left.Right > WideGap * Math.Max(left.Height, right.Height) => "\t",
        _ => " ",
    };

    // level, page, block, paragraph, line, word, left, top, width, height, confidence, text
    private static Word? TryParse(string line)
    {
        var cells = line.Split('\t');
        if (cells.Length != Columns || cells[0] != WordLevel || string.IsNullOrWhiteSpace(cells[11]))
        {
            return null;
        }

        var left = Number(cells[6]);
        var confidence = double.Parse(cells[10], CultureInfo.InvariantCulture) / 100;
        return new(Number(cells[2]), Number(cells[3]), Number(cells[4]), left, left + Number(cells[8]), Number(cells[7]), Number(cells[9]), Math.Clamp(confidence, 0, 1), cells[11].Trim());
    }

    private static int Number(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);

    private sealed record Word(int Block, int Paragraph, int Line, int Left, int Right, int Top, int Height, double Confidence, string Text)
    {
        public double Middle => Top + (Height / 2.0);
    }
}
