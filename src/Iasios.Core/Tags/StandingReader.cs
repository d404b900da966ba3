using System.Text.RegularExpressions;
using Iasios.Core.Text;

namespace Iasios.Core.Tags;

/// <summary>Reads whether a document says that it is a draft, withdrawn, or a form not filled in.</summary>
internal static class StandingReader
{
    private const int HeadLines = 12;
    private const int MarkLines = 2;
    private const int TitleLines = 3;
    private const int ControlLines = 30;
    private const int TailLines = 3;
    private const int LongestStatus = 360;
    private const int LongestMark = 120;
    private const int LongestLoneMark = 40;
    private const int LongestLine = 2000;
    private const int BlankFields = 3;
    private const int ManyBlankFields = 8;
    private const int LinesPerBlank = 5;
    private const int Placeholders = 2;

    public static Standing Read(IReadOnlyList<TextLine> lines, string? title, string? kind, string fileName)
    {
        var filled = lines.Where(line => line.Kind != LineKind.Blank).ToList();
        var head = filled.Where((line, at) => (at < ControlLines || (line.IsRunning && line.Page <= 1) || at >= filled.Count - TailLines) && line.Length <= LongestStatus)
            .Select(line => FoldedLine.Of(line.Span))
            .ToList();
        var marks = filled.Where((line, at) => (at < ControlLines || (line.IsRunning && line.Page <= 1) || at >= filled.Count - TailLines) && line.Length <= LongestMark && (line.Kind != LineKind.Row || at < MarkLines))
            .Select(line => FoldedLine.Of(line.Span))
            .Concat(filled.Where(line => line.Length <= LongestLoneMark && line.Kind is LineKind.Body or LineKind.Heading && IsCapital(line.Span)).Select(line => FoldedLine.Of(line.Span)))
            .ToList();
        var name = FoldedLine.Of(DocumentFactsReader.Stem(fileName));
        if (Says(head, StandingWords.WithdrawnStatus()) || marks.Exists(StandingWords.WithdrawnMark().IsMatch)
            || head.Take(MarkLines).Concat(head.TakeLast(MarkLines)).Any(line => line.Length <= LongestMark && StandingWords.NoLongerUsed().IsMatch(line)) || StandingWords.WithdrawnName().IsMatch(name))
        {
            return Standing.Superseded;
        }

        if (Says(head, StandingWords.DraftStatus())
            || marks.Concat(head.Take(2)).Any(StandingWords.DraftMark().IsMatch)
            || head.Take(HeadLines).Any(line => StandingWords.DraftPhrase().IsMatch(line) || StandingWords.VersionZero().IsMatch(line))
            || StandingWords.DraftName().IsMatch(name)
            || (title is not null && StandingWords.DraftName().IsMatch(FoldedLine.Of(title))))
        {
            return Standing.Draft;
        }

        return IsTemplate(filled, title, kind, name) ? Standing.Template : Standing.Released;
    }

    private static bool Says(List<string> head, Regex status) =>
        head.Zip(head.Skip(1).Append(""), (line, next) => StandingWords.StatusAlone().IsMatch(line) ? $"{line} {next}" : line).Any(status.IsMatch);

    // A stamp across a page comes out as a line of its own, in capitals.
    private static bool IsCapital(ReadOnlySpan<char> line)
    {
        foreach (var letter in line)
        {
            if (char.IsLower(letter))
            {
                return false;
            }
        }

        return true;
    }

    // A blank form in force is evidence by itself; blank minutes or a blank log are not.
    private static bool IsTemplate(List<TextLine> filled, string? title, string? kind, string name)
    {
        var isForm = kind is "form" or "checklist" or "leaflet" or "order";
        var isNamed = !isForm && title is not null && StandingWords.TemplateName().IsMatch(FoldedLine.Of(title));
        var placeholders = filled.Sum(line => MayHoldPlaceholder(line.Span) ? StandingWords.Placeholder().Count(Head(line)) : 0);
        var blanks = filled.Sum(line => MayHoldBlank(line.Span) ? StandingWords.BlankField().Count(Head(line)) : 0);
        var isBlank = blanks >= BlankFields && blanks * LinesPerBlank >= filled.Count && !filled.Exists(line => line.Kind == LineKind.Row && WrittenDate.MayStandIn(line.Span) && WrittenDate.FindAll(Head(line).ToString()).Any());
        return placeholders >= (isForm ? Placeholders * 2 : Placeholders)
            || isNamed
            || (isBlank && kind is not null && DocumentKinds.Records.Contains(kind))
            || (isBlank && filled.Take(TitleLines).Select(line => FoldedLine.Of(Head(line))).Append(name).Any(line => StandingWords.TemplateName().IsMatch(line)) && !IsOfPatients(filled))
            || (isBlank && kind is null && blanks >= ManyBlankFields && !IsOfPatients(filled));
    }

    private static bool IsOfPatients(List<TextLine> filled) =>
        filled.Take(HeadLines).Any(line => StandingWords.OfPatients().IsMatch(FoldedLine.Of(Head(line))));

    private static bool MayHoldPlaceholder(ReadOnlySpan<char> line) =>
        line.IndexOfAny("[<{«") >= 0 || line.Contains("xx", StringComparison.OrdinalIgnoreCase) || line.Contains("lorem", StringComparison.OrdinalIgnoreCase);

    private static bool MayHoldBlank(ReadOnlySpan<char> line) =>
        line.Contains('_') || line.Contains('…') || line.Contains("......", StringComparison.Ordinal);

    private static ReadOnlySpan<char> Head(TextLine line) => line.Span[..Math.Min(line.Length, LongestLine)];
}
