using Iasios.Core.Tags;

namespace Iasios.Cli.Evaluate;

/// <summary>Precision, recall and F1 of a band.</summary>
internal sealed record BandScores(double? Precision, double? Recall, double? F1, double? MacroPrecision, double? MacroRecall, double? MacroF1);

/// <summary>A share, its n and its 95 % interval after Wilson.</summary>
internal sealed record ShareOf(double? Share, int N, double? Low, double? High)
{
    public static ShareOf Of(Proportion proportion) => new(proportion.Share, proportion.Whole, proportion.Wilson?.Low, proportion.Wilson?.High);
}

/// <summary>A row for a code or a language.</summary>
/// <param name="Name">The code, or the language.</param>
/// <param name="N">Labels of this code, or documents in this language.</param>
/// <param name="Accepted">Of the accepted tags alone.</param>
/// <param name="All">Of accepted and review together.</param>
internal sealed record EvaluationRow(string Name, int N, Counts Accepted, Counts All);

/// <summary>How well tags agree with what careful people say.</summary>
internal sealed record Evaluation(
    int Documents,
    BandScores Accepted,
    BandScores AcceptedAndReview,
    ShareOf AcceptedPrecision,
    ShareOf DecidedWithoutPerson,
    ShareOf NegativesFalselyAccepted,
    ShareOf Top1,
    ShareOf RecallAt3,
    ShareOf QuoteOverlap,
    ShareOf Currency,
    ShareOf EffectiveDate,
    ShareOf ReviewDue,
    ShareOf GuardRecall,
    ShareOf GuardFalseAlarms,
    double? Brier,
    double? CalibrationError,
    IReadOnlyList<EvaluationRow> Codes,
    IReadOnlyList<EvaluationRow> Languages)
{
    public static Evaluation Of(IReadOnlyList<Judgement> all)
    {
        var judged = all.Where(document => document.IsTaggable).ToList();
        var labelled = judged.Where(document => !document.IsNegative).ToList();
        var negatives = judged.Where(document => document.IsNegative).ToList();
        var tags = judged.SelectMany(document => document.Tags.Select(tag => (Tag: tag, Right: document.IsRight(tag)))).ToList();
        var accepted = tags.Where(tag => tag.Tag.Band == TagBand.Accepted).ToList();
        var confidences = tags.Select(tag => (tag.Tag.Confidence, tag.Right)).ToList();
        var guarded = all.Where(document => document.Labels.Quarantine).ToList();
        return new(
            all.Count,
            Scores(judged, acceptedOnly: true),
            Scores(judged, acceptedOnly: false),
            ShareOf.Of(Proportion.Of(accepted, tag => tag.Right)),
            ShareOf.Of(Proportion.Of(judged, document => !document.NeedsPerson)),
            ShareOf.Of(Proportion.Of(negatives, document => document.Tags.Any(tag => tag.Band == TagBand.Accepted))),
            ShareOf.Of(Proportion.Of(labelled, document => document.Tags.Count > 0 && document.IsRight(document.Tags[0]))),
            ShareOf.Of(RecallAt(labelled, 3)),
            ShareOf.Of(Proportion.Of([.. judged.SelectMany(document => document.Overlaps())], overlaps => overlaps)),
            ShareOf.Of(Proportion.Of([.. judged.Select(document => document.IsCurrencyRight).OfType<bool>()], right => right)),
            ShareOf.Of(Proportion.Of(judged, document => document.IsEffectiveRight)),
            ShareOf.Of(Proportion.Of(judged, document => document.IsReviewRight)),
            ShareOf.Of(Proportion.Of(guarded, document => document.Quarantined)),
            ShareOf.Of(Proportion.Of(judged, document => document.Quarantined)),
            Calibration.Brier(confidences),
            Calibration.Error(confidences),
            ByCode(judged),
            ByLanguage(judged));
    }

    private static BandScores Scores(IReadOnlyList<Judgement> judged, bool acceptedOnly)
    {
        var codes = judged.SelectMany(document => document.Count(acceptedOnly)).GroupBy(count => count.Code, count => count.Counts).Select(Sum).ToList();
        var micro = codes.Aggregate(new Counts(0, 0, 0), (sum, counts) => sum + counts);
        return new(
            micro.Precision,
            micro.Recall,
            micro.F1,
            Mean(codes.Select(counts => counts.Precision)),
            Mean(codes.Select(counts => counts.Recall)),
            Mean(codes.Select(counts => counts.F1)));
    }

    private static Proportion RecallAt(IReadOnlyList<Judgement> labelled, int depth) => labelled
        .Select(document => new Proportion(document.Tags.Take(depth).Count(document.IsRight), document.Labels.Labels!.Select(label => label.Code).Distinct().Count()))
        .Aggregate(new Proportion(0, 0), (sum, part) => new(sum.Part + part.Part, sum.Whole + part.Whole));

    private static IReadOnlyList<EvaluationRow> ByCode(IReadOnlyList<Judgement> judged)
    {
        var accepted = CountsByCode(judged, acceptedOnly: true);
        var all = CountsByCode(judged, acceptedOnly: false);
        return [.. all.Keys.OrderBy(code => code.Length).ThenBy(code => code, StringComparer.Ordinal).Select(code =>
            new EvaluationRow(code, all[code].Right + all[code].Missing, accepted.GetValueOrDefault(code, new(0, 0, 0)), all[code]))];
    }

    private static IReadOnlyList<EvaluationRow> ByLanguage(IReadOnlyList<Judgement> judged) =>
        [.. judged.GroupBy(document => document.Language).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new EvaluationRow(
            group.Key,
            group.Count(),
            Sum(group.SelectMany(document => document.Count(acceptedOnly: true)).Select(count => count.Counts)),
            Sum(group.SelectMany(document => document.Count(acceptedOnly: false)).Select(count => count.Counts))))];

    private static Dictionary<string, Counts> CountsByCode(IReadOnlyList<Judgement> judged, bool acceptedOnly) => judged
        .SelectMany(document => document.Count(acceptedOnly))
        .GroupBy(count => count.Code, count => count.Counts, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, Sum, StringComparer.Ordinal);

    private static Counts Sum(IEnumerable<Counts> counts) => counts.Aggregate(new Counts(0, 0, 0), (sum, part) => sum + part);

    private static double? Mean(IEnumerable<double?> values) => values.OfType<double>().ToList() is { Count: > 0 } known ? known.Average() : null;
}
