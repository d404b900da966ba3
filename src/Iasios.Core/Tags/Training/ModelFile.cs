using System.Text.Json;

namespace Iasios.Core.Tags.Training;

/// <summary>Writes the model's file. Numbers are rounded, so that the last bits of a sum do not matter.</summary>
internal static class ModelFile
{
    private const int Digits = 6;

    public static byte[] Write(IReadOnlyList<RuleCard> cards, TermModel terms, Logistic logistic, double accept, double review, IReadOnlyList<CalibrationStep> steps)
    {
        var rarityScale = Round(terms.Rarity.Max() / byte.MaxValue);
        var scales = terms.Weights.Select(row => Round(row.Max(Math.Abs) / sbyte.MaxValue)).ToList();
        var weights = new byte[TermCounts.Buckets * scales.Count];
        for (var at = 0; at < weights.Length; at++)
        {
            var row = at % scales.Count;
            weights[at] = (byte)(sbyte)Math.Clamp(Math.Round(terms.Weights[row][at / scales.Count] / scales[row]), sbyte.MinValue, sbyte.MaxValue);
        }

        var file = new TaggerModelJson(
            [.. cards.Select(card => card.Topic)],
            rarityScale,
            [.. terms.Rarity.Select(value => (byte)Math.Clamp(Math.Round(value / rarityScale), 0, byte.MaxValue))],
            scales,
            weights,
            Round(logistic.Bias),
            TopicFeatures.Names.Zip(logistic.Weights, (name, weight) => (name, weight)).ToDictionary(entry => entry.name, entry => Round(entry.weight)),
            Round(accept),
            Round(review),
            [.. steps.Select(step => step with { From = Round(step.From) })]);
        return [.. JsonSerializer.SerializeToUtf8Bytes(file, TaggerModelJsonContext.Default.TaggerModelJson), (byte)'\n'];
    }

    private static double Round(double value) => Math.Round(value, Digits);
}
