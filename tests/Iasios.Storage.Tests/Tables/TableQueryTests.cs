using Iasios.Storage.Tables;
using Iasios.TestSupport;

namespace Iasios.Storage.Tests.Tables;

[Collection(nameof(UsesAzurite))]
public sealed class TableQueryTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task More_than_a_thousand_rows_come_in_pages_in_order_and_each_once()
    {
        var table = await FilledAsync(2_050);

        var pages = await table.QueryAsync().AsPages().ToListAsync();

        Assert.Equal([1_000, 1_000, 50], pages.Select(page => page.Values.Count));
        Assert.Null(pages[^1].ContinuationToken);
        Assert.Equal(Enumerable.Range(0, 2_050).Select(Row), pages.SelectMany(page => page.Values).Select(row => row.RowKey));
    }

    [Fact]
    public async Task A_page_can_be_small_and_reading_can_go_on_from_its_token()
    {
        var table = await FilledAsync(25);
        var query = table.QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {"st-anna"}"), maxPerPage: 10);

        var first = await query.AsPages().FirstAsync();
        var rest = await query.AsPages(first.ContinuationToken).ToListAsync();

        Assert.Equal(10, first.Values.Count);
        Assert.Equal([10, 5], rest.Select(page => page.Values.Count));
        Assert.Equal(Row(10), rest[0].Values[0].RowKey);
    }

    [Fact]
    public async Task A_range_of_keys_and_a_value_choose_the_rows()
    {
        var table = await FilledAsync(30);

        var rows = await table.QueryAsync(
            TableClient.CreateQueryFilter($"PartitionKey eq {"st-anna"} and RowKey ge {Row(5)} and RowKey lt {Row(25)} and Even eq {true}"))
            .ToListAsync();

        Assert.Equal([6, 8, 10, 12, 14, 16, 18, 20, 22, 24], rows.Select(row => row.GetInt32("Number")));
    }

    [Fact]
    public async Task Every_type_of_value_can_be_compared_with()
    {
        var table = await NewTable.CreateAsync(azurite);
        var wanted = new TableEntity("st-anna", "wanted")
        {
            ["Text"] = "l'été & 100%",
            ["Whole"] = 7,
            ["Long"] = 5_000_000_000L,
            ["Real"] = 0.1,
            ["Time"] = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(1),
            ["Guid"] = new Guid("6a5c0e1c-0d3c-4c57-9a52-6c0c0b7c8a11"),
            ["Bytes"] = new byte[] { 1, 255 },
        };
        await table.AddEntityAsync(wanted);
        await table.AddEntityAsync(new("st-anna", "other") { ["Text"] = "l", ["Whole"] = 8, ["Long"] = 1L, ["Real"] = 0.2 });

        FormattableString[] filters =
        [
            $"Text eq {wanted["Text"]}", $"Whole eq {wanted["Whole"]}", $"Long eq {wanted["Long"]}", $"Real eq {wanted["Real"]}",
            $"Time eq {wanted["Time"]}", $"Guid eq {wanted["Guid"]}", $"Bytes eq {wanted["Bytes"]}",
        ];
        foreach (var filter in filters)
        {
            var rows = await table.QueryAsync(TableClient.CreateQueryFilter(filter)).ToListAsync();
            Assert.True(rows is [{ RowKey: "wanted" }], TableClient.CreateQueryFilter(filter));
        }
    }

    [Fact]
    public void A_quote_in_a_value_cannot_end_it()
    {
        var facility = "x' or PartitionKey ne 'x";

        Assert.Equal(
            "PartitionKey eq 'x'' or PartitionKey ne ''x'",
            TableClient.CreateQueryFilter($"PartitionKey eq {facility}"));
    }

    [Fact]
    public async Task Only_the_selected_properties_come()
    {
        var table = await FilledAsync(1);

        var listed = Assert.Single(await table.QueryAsync(select: ["RowKey", "Number", "Unknown"]).ToListAsync());
        TableEntity read = await table.GetEntityAsync("st-anna", Row(0), select: ["Even"]);

        Assert.Equal((Row(0), 0, null), (listed.RowKey, listed.GetInt32("Number"), listed.GetBoolean("Even")));
        Assert.Null(listed["Unknown"]);
        Assert.Equal((true, null), (read.GetBoolean("Even"), read.GetInt32("Number")));
        Assert.NotEqual(default, read.ETag);
    }

    [Fact]
    public async Task An_empty_selection_is_none()
    {
        var table = await FilledAsync(1);

        Assert.Equal(0, Assert.Single(await table.QueryAsync(select: []).ToListAsync()).GetInt32("Number"));
        Assert.Equal(0, (await table.GetEntityAsync("st-anna", Row(0), select: [])).Value.GetInt32("Number"));
    }

    [Fact]
    public async Task No_row_is_one_empty_page()
    {
        var table = await NewTable.CreateAsync(azurite);

        var page = Assert.Single(await table.QueryAsync().AsPages().ToListAsync());

        Assert.Empty(page.Values);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_001)]
    public void A_page_size_that_the_service_refuses_is_refused_at_once(int size)
    {
        var table = azurite.Account.Tables.GetTableClient(NewTable.Name());

        Assert.Throws<ArgumentException>(() => table.QueryAsync(maxPerPage: size));
    }

    [Fact]
    public async Task Reading_can_be_cancelled()
    {
        var table = await NewTable.CreateAsync(azurite);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await table.QueryAsync(cancellationToken: cancelled.Token).ToListAsync());
    }

    private static string Row(int number) => $"E|{number:D5}";

    private async Task<TableClient> FilledAsync(int rows)
    {
        var table = await NewTable.CreateAsync(azurite);
        foreach (var numbers in Enumerable.Range(0, rows).Chunk(100))
        {
            await table.SubmitTransactionAsync(numbers.Select(number => new TableTransactionAction(
                TableTransactionActionType.Add,
                new("st-anna", Row(number)) { ["Number"] = number, ["Even"] = number % 2 == 0 })));
        }

        return table;
    }
}
