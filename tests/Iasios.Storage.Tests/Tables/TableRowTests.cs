using Azure;
using Iasios.Storage.Tables;
using Iasios.TestSupport;

namespace Iasios.Storage.Tests.Tables;

[Collection(nameof(UsesAzurite))]
public sealed class TableRowTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData("o'brien")]
    [InlineData("''")]
    [InlineData("%")]
    [InlineData("a%20b")]
    [InlineData("+")]
    [InlineData("a&b=c;d,e:f@g!$()[]{}<>|\"`^~*")]
    [InlineData(" leading and trailing ")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("")]
    [InlineData("🩺 手術 Ωé")]
    [InlineData("http:GET POST DELETE HTTP 1.1")]
    public async Task Any_allowed_key_reaches_its_own_row_in_every_operation(string key)
    {
        var table = await NewTable.CreateAsync(azurite);
        await table.AddEntityAsync(new("st-anna", "another"));

        await table.AddEntityAsync(new(key, key) { ["Step"] = 1 });
        await table.UpsertEntityAsync(new(key, key) { ["Step"] = 2 }, TableUpdateMode.Replace);
        await table.UpdateEntityAsync(new(key, key) { ["Merged"] = true }, ETag.All);
        await table.SubmitTransactionAsync([new(TableTransactionActionType.UpsertMerge, new(key, key) { ["InTransaction"] = true })]);
        TableEntity read = await table.GetEntityAsync(key, key);
        var found = await table.QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {key} and RowKey eq {key}")).ToListAsync();
        await table.DeleteEntityAsync(key, key, read.ETag);

        Assert.Equal(2, read.GetInt32("Step"));
        Assert.True(read.GetBoolean("Merged"));
        Assert.True(read.GetBoolean("InTransaction"));
        Assert.Equal((key, key), (Assert.Single(found).PartitionKey, found[0].RowKey));
        Assert.False((await table.GetEntityIfExistsAsync(key, key)).HasValue);
    }

    [Fact]
    public async Task A_merge_keeps_what_it_does_not_name_and_a_replacement_does_not()
    {
        var table = await NewTable.CreateAsync(azurite);
        await table.AddEntityAsync(new("st-anna", "one") { ["Kept"] = "old", ["Changed"] = "old" });

        await table.UpsertEntityAsync(new("st-anna", "one") { ["Changed"] = "new", ["Kept"] = null });
        TableEntity merged = await table.GetEntityAsync("st-anna", "one");
        await table.UpdateEntityAsync(new("st-anna", "one") { ["Changed"] = "newer" }, merged.ETag, TableUpdateMode.Replace);
        TableEntity replaced = await table.GetEntityAsync("st-anna", "one");

        Assert.Equal(("old", "new"), (merged.GetString("Kept"), merged.GetString("Changed")));
        Assert.Equal((null, "newer"), (replaced.GetString("Kept"), replaced.GetString("Changed")));
    }

    [Fact]
    public async Task A_write_gives_the_version_that_a_read_gives()
    {
        var table = await NewTable.CreateAsync(azurite);

        var added = await table.AddEntityAsync(new("st-anna", "one"));
        TableEntity first = await table.GetEntityAsync("st-anna", "one");
        var updated = await table.UpdateEntityAsync(new("st-anna", "one") { ["N"] = 1 }, first.ETag);
        TableEntity second = await table.GetEntityAsync("st-anna", "one");

        Assert.Equal(added.Headers.ETag, first.ETag);
        Assert.Equal(updated.Headers.ETag, second.ETag);
        Assert.NotEqual(first.ETag, second.ETag);
    }

    [Fact]
    public async Task A_stale_version_is_refused_with_412_and_changes_nothing()
    {
        var table = await NewTable.CreateAsync(azurite);
        var stale = (await table.AddEntityAsync(new("st-anna", "one") { ["N"] = 1 })).Headers.ETag!.Value;
        await table.UpsertEntityAsync(new("st-anna", "one") { ["N"] = 2 });

        var update = await RefusedAsync(() => table.UpdateEntityAsync(new("st-anna", "one") { ["N"] = 3 }, stale));
        var delete = await RefusedAsync(() => table.DeleteEntityAsync("st-anna", "one", stale));

        Assert.Equal((412, "UpdateConditionNotSatisfied"), (update.Status, update.ErrorCode));
        Assert.Equal(412, delete.Status);
        Assert.Equal(2, (await table.GetEntityAsync("st-anna", "one")).Value.GetInt32("N"));
    }

    [Fact]
    public async Task A_second_row_with_the_same_keys_is_refused_with_409()
    {
        var table = await NewTable.CreateAsync(azurite);
        await table.AddEntityAsync(new("st-anna", "one"));

        var fault = await RefusedAsync(() => table.AddEntityAsync(new("st-anna", "one")));

        Assert.Equal((409, "EntityAlreadyExists"), (fault.Status, fault.ErrorCode));
    }

    [Fact]
    public async Task A_missing_row_is_an_error_a_value_or_nothing_to_do_as_the_method_says()
    {
        var table = await NewTable.CreateAsync(azurite);

        var read = await RefusedAsync(() => table.GetEntityAsync("st-anna", "none"));
        var update = await RefusedAsync(() => table.UpdateEntityAsync(new("st-anna", "none"), ETag.All));
        var optional = await table.GetEntityIfExistsAsync("st-anna", "none");
        await table.DeleteEntityAsync("st-anna", "none");

        Assert.Equal((404, "ResourceNotFound"), (read.Status, read.ErrorCode));
        Assert.Equal(404, update.Status);
        Assert.False(optional.HasValue);
        Assert.Throws<InvalidOperationException>(() => optional.Value);
    }

    [Fact]
    public async Task A_missing_table_is_never_taken_for_a_missing_row()
    {
        var table = azurite.Account.Tables.GetTableClient(NewTable.Name());

        var fault = await RefusedAsync(async () => await table.GetEntityIfExistsAsync("st-anna", "one"));

        Assert.Equal((404, "TableNotFound"), (fault.Status, fault.ErrorCode));
    }

    [Fact]
    public async Task A_table_can_be_created_and_deleted_twice()
    {
        var table = await NewTable.CreateAsync(azurite);
        await table.AddEntityAsync(new("st-anna", "one"));

        await table.CreateIfNotExistsAsync();
        Assert.True((await table.GetEntityIfExistsAsync("st-anna", "one")).HasValue);

        await table.DeleteAsync();
        await table.DeleteAsync();
        await RefusedAsync(() => table.GetEntityAsync("st-anna", "one"));
    }

    private static Task<RequestFailedException> RefusedAsync(Func<Task> act) => Assert.ThrowsAsync<RequestFailedException>(act);
}
