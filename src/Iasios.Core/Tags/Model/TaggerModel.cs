using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Iasios.Core.Tags;

/// <summary>A weighted sum of features that gives a probability.</summary>
/// <param name="Bias">The log odds where every feature is 0.</param>
/// <param name="Weights">Of each feature.</param>
internal sealed record Logistic(double Bias, IReadOnlyList<double> Weights)
{
    public double Probability(IReadOnlyList<double> features)
    {
        var sum = Bias;
        for (var at = 0; at < Weights.Count; at++)
        {
            sum += Weights[at] * features[at];
        }

        return 1 / (1 + Math.Exp(-sum));
    }
}

/// <summary>How often suggestions of a like probability were right, for documents that the model had not seen.</summary>
/// <param name="From">The least probability.</param>
/// <param name="Right">How many were right.</param>
/// <param name="Of">How many there were.</param>
/// <param name="Languages">The same for each language, such as "de".</param>
internal sealed record CalibrationStep(double From, int Right, int Of, IReadOnlyDictionary<string, int[]> Languages);

/// <summary>The model as its file has it. Weights are bytes: topic after topic within a bucket, times the topic's scale.</summary>
internal sealed record TaggerModelJson(
    IReadOnlyList<string> Topics,
    double RarityScale,
    byte[] Rarity,
    IReadOnlyList<double> Scales,
    byte[] Weights,
    double Bias,
    IReadOnlyDictionary<string, double> Features,
    double Accept,
    double Review,
    IReadOnlyList<CalibrationStep> Calibration);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(TaggerModelJson))]
internal sealed partial class TaggerModelJsonContext : JsonSerializerContext;

/// <summary>What training found: scores of terms, the weights of features, thresholds and calibration.</summary>
internal sealed class TaggerModel
{
    private const string ResourceName = "model.json";
    private const int VersionLength = 8;

    private static readonly Lazy<TaggerModel> EmbeddedModel = new(LoadEmbedded);

    private static readonly Lazy<string> VersionOfEmbedded = new(() =>
    {
        using var stream = Open();
        return Convert.ToHexStringLower(SHA256.HashData(stream))[..VersionLength];
    });

    private readonly TaggerModelJson file;
    private readonly int rows;

    public TaggerModel(TaggerModelJson file)
    {
        this.file = file;
        rows = file.Scales.Count;
        Logistic = new(file.Bias, [.. TopicFeatures.Names.Select(name => file.Features[name])]);
    }

    /// <summary>The model that comes with the program.</summary>
    public static TaggerModel Embedded => EmbeddedModel.Value;

    /// <summary>Eight hexadecimal digits over the embedded model.</summary>
    public static string EmbeddedVersion => VersionOfEmbedded.Value;

    /// <summary>Gives the probability of a topic from its features.</summary>
    public Logistic Logistic { get; }

    /// <summary>The least probability of an accepted tag.</summary>
    public double Accept => file.Accept;

    /// <summary>The least probability of a tag for review.</summary>
    public double Review => file.Review;

    /// <summary>From the surest suggestions down.</summary>
    public IReadOnlyList<CalibrationStep> Calibration => file.Calibration;

    /// <summary>The scores of a text, in the order of the topics given.</summary>
    public TermScores Score(TermCounts terms, IReadOnlyList<string> topics)
    {
        var found = terms.Found.ToList();
        var rarity = file.Rarity;
        var values = found.ConvertAll(term => (1 + Math.Log(term.Count)) * rarity[term.Bucket] * file.RarityScale);
        var length = Math.Max(1e-9, Math.Sqrt(values.Sum(value => value * value)));
        var sums = new double[rows];
        for (var at = 0; at < found.Count; at++)
        {
            var weights = file.Weights.AsSpan(found[at].Bucket * rows, rows);
            for (var row = 0; row < rows; row++)
            {
                sums[row] += values[at] * (sbyte)weights[row];
            }
        }

        var scores = sums.Select((sum, row) => sum * file.Scales[row] / length).ToArray();
        var places = topics.Select(topic => IndexOf(topic)).ToList();
        return new([.. places.Select(place => place < 0 ? 0 : scores[place])], scores[^1]);
    }

    private int IndexOf(string topic)
    {
        for (var at = 0; at < file.Topics.Count; at++)
        {
            if (string.Equals(file.Topics[at], topic, StringComparison.Ordinal))
            {
                return at;
            }
        }

        return -1;
    }

    private static Stream Open() => typeof(TaggerModel).Assembly.GetManifestResourceStream(ResourceName)
        ?? throw new InvalidOperationException($"The program was built without {ResourceName}.");

    private static TaggerModel LoadEmbedded()
    {
        using var stream = Open();
        return new(JsonSerializer.Deserialize(stream, TaggerModelJsonContext.Default.TaggerModelJson)!);
    }
}
