using Iasios.Core.Text;

namespace Iasios.Core.Tags;

/// <summary>A stretch of a page that can stand alone as a quote: a sentence, a row, a heading.</summary>
/// <param name="Line">The first line of it, in the document.</param>
/// <param name="Start">Where it begins in the page's text.</param>
/// <param name="End">The unit after its last one.</param>
internal sealed record Sentence(int Line, int Start, int End);

/// <summary>Cuts the lines of a page into sentences and rows.</summary>
internal static class SentenceReader
{
    /// <summary>The sentences of one page in order; lines of one paragraph run on, everything else stands alone.</summary>
    public static IReadOnlyList<Sentence> Read(Layout layout, int page)
    {
        var text = layout.Pages[page].Text;
        var sentences = new List<Sentence>();
        for (var at = layout.FirstLine(page); at < layout.Lines.Count && layout.Lines[at].Page == page; at++)
        {
            var line = layout.Lines[at];
            if (line.Kind == LineKind.Blank)
            {
                continue;
            }

            var last = at;
            while (line.Kind == LineKind.Body && last + 1 < layout.Lines.Count && Continues(layout.Lines[last + 1], page))
            {
                last++;
            }

            Cut(text, at, line.Start, layout.Lines[last].End, sentences);
            at = last;
        }

        return sentences;
    }

    private static bool Continues(TextLine next, int page) =>
        next.Page == page && next.Kind == LineKind.Body && (char.IsLetterOrDigit(next.Text[0]) || next.Text[0] is '(' or '"' or '\'');

    private static void Cut(string text, int line, int start, int end, List<Sentence> sentences)
    {
        for (var at = start; at < end; at++)
        {
            if (text[at] is '.' or '!' or '?' && EndsSentence(text, at, end))
            {
                sentences.Add(new(line, start, at + 1));
                start = at + 1;
                while (start < end && char.IsWhiteSpace(text[start]))
                {
                    start++;
                }

                at = start - 1;
            }
        }

        if (start < end)
        {
            sentences.Add(new(line, start, end));
        }
    }

    // "e.g. " and "3. " end no sentence; the next one begins with a capital or a digit.
    private static bool EndsSentence(string text, int at, int end)
    {
        if (at + 2 >= end || !char.IsWhiteSpace(text[at + 1]) || (at >= 2 && !char.IsLetterOrDigit(text[at - 2]) && text[at - 1] is not ')'))
        {
            return false;
        }

        var next = at + 1;
        while (next < end && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        return next < end && (char.IsUpper(text[next]) || char.IsDigit(text[next]));
    }
}
