namespace Iasios.Core.Tags.Training;

/// <summary>The little linear algebra that training needs.</summary>
internal static class Matrices
{
    /// <summary>Replaces a symmetric positive matrix by its Cholesky factor, in the lower half.</summary>
    public static void Factor(double[][] matrix)
    {
        for (var row = 0; row < matrix.Length; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                var rest = matrix[row][column] - Dot(matrix[row], matrix[column], column);
                matrix[row][column] = row == column ? Math.Sqrt(rest) : rest / matrix[column][column];
            }
        }
    }

    /// <summary>Solves for one right side with a Cholesky factor.</summary>
    public static double[] Solve(double[][] factor, double[] right)
    {
        var solution = (double[])right.Clone();
        for (var row = 0; row < factor.Length; row++)
        {
            solution[row] = (solution[row] - Dot(factor[row], solution, row)) / factor[row][row];
        }

        for (var row = factor.Length - 1; row >= 0; row--)
        {
            solution[row] /= factor[row][row];
            for (var above = 0; above < row; above++)
            {
                solution[above] -= factor[row][above] * solution[row];
            }
        }

        return solution;
    }

    public static double Dot(double[] one, double[] other, int length)
    {
        var sum = 0.0;
        for (var at = 0; at < length; at++)
        {
            sum += one[at] * other[at];
        }

        return sum;
    }
}
