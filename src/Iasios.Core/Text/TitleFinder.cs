using System.Text.RegularExpressions;

namespace Iasios.Core.Text;

/// <summary>Where a document's title stands.</summary>
/// <param name="FirstLine">Its first line's place among the lines.</param>
/// <param name="LastLine">Its last line's place.</param>
/// <param name="Start">Where its part of the last line begins in the page's text.</param>
/// <param name="End">The unit after that part.</param>
/// <param name="Text">Its words; lines are parted by a dash.</param>
public sealed record DocumentTitle(int FirstLine, int LastLine, int Start, int End, string Text)
{
    /// <summary>Whether a place of the first page lies in the title.</summary>
    public bool Holds(int line, int start) => (line >= FirstLine && line < LastLine) || (line == LastLine && start >= Start && start < End);
}

/// <summary>The head of a document: its title, and all lines above the text that may be part of it.</summary>
/// <param name="Title">The title; null when none was found.</param>
/// <param name="Others">Subtitles, running headers, form names: they say what the document is, less surely than the title.</param>
public sealed record DocumentHead(DocumentTitle? Title, IReadOnlyList<DocumentTitle> Others);

/// <summary>Finds the title: a labelled one, or the first line that reads like one and is no letterhead.</summary>
internal static partial class TitleFinder
{
    private const int LinesRead = 25;
    private const int LinesAbove = 1;
    private const int HeadCells = 4;
    private const int BannerCells = 6;
    private const int BodyLength = 60;

    public static DocumentHead Find(IReadOnlyList<TextLine> lines)
    {
        var head = lines.Select((line, index) => (Line: line, Index: index))
            .TakeWhile(entry => entry.Line.Page == 0)
            .Where(entry => entry.Line.Kind != LineKind.Blank)
            .Take(LinesRead)
            .ToList();
        var candidates = AboveText(head).SelectMany(entry => Candidates(entry.Line, entry.Index)).ToList();
        var alone = candidates.FindAll(title => Cells(lines[title.LastLine].Text).Count == 1 || lines[title.LastLine].Kind == LineKind.Row);
        var own = alone.FindAll(title => !lines[title.LastLine].IsRunning && !OnlyKind().IsMatch(title.Text));
        var title = head.Select(entry => Labelled(entry.Line, entry.Index)).FirstOrDefault(found => found is not null)
            ?? WithKind(own)
            ?? own.FirstOrDefault()
            ?? WithKind(alone)
            ?? WithKind(candidates)
            ?? candidates.FirstOrDefault();
        return new(title, candidates);
    }

    // The text begins with a sentence, a numbered heading, or the first heading below the block of document control.
    private static IEnumerable<(TextLine Line, int Index)> AboveText(IReadOnlyList<(TextLine Line, int Index)> head)
    {
        var (titled, controlled) = (false, false);
        foreach (var entry in head)
        {
            var isControl = entry.Line.Kind == LineKind.Row && NoTitle().IsMatch(entry.Line.Text);
            if (IsText(entry.Line) || (controlled && titled && entry.Line.Kind == LineKind.Heading))
            {
                yield break;
            }

            controlled |= isControl && titled;
            titled |= entry.Line.Kind is LineKind.Heading or LineKind.Body && IsCandidate(entry.Line.Text);
            yield return entry;
        }
    }

    // The kind may stand below the subject: "Constancy testing", then "Monthly report".
    private static DocumentTitle? WithKind(List<DocumentTitle> candidates)
    {
        var kind = candidates.FindIndex(title => DocumentKinds.Named(title.Text) is not null);
        if (kind < 0)
        {
            return null;
        }

        var parts = candidates[Math.Max(0, kind - LinesAbove)..(kind + 1)];
        return candidates[kind] with { FirstLine = parts[0].FirstLine, Text = string.Join(" – ", parts.Select(part => part.Text)) };
    }

    private static bool IsText(TextLine line) =>
        line.Kind is LineKind.Body or LineKind.Heading
        && (line.Text.Length > BodyLength && (line.Text[^1] == '.' || line.Text.Contains(". ", StringComparison.Ordinal)) || SectionName().IsMatch(line.Text));

    private static DocumentTitle? Labelled(TextLine line, int index) =>
        TitleLabel().Match(line.Text) is { Success: true } match && match.Groups["title"] is { Length: > 2 } title
            ? new(index, index, line.Start + title.Index, line.End, title.Value)
            : null;

    // A letterhead is often a table, or columns parted by blanks or dots, so its cells are looked at one by one.
    private static IEnumerable<DocumentTitle> Candidates(TextLine line, int index)
    {
        var cells = Cells(line.Text);
        if (cells.Count > (line.Kind == LineKind.Row ? HeadCells : BannerCells))
        {
            yield break;
        }

        foreach (var (start, end) in cells)
        {
            var text = line.Text[start..end];
            if (IsCandidate(text) && (line.Kind != LineKind.Row || IsNamed(text) || IsBesideNumber(line.Text, cells, start)))
            {
                yield return new(index, index, line.Start + start, line.Start + end, text);
            }
        }
    }

