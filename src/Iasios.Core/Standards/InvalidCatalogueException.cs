namespace Iasios.Core.Standards;

/// <summary>A catalogue or card file breaks its rules. The message lists every problem with its file, code or card, and field.</summary>
/// <param name="problems">One sentence for each problem.</param>
public sealed class InvalidCatalogueException(IReadOnlyList<string> problems) : Exception(string.Join('\n', problems))
{
    /// <summary>One sentence for each problem.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
