namespace Iasios.Core.Tags.Training;

/// <summary>Fits a logistic regression with a ridge penalty by Newton's method. Nothing in it is random.</summary>
internal static class LogisticRegression
{
    private const int Steps = 30;

    /// <summary>Fits rows of features; features are brought to one scale first, so that the penalty treats all alike.</summary>
    public static Logistic Fit(IReadOnlyList<double[]> rows, IReadOnlyList<bool> right, double penalty)
    {
        var width = rows[0].Length;
        var mean = Enumerable.Range(0, width).Select(at => rows.Average(row => row[at])).ToArray();
        var spread = Enumerable.Range(0, width).Select(at => Math.Sqrt(rows.Average(row => (row[at] - mean[at]) * (row[at] - mean[at])))).ToArray();
        var scaled = rows.Select(row => (double[])[1, .. row.Select((value, at) => spread[at] < 1e-9 ? 0 : (value - mean[at]) / spread[at])]).ToList();
        var weights = new double[width + 1];
        for (var step = 0; step < Steps; step++)
        {
            Improve(weights, scaled, right, penalty);
        }

        var plain = Enumerable.Range(0, width).Select(at => spread[at] < 1e-9 ? 0 : weights[at + 1] / spread[at]).ToArray();
        return new(weights[0] - plain.Select((weight, at) => weight * mean[at]).Sum(), plain);
    }

    private static void Improve(double[] weights, List<double[]> rows, IReadOnlyList<bool> right, double penalty)
    {
        var width = weights.Length;
        var slope = new double[width];
        var curve = Enumerable.Range(0, width).Select(_ => new double[width]).ToArray();
        for (var row = 0; row < rows.Count; row++)
        {
            var values = rows[row];
            var probability = 1 / (1 + Math.Exp(-Matrices.Dot(weights, values, width)));
            var miss = (right[row] ? 1 : 0) - probability;
            var bend = Math.Max(1e-6, probability * (1 - probability));
            for (var at = 0; at < width; at++)
            {
                slope[at] += miss * values[at];
                for (var other = 0; other <= at; other++)
                {
                    curve[at][other] += bend * values[at] * values[other];
                }
            }
        }

        for (var at = 0; at < width; at++)
        {
            var own = at == 0 ? 1e-6 : penalty;
            slope[at] -= own * weights[at];
            curve[at][at] += own;
        }

        Matrices.Factor(curve);
        var move = Matrices.Solve(curve, slope);
        for (var at = 0; at < width; at++)
        {
            weights[at] += move[at];
        }
    }
}
