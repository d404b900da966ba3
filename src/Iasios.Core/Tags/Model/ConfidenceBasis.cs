using Iasios.Core.Text;

namespace Iasios.Core.Tags;

/// <summary>What a confidence rests on: how many of the suggestions like this one were right.</summary>
/// <param name="Right">How many were right.</param>
/// <param name="Of">How many there were.</param>
/// <param name="Low">The lower end of the 95 % interval after Wilson, 0 to 1.</param>
/// <param name="High">The upper end.</param>
/// <param name="Words">The same in words people can check, such as "19 of 20 in our own German test documents".</param>
public sealed record ConfidenceBasis(int Right, int Of, double Low, double High, string Words)
{
    /// <summary>From so many decisions on, a deployment's own counts replace ours.</summary>
    public const int EnoughDecisions = 20;

    private const double Z = 1.96;

    private static readonly Dictionary<DocumentLanguage, string> Languages = new()
    {
        [DocumentLanguage.En] = "English",
        [DocumentLanguage.De] = "German",
        [DocumentLanguage.Fr] = "French",
        [DocumentLanguage.Es] = "Spanish",
        [DocumentLanguage.It] = "Italian",
    };

    /// <summary>The share that was right, 0 to 1; between one half and the share where there are few.</summary>
    public double Confidence => Math.Round((Right + 0.5) / (Of + 1), 2);

    /// <summary>The basis in a deployment's own decisions; null while there are fewer than <see cref="EnoughDecisions"/>.</summary>
    /// <param name="confirmed">How many suggestions like this one people confirmed.</param>
    /// <param name="rejected">How many they rejected.</param>
    public static ConfidenceBasis? OfDecisions(int confirmed, int rejected) => confirmed + rejected < EnoughDecisions
        ? null
        : From(confirmed, confirmed + rejected, "of your own decisions on suggestions like this one");

    internal static ConfidenceBasis? Find(TaggerModel model, double probability, DocumentLanguage? language)
    {
        var step = model.Calibration.FirstOrDefault(known => probability >= known.From);
        if (step is null)
        {
            return null;
        }

        return language is { } one && step.Languages.GetValueOrDefault(one.ToString().ToLowerInvariant()) is [var right, >= EnoughDecisions and var of]
            ? From(right, of, $"in our own {Languages[one]} test documents")
            : From(step.Right, step.Of, "in our own test documents of all languages");
    }

    private static ConfidenceBasis From(int right, int of, string where)
    {
        var share = (double)right / of;
        var centre = (share + (Z * Z / (2 * of))) / (1 + (Z * Z / of));
        var half = Z / (1 + (Z * Z / of)) * Math.Sqrt((share * (1 - share) / of) + (Z * Z / (4.0 * of * of)));
        return new(right, of, Math.Max(0, centre - half), Math.Min(1, centre + half), $"{right} of {of} {where}");
    }
}
