using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure;
using Azure.Core;

namespace Iasios.Storage.Tables;

/// <summary>What a query asks for.</summary>
/// <param name="Filter">Which rows; null for all.</param>
/// <param name="PageSize">1 to 1,000 rows a page; null for the service's own size.</param>
/// <param name="Select">Which properties, as they stand in an address; null for all.</param>
internal sealed record TableQuery(string? Filter, int? PageSize, string? Select);

/// <summary>The pages of a query. The service says with headers that, and where, it goes on.</summary>
internal sealed class TablePages : AsyncPageable<TableEntity>
{
    private const string NextPartition = "x-ms-continuation-NextPartitionKey";
    private const string NextRow = "x-ms-continuation-NextRowKey";

    private readonly TableRequests requests;
    private readonly TableQuery query;

    public TablePages(TableRequests requests, TableQuery query, CancellationToken cancellationToken)
        : base(cancellationToken)
    {
        CheckSize(query.PageSize);
        (this.requests, this.query) = (requests, query);
    }

    public override IAsyncEnumerable<Page<TableEntity>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        CheckSize(pageSizeHint);
        return ReadAsync(continuationToken, pageSizeHint ?? query.PageSize, CancellationToken);
    }

    private async IAsyncEnumerable<Page<TableEntity>> ReadAsync(
        string? next, int? size, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        do
        {
            var response = await requests.SendAsync(requests.Create(RequestMethod.Get, Address(next, size)), cancellationToken);

            // A page without rows is not the last one as long as the header is there.
            next = Continuation(response);
            yield return Page<TableEntity>.FromValues(Rows(response), next, response);
        }
        while (next is not null);
    }

    private string Address(string? next, int? size)
    {
        List<string> parameters = [];
        if (query.Filter is { Length: > 0 } filter)
        {
            parameters.Add($"$filter={Uri.EscapeDataString(filter)}");
        }

        if (size is { } rows)
        {
            parameters.Add(string.Create(CultureInfo.InvariantCulture, $"$top={rows}"));
        }

        if (query.Select is { } select)
        {
            parameters.Add($"$select={select}");
        }

        if (next?.Split(' ') is [var partition, .. var row])
        {
            parameters.Add($"NextPartitionKey={Uri.EscapeDataString(partition)}");
            parameters.AddRange(row.Select(key => $"NextRowKey={Uri.EscapeDataString(key)}"));
        }

        return $"{requests.TableAddress}()?{string.Join('&', parameters)}";
    }

    // Both parts are opaque and hold no blank.
    private static string? Continuation(Response response) => response.Headers.TryGetValue(NextPartition, out var partition)
        ? response.Headers.TryGetValue(NextRow, out var row) ? $"{partition} {row}" : partition
        : null;

    private static List<TableEntity> Rows(Response response)
    {
        using var document = JsonDocument.Parse(response.Content.ToMemory());
        return [.. document.RootElement.GetProperty("value").EnumerateArray().Select(EntityJson.Read)];
    }

    private static void CheckSize(int? size)
    {
        if (size is < 1 or > 1000)
        {
            throw new ArgumentException($"A page has 1 to 1,000 rows, not {size}.", nameof(size));
        }
    }
}
