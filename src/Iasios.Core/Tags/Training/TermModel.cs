namespace Iasios.Core.Tags.Training;

/// <summary>A text as terms, with the topics that it is evidence for.</summary>
/// <param name="Terms">Buckets and counts, by bucket.</param>
/// <param name="Topics">The places of its topics; empty: it is evidence for none.</param>
internal sealed record TermText(IReadOnlyList<(int Bucket, int Count)> Terms, IReadOnlySet<int> Topics);

/// <summary>
/// One linear score for each topic over hashed terms: ridge regression on TF-IDF vectors of length one, one topic
/// against the rest. Solved exactly, so that it needs no steps, no order and no chance.
/// </summary>
internal sealed class TermModel
{
    private const double Ridge = 0.3;

    private readonly double[] rarity;
    private readonly double[][] weights;

    private TermModel(double[] rarity, double[][] weights) => (this.rarity, this.weights) = (rarity, weights);

    /// <summary>How much a bucket tells: little where most texts hold it.</summary>
    public IReadOnlyList<double> Rarity => rarity;

    /// <summary>The weights of each topic by bucket; the last row is for no topic at all.</summary>
    public IReadOnlyList<double[]> Weights => weights;

    /// <summary>Fits the model to texts.</summary>
    public static TermModel Fit(IReadOnlyList<TermText> texts, int topics)
    {
        var rare = RarityIn(texts);
        var vectors = texts.Select(text => VectorOf(text.Terms, rare)).ToList();
        var gram = Gram(vectors);
        Matrices.Factor(gram);
        var rows = Enumerable.Range(0, topics + 1).Select(topic =>
        {
            var targets = texts.Select(text => topic == topics ? text.Topics.Count == 0 : text.Topics.Contains(topic)).Select(isIn => isIn ? 1.0 : 0).ToArray();
            return Combine(vectors, Matrices.Solve(gram, targets));
        }).ToArray();
        return new(rare, rows);
    }

    /// <summary>The scores of a text.</summary>
    public TermScores Score(IReadOnlyList<(int Bucket, int Count)> terms)
    {
        var vector = VectorOf(terms, rarity);
        var scores = weights.Select(row => vector.Sum(term => row[term.Bucket] * term.Value)).ToList();
        return new(scores[..^1], scores[^1]);
    }

    /// <summary>A vector of length one.</summary>
    public static List<(int Bucket, double Value)> VectorOf(IReadOnlyList<(int Bucket, int Count)> terms, IReadOnlyList<double> rarity)
    {
        var values = terms.Select(term => (term.Bucket, Value: (1 + Math.Log(term.Count)) * rarity[term.Bucket])).ToList();
        var length = Math.Sqrt(values.Sum(term => term.Value * term.Value));
        return length == 0 ? [] : values.ConvertAll(term => (term.Bucket, term.Value / length));
    }

    private static double[] RarityIn(IReadOnlyList<TermText> texts)
    {
        var holders = new int[TermCounts.Buckets];
        foreach (var (bucket, _) in texts.SelectMany(text => text.Terms))
        {
            holders[bucket]++;
        }

        return [.. holders.Select(count => Math.Log((1.0 + texts.Count) / (1 + count)))];
    }

    private static double[][] Gram(List<List<(int Bucket, double Value)>> vectors)
    {
        var gram = vectors.Select((_, row) => new double[row + 1]).ToArray();
        var dense = new double[TermCounts.Buckets];
        for (var row = 0; row < vectors.Count; row++)
        {
            Array.Clear(dense);
            vectors[row].ForEach(term => dense[term.Bucket] = term.Value);
            for (var other = 0; other <= row; other++)
            {
                gram[row][other] = vectors[other].Sum(term => dense[term.Bucket] * term.Value) + (row == other ? Ridge : 0);
            }
        }

        return gram;
    }

    private static double[] Combine(List<List<(int Bucket, double Value)>> vectors, double[] shares)
    {
        var sums = new double[TermCounts.Buckets];
        for (var row = 0; row < vectors.Count; row++)
        {
            foreach (var (bucket, value) in vectors[row])
            {
                sums[bucket] += shares[row] * value;
            }
        }

        return sums;
    }
}
