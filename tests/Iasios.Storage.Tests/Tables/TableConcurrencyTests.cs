using Azure;
using Iasios.Storage.Tables;
using Iasios.TestSupport;

namespace Iasios.Storage.Tests.Tables;

[Collection(nameof(UsesAzurite))]
public sealed class TableConcurrencyTests(AzuriteFixture azurite)
{
    private const int Writers = 16;
    private const int Updates = 5;

    [Fact]
    public async Task Writers_that_try_again_on_412_lose_no_update()
    {
        var table = await NewTable.CreateAsync(azurite);
        await table.AddEntityAsync(new("st-anna", "sum") { ["Sum"] = 0 });

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(async _ =>
        {
            for (var update = 0; update < Updates; update++)
            {
                await IncrementAsync(table);
            }
        }));

        Assert.Equal(Writers * Updates, (await table.GetEntityAsync("st-anna", "sum")).Value.GetInt32("Sum"));
    }

    [Fact]
    public async Task Of_many_that_add_the_same_row_one_wins()
    {
        var table = await NewTable.CreateAsync(azurite);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, Writers).Select(async writer =>
        {
            try
            {
                return (await table.AddEntityAsync(new("st-anna", "one") { ["Writer"] = writer })).Status;
            }
            catch (RequestFailedException fault)
            {
                return fault.Status;
            }
        }));

        Assert.Equal([204, .. Enumerable.Repeat(409, Writers - 1)], outcomes.Order());
    }

    private static async Task IncrementAsync(TableClient table)
    {
        while (true)
        {
            TableEntity row = await table.GetEntityAsync("st-anna", "sum");
            row["Sum"] = row.GetInt32("Sum") + 1;
            try
            {
                await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);
                return;
            }
            catch (RequestFailedException fault) when (fault.Status == 412)
            {
                // Another writer was first.
            }
        }
    }
}
