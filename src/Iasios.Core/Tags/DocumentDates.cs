using Iasios.Core.Text;

namespace Iasios.Core.Tags;

/// <summary>
/// Reads the dates that speak for the whole document. Rows of a log or a table have dates of their own (a medicine's
/// expiry, the next service of a device), and so have the sentences of the text, unless they speak of the document.
/// </summary>
internal sealed class DocumentDates
{
    private const int TitleLines = 3;
    private const int TopLines = 8;
    private const int HeadLines = 22;
    private const int TailLines = 5;
    private const int FewestMonths = 5;
    private const int CellsOfTable = 4;
    private const int LongestLine = 400;
    private const int LongestLabel = 60;
    private const int LongestTop = 200;
    private const int LongestPair = 90;
    private const int LongestClosing = 140;

    private readonly DocumentStructure structure;
    private readonly string? kind;
    private readonly List<DateMention> top = [];
    private readonly List<DateMention> head = [];
    private readonly List<DateMention> tail = [];
    private readonly List<DateMention> body = [];
    private int titled;

    public DocumentDates(DocumentStructure structure, string? kind)
    {
        this.structure = structure;
        this.kind = kind;
        Collect();
    }

    /// <summary>In force from; where nothing says so, issued or approved on. Of a draft only the day from which it is to hold.</summary>
    public DateOnly? Effective(bool isDraft) => isDraft
        ? First(DateCue.Start)?.First
        : (First(DateCue.Start)
            ?? (IsPeriodic ? null : First(DateCue.PeriodStart))
            ?? First(DateCue.Issue)
            ?? First(DateCue.Approved)
            ?? First(DateCue.From))?.First;

    /// <summary>The day that the document bears otherwise: of the last change, of the meeting, or beside the place.</summary>
    public DateOnly? Dated() => kind is "invitation" ? null : (First(DateCue.Changed)
        ?? First(DateCue.Revision)
        ?? First(DateCue.Dated)
        ?? Plain(DateCue.Plain)
        ?? (kind is "minutes" or "report" or "letter" or "newsletter" or "roster" ? Plain(DateCue.Weekday) : null)
        ?? First(DateCue.PeriodStart)
        ?? First(DateCue.Printed)
        ?? Precise(top, DateCue.To))?.First;

    /// <summary>To be reviewed by; without a word that says so, a date in the head that lies well after the document's own.</summary>
    public DateOnly? ReviewDue(DateOnly? own) => After(own, DateCue.Review)
        ?? (IsPeriodic ? null : After(own, DateCue.Next))
        ?? head.Where(mention => mention.Cue == DateCue.Revision && mention.Date.First > own).Select(mention => (DateOnly?)mention.Date.Last).FirstOrDefault()
        ?? (HasEnd(own) ? null : Later(own, DateCue.Plain));

    /// <summary>The last day of validity.</summary>
    public DateOnly? ValidUntil(DateOnly? own) => After(own, DateCue.End)
        ?? After(own, DateCue.Valid)
        ?? (IsPeriodic ? null : After(own, DateCue.PeriodEnd))
        ?? Later(own, DateCue.To);

    private bool IsPeriodic => kind is "minutes" or "newsletter" or "invitation" or "advert" or "report" or "audit" or "log" or "training-record" or "list";

    private bool HasEnd(DateOnly? own) => ValidUntil(own) is not null;

    private DateOnly? Later(DateOnly? own, DateCue cue) => own is not { } start || IsPeriodic || kind is "letter" or "leaflet" or "roster" or "invoice"
        ? null
        : top.Concat(tail).Where(mention => mention.Cue == cue && mention.Date.First >= start.AddMonths(FewestMonths)).Select(mention => (DateOnly?)mention.Date.Last).FirstOrDefault();

    private DateOnly? After(DateOnly? effective, DateCue cue) => Found(cue)
        .Where(mention => !(mention.Date.Last <= effective))
        .Select(mention => (DateOnly?)mention.Date.Last)
        .FirstOrDefault();

    private WrittenDate? Plain(DateCue cue) => kind is "menu" or "advert" or "brochure"
        ? null
        : Precise(top, cue) ?? Precise(tail, cue);

