using Iasios.Core.Ledger;

namespace Iasios.Functions.Dashboard;

/// <summary>One page of a facility's documents, by their paths.</summary>
/// <param name="Only">The processing state that is shown; null: all that are not deleted.</param>
/// <param name="Counts">How many documents are in each state that occurs, in the order of the states.</param>
/// <param name="Documents">The page.</param>
public sealed record DocumentList(Processing? Only, IReadOnlyList<KeyValuePair<Processing, int>> Counts, Paged<FiledDocument> Documents)
{
    private const int PageSize = 50;

    /// <summary>How many documents are not deleted.</summary>
    public int Present => Counts.Where(count => count.Key != Processing.Deleted).Sum(count => count.Value);

    /// <summary>Makes the list of all documents of a facility; null when there is no such page.</summary>
    public static DocumentList? Of(IReadOnlyCollection<FiledDocument> all, Processing? only, int page)
    {
        var shown = all
            .Where(document => only is null ? document.Processing != Processing.Deleted : document.Processing == only)
            .OrderBy(document => document.Path, StringComparer.OrdinalIgnoreCase)
            .ThenBy(document => document.Key.Value, StringComparer.Ordinal)
            .ToList();
        return Paged.Of(shown, page, PageSize) is { } paged
            ? new(only, [.. all.CountBy(document => document.Processing).OrderBy(count => count.Key)], paged)
            : null;
    }

    /// <summary>Reads the filter of an address; false when it is no processing state. No filter gives null.</summary>
    public static bool TryFilter(string? text, out Processing? processing)
    {
        processing = null;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        foreach (var known in Enum.GetValues<Processing>())
        {
            if (Words.Name(known) == text)
            {
                processing = known;
                return true;
            }
        }

        return false;
    }
}
