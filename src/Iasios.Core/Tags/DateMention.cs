using Iasios.Core.Text;

namespace Iasios.Core.Tags;

/// <summary>A date in a line, and what the words around it make of it.</summary>
/// <param name="Date">The date.</param>
/// <param name="Cue">What it is.</param>
/// <param name="Leads">The label begins its line.</param>
/// <param name="IsOwn">The label begins its line or sentence, or the sentence names the document itself.</param>
internal readonly record struct DateMention(WrittenDate Date, DateCue Cue, bool Leads, bool IsOwn)
{
    private const int WordsRead = 14;
    private const int UnitsRead = 140;
    private const int MostWordsBetween = 4;
    private const int MostWordsAfterApproval = 9;
    private const int WordsAfter = 3;
    private const int UnitsAfter = 35;
    private const int WordsOfReplacement = 8;
    private const int MostWordsOfRange = 8;

    /// <summary>The dates of a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="above">The line above it when that is a label without a date; otherwise empty.</param>
    public static List<DateMention> Read(string line, string above)
    {
        var mentions = new List<DateMention>();
        var end = 0;
        foreach (var found in WrittenDate.FindAll(line))
        {
            var from = Math.Max(end, found.Start - UnitsRead);
            var words = DateCues.Words(line, from, found.Start);
            var isFirst = from == 0;
            if (words.Count == 0 && isFirst)
            {
                words = DateCues.Words(above, 0, above.Length);
            }

            end = found.End;
            if (words.Count == 0 && mentions.Count > 0 && IsWithin(found.Date, mentions[^1].Date))
            {
                mentions[^1] = mentions[^1] with { Date = found.Date };
                continue;
            }

            var (cue, before) = Resolve(words);
            cue = cue == DateCue.Plain && words.Exists(DateCues.IsDate) && words.TrueForAll(IsSilent) ? DateCue.Dated : cue;
            cue = WithPrevious(cue, words, mentions, line, from, found.Start);
            cue = WithFollowing(cue, line, found.End);
            cue = cue is DateCue.Plain or DateCue.From && words is [.., var last] && DateCues.IsWeekday(last) ? DateCue.Weekday : cue;
            cue = cue is DateCue.Plain or DateCue.From or DateCue.Issue or DateCue.Revision && words.TakeLast(WordsOfReplacement).Any(DateCues.IsReplacing) ? DateCue.Other : cue;
            var leads = (mentions.Count == 0 ? isFirst : mentions[^1].Leads) && BeginsSentence(words, before);
            mentions.Add(new(found.Date, cue, leads, leads || words.Exists(DateCues.IsSubject) || (mentions.Count > 0 && mentions[^1].IsOwn)));
        }

        return mentions;
    }

    // "June 2028 (15.06.2028)".
    private static bool IsWithin(WrittenDate day, WrittenDate month) =>
        day.First == day.Last && month.First != month.Last && day.First >= month.First && day.Last <= month.Last;

    // The nearest cue decides; "until", "from" and "next" wait for what they belong to.
    private static (DateCue Cue, int Before) Resolve(List<string> words)
    {
        var (to, isFrom, isNext, isOtherNext, gap, hasNumber) = (false, false, false, false, 0, false);
        for (var end = words.Count; end > 0 && end > words.Count - WordsRead;)
        {
            if (DateCues.EndingAt(words, end) is not var (cue, count))
            {
                gap++;
                hasNumber |= words[end - 1].Any(char.IsAsciiDigit);
                end--;
                continue;
            }

            end -= count;
            switch (cue)
            {
                case DateCue.Neutral:
                    break;
                case DateCue.To:
                    to |= gap == 0;
                    break;
                case DateCue.From:
                    isFrom |= !to && gap == 0;
                    break;
                case DateCue.Next:
                    isNext |= gap == 0;
                    isOtherNext |= gap > 0;
                    break;
                case var _ when gap > (cue == DateCue.Approved ? MostWordsAfterApproval : MostWordsBetween):
                    break;
                default:
                    isNext |= end > 0 && DateCues.EndingAt(words, end) is { Cue: DateCue.Next };
                    return (Combine(cue, to, isFrom, isNext, hasNumber), end);
            }
        }

        return (isNext ? DateCue.Next : isOtherNext ? DateCue.Other : to ? DateCue.To : isFrom ? DateCue.From : DateCue.Plain, 0);
    }

    private static DateCue Combine(DateCue cue, bool to, bool isFrom, bool isNext, bool hasNumber) => cue switch
    {
        DateCue.Review or DateCue.End or DateCue.Other => cue,
        DateCue.Revision => (to || isNext) && !isFrom ? DateCue.Review : hasNumber || isFrom ? DateCue.Issue : DateCue.Revision,
        DateCue.Valid => to ? DateCue.End : isFrom ? DateCue.Start : DateCue.Valid,
        DateCue.Start => to && !isFrom ? DateCue.End : DateCue.Start,
        DateCue.Issue or DateCue.Dated or DateCue.Approved when isNext => DateCue.Other,
        DateCue.Changed when isNext => DateCue.Review,
        DateCue.Issue or DateCue.Changed when to && !isFrom => DateCue.To,
        _ => cue,
    };

    // "1 March 2026 to 28 February 2029", "valid 01.08.2025–31.07.2027": the first begins what the second ends.
    private static DateCue WithPrevious(DateCue cue, List<string> words, List<DateMention> mentions, string line, int from, int start)
    {
        var isDash = words.Count == 0 && from > 0 && line.AsSpan(from, start - from).IndexOfAny('-', '–', '—') >= 0;
        if (mentions.Count == 0 || !(isDash || (cue == DateCue.To && words.Count <= MostWordsOfRange)))
        {
            return cue;
        }

        var previous = mentions[^1];
        var isPeriod = previous.Cue is DateCue.Plain or DateCue.From or DateCue.PeriodStart;
        if (isPeriod || previous.Cue == DateCue.Valid)
        {
            mentions[^1] = previous with { Cue = isPeriod ? DateCue.PeriodStart : DateCue.Start };
        }

        return previous.Cue switch
        {
            DateCue.Other or DateCue.Printed or DateCue.Weekday => DateCue.Other,
            DateCue.Dated or DateCue.Approved when isDash => DateCue.Plain,
            DateCue.Issue or DateCue.Approved or DateCue.Dated or DateCue.Changed => DateCue.PeriodEnd,
            _ => isPeriod ? DateCue.PeriodEnd : DateCue.End,
        };
    }

    // "tritt am 1. März 2026 in Kraft", "bis 31.12.2027 gültig".
    private static DateCue WithFollowing(DateCue cue, string line, int end)
    {
        if (cue is not (DateCue.Plain or DateCue.From or DateCue.To) || end + 1 >= line.Length || line[end] != ' ' || !char.IsLetter(line[end + 1]))
        {
            return cue;
        }

        var after = DateCues.Words(line, end, Math.Min(line.Length, end + UnitsAfter));
        return Enumerable.Range(1, Math.Min(WordsAfter, after.Count)).Select(count => DateCues.EndingAt(after[..count], count)).FirstOrDefault(found => found is { Cue: DateCue.Start or DateCue.Valid }) is { } found
            && found.Words <= after.Count
            ? cue == DateCue.To ? DateCue.End : found.Cue == DateCue.Start ? DateCue.Start : cue
            : cue;
    }

    private static bool IsSilent(string word) => DateCues.EndingAt([word], 1) is { Cue: DateCue.Neutral };

    private static bool BeginsSentence(List<string> words, int before) =>
        words.Take(before).All(word => word.All(char.IsAsciiDigit) || DateCues.EndingAt([word], 1) is { Cue: not DateCue.Other });
}