    // A day before a month: "Rundschreiben Oktober 2026" may bear its day as well.
    private static WrittenDate? Precise(List<DateMention> mentions, DateCue cue) =>
        mentions.Where(mention => mention.Cue == cue).OrderBy(mention => mention.Date.First != mention.Date.Last).FirstOrDefault().Date;

    private WrittenDate? First(DateCue cue) => Found(cue).FirstOrDefault().Date;

    // Minutes and reports speak of other documents' dates, so only a label at the beginning of a line is their own.
    private bool IsAbout => kind is "minutes" or "report" or "audit";

    private IEnumerable<DateMention> Found(DateCue cue)
    {
        var isForce = cue is DateCue.Start or DateCue.Review or DateCue.End;
        return head.Where((mention, at) => mention.Cue == cue && (mention.Leads || at < titled || !(isForce && IsAbout)))
            .Concat(tail.Where(mention => mention.Cue == cue && cue is not (DateCue.From or DateCue.PeriodStart or DateCue.PeriodEnd) && (mention.Leads || !(isForce && IsAbout))))
            .Concat(body.Where(mention => mention.Cue == cue && isForce && (IsAbout ? mention.Leads : mention.IsOwn)));
    }

    private void Collect()
    {
        var lines = structure.Lines;
        var places = Enumerable.Range(0, lines.Count).Where(line => lines[line].Kind != LineKind.Blank).ToList();
        for (var at = 0; at < places.Count; at++)
        {
            var line = lines[places[at]];
            if (structure.Control.IsHistory(places[at]) || !WrittenDate.MayStandIn(line.Span) || (line.IsRunning && line.Page > 1) || !Counts(places, at))
            {
                continue;
            }

            var mentions = DateMention.Read(Shorten(line), Above(places, at));
            if (at >= places.Count - TailLines && at >= TopLines && line.Length <= LongestClosing)
            {
                tail.AddRange(mentions);
            }
            else if (at < HeadLines || line.IsRunning)
            {
                var isPair = (at < TopLines && line.Length <= LongestTop) || line.IsRunning || (line.Length <= LongestPair && line.Span[^1] != '.');
                head.AddRange(isPair ? mentions : mentions.Where(mention => mention.IsOwn));
                top.AddRange(at < TopLines ? mentions : []);
                titled = at < TitleLines ? head.Count : titled;
            }
            else
            {
                body.AddRange(mentions);
            }
        }
    }

    // A row counts when it stands alone or begins with a label of document control; in a table, its dates are the row's.
    private bool Counts(List<int> places, int at)
    {
        var line = structure.Lines[places[at]];
        if (line.Kind != LineKind.Row)
        {
            return true;
        }

        var cells = line.Span.Count('\t');
        return at < HeadLines && (BeginsWithLabel(line) || !(IsLike(places, at - 1, cells) || IsLike(places, at + 1, cells)));
    }

    private bool IsLike(List<int> places, int at, int cells) =>
        at >= 0 && at < places.Count && structure.Lines[places[at]].Span.Count('\t') is var others && (others == cells || (others >= CellsOfTable && cells >= CellsOfTable));

    private static bool BeginsWithLabel(TextLine line)
    {
        var words = DateCues.Words(line.Text, 0, line.Span.IndexOf('\t'));
        return words.Count <= ControlLabels.MostWords
            && (ControlLabels.Find(string.Join(' ', words)) is not null || DateCues.EndingAt(words, words.Count) is { Cue: not (DateCue.Other or DateCue.Neutral) });
    }

    private string Above(List<int> places, int at)
    {
        if (at == 0 || !char.IsAsciiDigit(structure.Lines[places[at]].Span[0]) && structure.Lines[places[at]].Length > LongestLabel)
        {
            return "";
        }

        var above = structure.Lines[places[at - 1]];
        return above.Length <= LongestLabel && above.Kind != LineKind.Row && !WrittenDate.MayStandIn(above.Span) ? above.Text : "";
    }

    private static string Shorten(TextLine line) => line.Span[..Math.Min(line.Length, LongestLine)].ToString();
}