    private static bool IsNamed(string text) => DocumentKinds.Named(text) is not null && text.Contains(' ', StringComparison.Ordinal);

    // "Clinic visit before an intervention | SOP-003": nothing but the document's number or version stands beside a title.
    private static bool IsBesideNumber(string line, List<(int Start, int End)> cells, int start) =>
        start == 0 && cells.Count == 2 && Number().IsMatch(line[cells[1].Start..]);

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
        && !IsControl(text)
        && !Number().IsMatch(text)
        && (!Letterhead().IsMatch(text) || DocumentKinds.Named(text) is not null);

    // "Version: 3", "Gültig ab" and the like.
    private static bool IsControl(string text) =>
        ControlCells.Pairs(text, 0, text.Length) is [var pair, ..] && (pair.IsAlone || pair.IsParted || char.IsAsciiDigit(text[pair.Start]));

    [GeneratedRegex(@"^(document )?(title|name of document|document name|subject|(dokumenten)?titel|titre( du document)?|intitul[eé]|t[ií]tulo( del documento)?|titolo( del documento)?)\s*[:\t]\s*(?<title>[^\t\n]{3,200})", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TitleLabel();

    [GeneratedRegex(@" *\t *| {3,}| +[·|•] +", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Columns();

    [GeneratedRegex(@"^\d{1,2}(\.\d{1,2})*[.)]?\s+[A-Z]|^([0-9.]+\s*)?(?i:purpose|scope|introduction|background|aims?|objectives?|definitions|contents|table of contents|zweck|ziel|geltungsbereich|einleitung|inhalt|inhaltsverzeichnis|objet|objectif|domaine d'application|sommaire|objeto|objetivo|alcance|índice|scopo|obiettivo|campo di applicazione|indice)\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SectionName();

    [GeneratedRegex(@"^((document|doc\.?)( (number|no|id|type|owner|code|status|control|class))?|version|revision|rev\.?|status|owner|author|approved|approval|prepared|issued?|effective|(next |last )?review(ed)?|valid|expir(y|es|ation)|date|department|division|page|classification|ref(erence)?|code|location|place|time|present|attendance|apologies|chair|held|there|participants|attendees|notes|week|month|number|no\.|written by|in force|in use)( (date|by|no|number|on|of|from|until|due|issue))*\s*([:#\t.,]|\d|$)|^(there|held|present|chair|participants|attendees|from|to|venue|notes?|minutes (taken )?by):|^(read ?me|instructions|legend|sheet ?\d*)$|^([a-z]{3,9}\.? )?\d{4}$|^(draft|superseded|withdrawn|obsolete|uncontrolled|printed|confidential|internal use|telephone|tel|e-?mail|www|https?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NoTitle();

    [GeneratedRegex(@"\b(hospitals?|university|universit[a-z]+|clinic|clinical cent(re|er)|department|trust|institute|division of|faculty|medical cent(re|er)|cancer cent(re|er)|foundation|section of|unit|chamber of|college of|ministry of|klinikum|[a-zäöü]*klinik|krankenhaus|spital|universit[aä]tsklinikum|abteilung|institut|h[oô]pital|chu|centre hospitalier|service de|clinique|hospitalario|servicio de|cl[ií]nica|ospedale|azienda (ospedaliera|sanitaria)|policlinico|reparto|unit[aà] operativa)\b|\b(team|office|service)$|^(facilit(y|ies) management|facilities|human resources|medical physics|(clinical|medical|biomedical) engineering|quality management|risk management|nursing|pharmacy|((interventional|diagnostic) )?radiology|interventional oncology|an(a)?esthesi\w+|clinical it|infection (prevention|control)|patient safety)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Letterhead();

    // "SOP-003", "rev. 4", "version 2.1", "Form F-IR-02".
    [GeneratedRegex(@"^((document|form|doc\.?|sop|policy|no\.?|number|issue|rev(ision|\.)?|version|ver\.?|v|page) ?)*(?=\S*\d)[A-Z\d]+([-./][A-Z\d]+)*( of \d+)?([ ,(]+(issue|rev(ision|\.)?|version|ver\.?|v) ?[\d.]+\)?)?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();

    // A line that names the kind of document and nothing else: "Hospital-wide policy", "Standard operating procedure SOP-003".
    [GeneratedRegex(@"^((hospital|trust|department(al)?|clinical|local|controlled|internal|quality|standard|operating|work|wide|document|policy|procedures?|sop|protocol|guideline|instruction|form|rules?|record|manual|version)\b[- ]*)+((?=\S*\d)[A-Z\d]+([-./][A-Z\d]+)*)?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OnlyKind();
}
