namespace Iasios.Functions.Dashboard;

/// <summary>One page of a list.</summary>
/// <param name="Items">What is on the page.</param>
/// <param name="Page">The page's number, from 1.</param>
/// <param name="Pages">How many pages there are, at least 1.</param>
/// <param name="Total">How many things the whole list has.</param>
public sealed record Paged<T>(IReadOnlyList<T> Items, int Page, int Pages, int Total);

/// <summary>Cuts lists into pages.</summary>
public static class Paged
{
    /// <summary>A page of a list; null when the list has no such page. An empty list has one empty page.</summary>
    /// <param name="items">The whole list.</param>
    /// <param name="page">From 1.</param>
    /// <param name="size">Things on a page, at least 1.</param>
    public static Paged<T>? Of<T>(IReadOnlyList<T> items, int page, int size)
    {
        var pages = Math.Max(1, (items.Count + size - 1) / size);
        return page < 1 || page > pages ? null : new([.. items.Skip((page - 1) * size).Take(size)], page, pages, items.Count);
    }
}
