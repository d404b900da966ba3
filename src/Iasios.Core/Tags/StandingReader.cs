using System.Text.RegularExpressions;
using Iasios.Core.Text;

namespace Iasios.Core.Tags;

/// <summary>Reads whether a document says that it is a draft, withdrawn, or a form not filled in.</summary>
internal static partial class StandingReader
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;
    private const int Timeout = 1000;
    private const int MarkLength = 120;
    private const int HeadLines = 30;
    private const int BlankFields = 3;
    private const int Placeholders = 2;
    private const int LongestLine = 2000;

    public static Standing Read(IReadOnlyList<TextLine> lines, string? title, string? kind, string fileName)
    {
        var filled = lines.Where(line => line.Kind != LineKind.Blank).ToList();
        var head = filled.Where((line, at) => at < HeadLines || line.IsRunning || at >= filled.Count - 3).ToList();
        var name = fileName.Replace('_', ' ');
        if (HeadSays(head, SupersededStatus()) || filled.Exists(line => IsMark(line, SupersededMark())) || NameSuperseded().IsMatch(name))
        {
            return Standing.Superseded;
        }

        if (HeadSays(head, DraftStatus()) || filled.Exists(line => IsMark(line, DraftMark())) || NameDraft().IsMatch(name) || (title is not null && TitleDraft().IsMatch(title)))
        {
            return Standing.Draft;
        }

        return IsTemplate(filled, title, kind) ? Standing.Template : Standing.Released;
    }

    private static bool HeadSays(List<TextLine> head, Regex status) =>
        head.Zip(head.Skip(1).Append(head.LastOrDefault()), (line, next) => StatusAlone().IsMatch(line.Span) ? $"{line.Text} {next.Text}" : line.Text)
            .Any(text => text.Length <= MarkLength * 3 && status.IsMatch(text));

    private static bool IsMark(TextLine line, Regex mark) => line.Length <= MarkLength && mark.IsMatch(line.Span);

    private static bool IsTemplate(List<TextLine> filled, string? title, string? kind)
    {
        if (filled.Sum(line => Placeholder().Count(Head(line))) >= Placeholders)
        {
            return true;
        }

        if (kind is null)
        {
            return false;
        }

        var isRecord = DocumentKinds.Records.Contains(kind);
        var namedSo = string.Equals(kind, "template", StringComparison.Ordinal) || (title is not null && NamedTemplate().IsMatch(title) && kind is not ("form" or "checklist"));
        return namedSo || (isRecord && filled.Sum(line => BlankField().Count(Head(line))) >= BlankFields && !filled.Exists(line => line.Kind == LineKind.Row && FilledRow().IsMatch(Head(line))));
    }

    private static ReadOnlySpan<char> Head(TextLine line) => line.Span[..Math.Min(line.Length, LongestLine)];

    [GeneratedRegex(@"^(document )?(status|state|version|revision|version status)\s*:?$", Options, Timeout)]
    private static partial Regex StatusAlone();

    [GeneratedRegex(@"(^|[\t|;]|\s)(document )?(status|state|version|revision|issue)\s*[:\t ]\s*(v?[\d.]+\s*[-–,(]?\s*)?(working |first |final |consultation )?draft\b", Options, Timeout)]
    private static partial Regex DraftStatus();

    [GeneratedRegex(@"^[\W_]*(working |final |consultation )?draft\b[\W_]*(((version|document|copy|only|v?\d[\d.]*|for|not|do|\d{4}|[-–])\b.*)?|[-–—:|]\s.*)$|\b(not yet approved|not approved for use|not for (clinical )?use|(pending|awaiting) (final )?approval)\b|[-–—(\[]\s*draft( v?[\d.]+)?\s*[)\]]?$", Options, Timeout)]
    private static partial Regex DraftMark();

    [GeneratedRegex(@"\bdraft\b(?!ing)", Options, Timeout)]
    private static partial Regex TitleDraft();

    [GeneratedRegex(@"(?<![a-z])draft(?![a-z])", Options, Timeout)]
    private static partial Regex NameDraft();

    [GeneratedRegex(@"(?<![a-z])(superseded|withdrawn|obsolete)(?![a-z])(?! (documents?|versions?))", Options, Timeout)]
    private static partial Regex NameSuperseded();

    [GeneratedRegex(@"(^|[\t|;]|\s)(document )?(status|state)\s*[:\t ]\s*(superseded|withdrawn|obsolete|archived|retired|no longer (valid|in force)|out of force|cancelled)\b|\bthis (document|policy|procedure|protocol|version|sop|guideline|form|agreement|checklist|edition)( \S+)? (has been|was|is) (now )?(superseded|withdrawn|replaced|obsolete|no longer (valid|in (force|use)))", Options, Timeout)]
    private static partial Regex SupersededStatus();

    [GeneratedRegex(@"^[\W_]*(superseded|withdrawn|obsolete|no longer (valid|in force|in use))[\W_]*((by|on|since|as of|from|do not|copy|version|not|see|archive|replaced)\b.*|[-–—:|]\s.*)?$|[-–—(\[]\s*(superseded|withdrawn|obsolete)\s*[)\]]?$|^(replaced|superseded) by\b", Options, Timeout)]
    private static partial Regex SupersededMark();

    [GeneratedRegex(@"\b(template|blank|specimen|sample)\b", Options, Timeout)]
    private static partial Regex NamedTemplate();

    [GeneratedRegex(@"[\[<{]\s*(insert|enter|name of|your|hospital|department|date|add|type|complete|please)[^\]>}\n]{0,60}[\]>}]|\bxx[/.-]xx[/.-](xx)?(20)?xx\b|\blorem ipsum\b", Options, Timeout)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"_{4,}|\.{6,}|…{3,}", Options, Timeout)]
    private static partial Regex BlankField();

    [GeneratedRegex(@"\b(\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2} [a-z]{3,9} \d{4})\b", Options, Timeout)]
    private static partial Regex FilledRow();
}
