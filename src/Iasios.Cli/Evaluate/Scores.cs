namespace Iasios.Cli.Evaluate;

/// <summary>How many tags were right, wrong and missing.</summary>
internal sealed record Counts(int Right, int Wrong, int Missing)
{
    public double? Precision => Share(Right, Right + Wrong);

    public double? Recall => Share(Right, Right + Missing);

    public double? F1 => Share(2 * Right, (2 * Right) + Wrong + Missing);

    public static Counts operator +(Counts one, Counts other) =>
        new(one.Right + other.Right, one.Wrong + other.Wrong, one.Missing + other.Missing);

    private static double? Share(int part, int whole) => whole == 0 ? null : (double)part / whole;
}

/// <summary>A share with its n.</summary>
internal sealed record Proportion(int Part, int Whole)
{
    private const double Z95 = 1.959964;

    public double? Share => Whole == 0 ? null : (double)Part / Whole;

    /// <summary>The 95 % interval after Wilson, which holds for small numbers and shares near 1 too.</summary>
    public (double Low, double High)? Wilson
    {
        get
        {
            if (Whole == 0)
            {
                return null;
            }

            var (n, p) = ((double)Whole, (double)Part / Whole);
            var centre = (p + (Z95 * Z95 / (2 * n))) / (1 + (Z95 * Z95 / n));
            var half = Z95 / (1 + (Z95 * Z95 / n)) * Math.Sqrt((p * (1 - p) / n) + (Z95 * Z95 / (4 * n * n)));
            return (Math.Max(0, centre - half), Math.Min(1, centre + half));
        }
    }

    public static Proportion Of<T>(IReadOnlyCollection<T> items, Func<T, bool> isPart) => new(items.Count(isPart), items.Count);
}

/// <summary>How far stated confidences can be trusted.</summary>
internal static class Calibration
{
    private const int Bins = 10;

    /// <summary>The mean squared distance of confidence and truth; 0 is perfect. Null without tags.</summary>
    public static double? Brier(IReadOnlyCollection<(double Confidence, bool Right)> tags) =>
        tags.Count == 0 ? null : tags.Average(tag => Math.Pow(tag.Confidence - (tag.Right ? 1 : 0), 2));

    /// <summary>The expected calibration error over ten bins of confidence.</summary>
    public static double? Error(IReadOnlyCollection<(double Confidence, bool Right)> tags) =>
        tags.Count == 0
            ? null
            : tags.GroupBy(tag => Math.Min(Bins - 1, (int)(tag.Confidence * Bins)))
                .Sum(bin => (double)bin.Count() / tags.Count * Math.Abs(bin.Average(tag => tag.Confidence) - bin.Average(tag => tag.Right ? 1.0 : 0)));
}
