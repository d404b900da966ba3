using System.Text.RegularExpressions;

namespace Iasios.Core.Tags;

/// <summary>Where a document's title stands.</summary>
/// <param name="FirstLine">Its first line's place among the lines.</param>
/// <param name="LastLine">Its last line's place.</param>
/// <param name="Start">Where its part of the last line begins in the page's text.</param>
/// <param name="End">The unit after that part.</param>
/// <param name="Text">Its words; lines are parted by a dash.</param>
internal sealed record Title(int FirstLine, int LastLine, int Start, int End, string Text)
{
    /// <summary>Whether a place of the first page lies in the title.</summary>
    public bool Holds(int line, int start) => (line >= FirstLine && line < LastLine) || (line == LastLine && start >= Start && start < End);
}

/// <summary>Finds the title: a labelled one, or the first line that reads like one and is no letterhead.</summary>
internal static partial class TitleFinder
{
    private const int LinesRead = 25;
    private const int LinesAbove = 1;
    private const int HeadCells = 4;
    private const int BodyLength = 60;

    public static Title? Find(IReadOnlyList<Line> lines)
    {
        var head = lines.Select((line, index) => (line, index))
            .Where(entry => entry.line.Page == lines[0].Page && entry.line.Role != LineRole.Blank)
            .Take(LinesRead)
            .ToList();
        var top = head.TakeWhile(entry => !IsBody(entry.line)).ToList();
        var candidates = top.SelectMany(entry => Candidates(entry.line, entry.index)).ToList();
        return head.Select(entry => Labelled(entry.line, entry.index)).FirstOrDefault(title => title is not null)
            ?? WithKind(candidates.FindAll(title => lines[title.LastLine].Role != LineRole.Running))
            ?? candidates.Find(title => lines[title.LastLine].Role is LineRole.Heading or LineRole.Body)
            ?? WithKind(candidates);
    }

    // The kind may stand below the subject: "Constancy testing", then "Monthly report".
    private static Title? WithKind(List<Title> candidates)
    {
        var kind = candidates.FindIndex(title => DocumentKinds.Named(title.Text) is not null);
        if (kind < 0)
        {
            return null;
        }

        var parts = candidates[Math.Max(0, kind - LinesAbove)..(kind + 1)];
        return candidates[kind] with { FirstLine = parts[0].FirstLine, Text = string.Join(" – ", parts.Select(part => part.Text)) };
    }

    private static bool IsBody(Line line) =>
        line.Role == LineRole.Body && (line.Text.Length > BodyLength && line.Text[^1] == '.' || SectionName().IsMatch(line.Text));

    private static Title? Labelled(Line line, int index) =>
        TitleLabel().Match(line.Text) is { Success: true } match && match.Groups["title"] is { Length: > 2 } title
            ? new(index, index, line.Start + title.Index, line.End, title.Value)
            : null;

    // A letterhead is often a table, or columns parted by blanks, so its cells are looked at one by one.
    private static IEnumerable<Title> Candidates(Line line, int index)
    {
        var cells = Cells(line.Text);
        if (cells.Count > HeadCells)
        {
            yield break;
        }

        foreach (var (start, end) in cells)
        {
            var text = line.Text[start..end];
            if (IsCandidate(text) && (cells.Count == 1 || DocumentKinds.Named(text) is not null && text.Contains(' ', StringComparison.Ordinal)))
            {
                yield return new(index, index, line.Start + start, line.Start + end, text);
            }
        }
    }

    private static List<(int Start, int End)> Cells(string text)
    {
        var cells = new List<(int Start, int End)>();
        var start = 0;
        foreach (var gap in Columns().EnumerateMatches(text))
        {
            cells.Add((start, gap.Index));
            start = gap.Index + gap.Length;
        }

        cells.Add((start, text.Length));
        return cells;
    }

    private static bool IsCandidate(string text) =>
        text.Length is > 3 and <= 200
        && text.Count(char.IsLetter) > text.Length / 2
        && text[^1] is not ('.' or ',' or ';' or ':')
        && !NoTitle().IsMatch(text)
        && (!Letterhead().IsMatch(text) || DocumentKinds.Named(text) is not null);

    [GeneratedRegex(@"^(document )?(title|name of document|document name|subject)\s*[:\t]\s*(?<title>[^\t\n]{3,200})", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TitleLabel();

    [GeneratedRegex(@" *\t *| {3,}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Columns();

    [GeneratedRegex(@"^([0-9.]+\s*)?(purpose|scope|introduction|background|aim|objective|definitions|contents|table of contents)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SectionName();

    [GeneratedRegex(@"^((document|doc\.?)( (number|no|id|type|owner|code|status|control|class))?|version|revision|rev\.?|status|owner|author|approved|approval|prepared|issued?|effective|(next |last )?review(ed)?|valid|expir(y|es|ation)|date|department|division|page|classification|ref(erence)?|code|location|place|time|present|attendance|apologies|chair)( (date|by|no|number|on|of|from|until|due|issue))*\s*([:#\t.,]|\d|$)|^(draft|superseded|withdrawn|obsolete|uncontrolled|printed|confidential|internal use|telephone|tel|e-?mail|www|https?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NoTitle();

    [GeneratedRegex(@"\b(hospitals?|university|universit[a-z]+|clinic|clinical cent(re|er)|department|trust|institute|division of|faculty|medical cent(re|er)|cancer cent(re|er)|foundation|section of|unit)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Letterhead();
}
