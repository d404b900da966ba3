namespace Iasios.Core.Tags.Training;

/// <summary>A suggestion with its probability, and whether it was right.</summary>
internal sealed record Outcome(double Probability, bool Right, string Language);

/// <summary>Finds thresholds and calibration from outcomes for documents that the model had not seen.</summary>
internal static class Calibrator
{
    private const int LeastOutcomes = 25;

    /// <summary>The least probability above which at least so large a share was right; 1 when there is none.</summary>
    public static double Threshold(IEnumerable<Outcome> outcomes, double share)
    {
        var (right, of, threshold) = (0, 0, 1.0);
        foreach (var outcome in outcomes.OrderByDescending(outcome => outcome.Probability))
        {
            of++;
            right += outcome.Right ? 1 : 0;
            threshold = right >= of * share ? outcome.Probability : threshold;
        }

        return threshold;
    }

    /// <summary>The probability from which on precision and recall are best together.</summary>
    public static double BestF1(IEnumerable<Outcome> outcomes, int labels)
    {
        var (right, of, best, threshold) = (0, 0, 0.0, 1.0);
        foreach (var outcome in outcomes.OrderByDescending(outcome => outcome.Probability))
        {
            of++;
            right += outcome.Right ? 1 : 0;
            var score = 2.0 * right / (of + labels);
            (best, threshold) = score > best ? (score, outcome.Probability) : (best, threshold);
        }

        return threshold;
    }

    /// <summary>Steps of like outcomes, surest first, whose shares fall from step to step.</summary>
    public static IReadOnlyList<CalibrationStep> Steps(IEnumerable<Outcome> outcomes, double least)
    {
        var steps = new List<List<Outcome>>();
        foreach (var part in outcomes.Where(outcome => outcome.Probability >= least).OrderByDescending(outcome => outcome.Probability).Chunk(LeastOutcomes))
        {
            List<Outcome> step = [.. part];
            while (steps.Count > 0 && (step.Count < LeastOutcomes || Share(steps[^1]) <= Share(step)))
            {
                step = [.. steps[^1], .. step];
                steps.RemoveAt(steps.Count - 1);
            }

            steps.Add(step);
        }

        return [.. steps.Select((step, index) => new CalibrationStep(
            index == steps.Count - 1 ? least : step[^1].Probability,
            step.Count(outcome => outcome.Right),
            step.Count,
            step.GroupBy(outcome => outcome.Language).OrderBy(group => group.Key, StringComparer.Ordinal).ToDictionary(
                group => group.Key,
                group => new[] { group.Count(outcome => outcome.Right), group.Count() })))];
    }

    private static double Share(List<Outcome> step) => (double)step.Count(outcome => outcome.Right) / step.Count;
}
