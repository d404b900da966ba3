using Iasios.Core.Ledger;
using Iasios.Functions.Documents;

namespace Iasios.Functions.Dashboard;

/// <summary>One page of a facility's documents, by their paths.</summary>
/// <param name="Only">The processing state that is shown; null: all that are not deleted.</param>
/// <param name="Counts">How many documents are in each state that occurs, in the order of the states.</param>
/// <param name="Documents">The page.</param>
public sealed record DocumentList(Processing? Only, IReadOnlyList<KeyValuePair<Processing, int>> Counts, Paged<ListedDocument> Documents)
{
    private const int PageSize = 50;

    /// <summary>How many documents are not deleted.</summary>
    public int Present => Counts.Where(count => count.Key != Processing.Deleted).Sum(count => count.Value);

    /// <summary>Makes the list of all documents of a facility; null when there is no such page.</summary>
    public static DocumentList? Of(IReadOnlyCollection<ListedDocument> all, Processing? only, int page)
    {
        var shown = all
            .Where(listed => only is null ? listed.Document.Processing != Processing.Deleted : listed.Document.Processing == only)
            .OrderBy(listed => listed.Document.Path, StringComparer.OrdinalIgnoreCase)
            .ThenBy(listed => listed.Document.Key.Value, StringComparer.Ordinal)
            .ToList();
        return Paged.Of(shown, page, PageSize) is { } paged
            ? new(only, [.. all.CountBy(listed => listed.Document.Processing).OrderBy(count => count.Key)], paged)
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
