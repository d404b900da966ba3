using System.Text.RegularExpressions;
using Iasios.Core.Text;

namespace Iasios.Core.Tags;

/// <summary>
/// Reads the dates that speak for the whole document. Rows of a log or a table have dates of their own (a medicine's
/// expiry, the next service of a device), so a row counts only when its first cell is the label.
/// </summary>
internal sealed partial class DocumentDates(IReadOnlyList<TextLine> lines, string? kind)
{
    private const int HeadLines = 20;
    private const int LongestLine = 300;

    private readonly bool hasDatedRows = kind is not null && DocumentKinds.WithDatedRows.Contains(kind);

    public DateOnly? ReviewDue() => First(DateLabels.ReviewDue)?.Last;

    public DateOnly? ValidUntil() => First(DateLabels.Validity)?.Last;

    public DateOnly? Effective() => First(DateLabels.Effective)?.First;

    private WrittenDate? First(IReadOnlyList<(Regex WithDate, Regex Alone)> labels) =>
        labels.Select(label => FirstOf(label.WithDate, label.Alone)).FirstOrDefault(date => date is not null);

    private WrittenDate? FirstOf(Regex withDate, Regex alone)
    {
        var filled = 0;
        for (var at = 0; at < lines.Count; at++)
        {
            var line = lines[at];
            if (line.Kind == LineKind.Blank)
            {
                continue;
            }

            var inHead = filled++ < HeadLines || line.IsRunning;
            if ((inHead || !hasDatedRows) && Read(at, inHead, withDate, alone) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    private WrittenDate? Read(int at, bool inHead, Regex withDate, Regex alone)
    {
        var text = lines[at].Span[..Math.Min(lines[at].Length, LongestLine)].ToString();
        if (withDate.Match(text) is { Success: true } match && (inHead && (!hasDatedRows || DocumentControl().IsMatch(text)) || IsOwn(text, match.Index)))
        {
            return WrittenDate.Read(match.Groups["date"].Value);
        }

        return inHead && alone.IsMatch(text) ? OnNextLine(at) : null;
    }

    // In a row, only a pair of label and value speaks for the document.
    private static bool IsOwn(string text, int label) =>
        !text.Contains('\t', StringComparison.Ordinal) || !text.AsSpan(0, label).Contains('\t');

    private WrittenDate? OnNextLine(int at)
    {
        var next = at + 1;
        while (next < lines.Count && lines[next].Kind == LineKind.Blank)
        {
            next++;
        }

        return next < lines.Count && lines[next].Page == lines[at].Page && WrittenDate.IsWhole(lines[next].Text) ? WrittenDate.Read(lines[next].Text) : null;
    }

    // A row of document control gives several pairs of label and value; the letterhead may stand beside the dates.
    [GeneratedRegex(@"^(effective|in (force|use)|version|issued?|revision|rev\b|owner|author|approved|authori[sz]ed|written by|prepared|(document|form|rule|policy|sop|procedure)( no\b| number|\t)|number|no\.|status|[^\t]*\b(hospital|department|clinic|trust|cent(re|er))\b)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DocumentControl();
}
