using Iasios.Storage.Tables;
using Iasios.TestSupport;

namespace Iasios.Storage.Tests.Tables;

[Collection(nameof(UsesAzurite))]
public sealed class TableAllowanceTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Twenty_that_take_at_once_never_get_more_than_the_limit_and_leave_nothing_of_it()
    {
        var table = await NewTable.CreateAsync(azurite);

        var granted = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => TakeAsync(table, wanted: 10, limit: 95)));

        Assert.Equal(95, granted.Sum());
        Assert.Equal([5, .. Enumerable.Repeat(10, 9)], granted.Where(pages => pages > 0).Order());
        Assert.Equal(95, await TakenAsync(table));
    }

    [Fact]
    public async Task What_is_left_is_granted_in_part_and_then_nothing()
    {
        var table = await NewTable.CreateAsync(azurite);

        Assert.Equal(8, await TakeAsync(table, wanted: 8, limit: 10));
        Assert.Equal(2, await TakeAsync(table, wanted: 8, limit: 10));
        Assert.Equal(0, await TakeAsync(table, wanted: 1, limit: 10));
    }

    [Fact]
    public async Task A_limit_of_nothing_grants_nothing_and_writes_no_row()
    {
        var table = await NewTable.CreateAsync(azurite);

        Assert.Equal(0, await TakeAsync(table, wanted: 5, limit: 0));
        Assert.False((await table.GetEntityIfExistsAsync("~app", "budget")).HasValue);
    }

    [Fact]
    public async Task A_limit_that_was_lowered_below_what_is_taken_grants_nothing()
    {
        var table = await NewTable.CreateAsync(azurite);
        await TakeAsync(table, wanted: 8, limit: 10);

        Assert.Equal(0, await TakeAsync(table, wanted: 1, limit: 5));
        Assert.Equal(8, await TakenAsync(table));
    }

    [Fact]
    public async Task Another_row_counts_for_itself()
    {
        var table = await NewTable.CreateAsync(azurite);
        await TakeAsync(table, wanted: 10, limit: 10);

        Assert.Equal(10, await table.TakeAsync(new("~app", "next month"), 10, 10, CancellationToken.None));
    }

    private static Task<int> TakeAsync(TableClient table, int wanted, int limit) =>
        table.TakeAsync(new("~app", "budget"), wanted, limit, CancellationToken.None);

    private static async Task<int?> TakenAsync(TableClient table) =>
        (await table.GetEntityAsync("~app", "budget")).Value.GetInt32("Taken");
}
