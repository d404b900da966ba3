using Azure;
using Iasios.Storage.Tables;
using Iasios.TestSupport;
using static Iasios.Storage.Tables.TableTransactionActionType;

namespace Iasios.Storage.Tests.Tables;

[Collection(nameof(UsesAzurite))]
public sealed class TableTransactionTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Every_kind_of_action_is_done_and_gives_the_new_version()
    {
        var table = await NewTable.CreateAsync(azurite);
        foreach (var key in new[] { "merged", "replaced", "deleted", "upserted" })
        {
            await table.AddEntityAsync(new("st-anna", key) { ["Old"] = true });
        }

        var answers = await table.SubmitTransactionAsync(
        [
            new(Add, New("added")),
            new(UpdateMerge, New("merged"), await VersionAsync(table, "merged")),
            new(UpdateReplace, New("replaced")),
            new(Delete, new("st-anna", "deleted"), ETag.All),
            new(UpsertMerge, New("upserted")),
            new(UpsertReplace, New("also added")),
        ]);

        var rows = await table.QueryAsync().ToListAsync();
        Assert.Equal(
            ["added: New", "also added: New", "merged: New Old", "replaced: New", "upserted: New Old"],
            rows.Select(row => $"{row.RowKey}: {string.Join(' ', row.Keys.Intersect(["New", "Old"]).Order())}"));
        Assert.Equal(6, answers.Value.Count);
        Assert.All(answers.Value, answer => Assert.Equal(204, answer.Status));
        Assert.Equal(await VersionAsync(table, "added"), answers.Value[0].Headers.ETag);
        Assert.Equal(await VersionAsync(table, "replaced"), answers.Value[2].Headers.ETag);
    }

    [Fact]
    public async Task A_row_that_exists_already_undoes_all_and_is_named_by_its_number()
    {
        var table = await NewTable.CreateAsync(azurite);
        await table.AddEntityAsync(new("st-anna", "taken"));

        var fault = await RefusedAsync(table, new(Add, New("a")), new(Add, New("b")), new(Add, New("taken")), new(Add, New("c")));

        Assert.Equal((409, "EntityAlreadyExists", 2), (fault.Status, fault.ErrorCode, fault.FailedTransactionActionIndex));
        Assert.Equal("taken", Assert.Single(await table.QueryAsync().ToListAsync()).RowKey);
    }

    [Fact]
    public async Task A_stale_version_undoes_all_and_is_named_by_its_number()
    {
        var table = await NewTable.CreateAsync(azurite);
        await table.AddEntityAsync(new("st-anna", "head") { ["Seq"] = 1 });
        var stale = await VersionAsync(table, "head");
        await table.UpsertEntityAsync(new("st-anna", "head") { ["Seq"] = 2 });

        var fault = await RefusedAsync(
            table, new(Add, New("a")), new(UpdateReplace, new("st-anna", "head") { ["Seq"] = 3 }, stale));

        Assert.Equal((412, "UpdateConditionNotSatisfied", 1), (fault.Status, fault.ErrorCode, fault.FailedTransactionActionIndex));
        Assert.Equal(2, Assert.Single(await table.QueryAsync().ToListAsync()).GetInt32("Seq"));
    }

    [Theory]
    [InlineData(UpdateMerge)]
    [InlineData(UpdateReplace)]
    [InlineData(Delete)]
    public async Task A_missing_row_cannot_be_changed_or_deleted_in_a_transaction(TableTransactionActionType type)
    {
        var table = await NewTable.CreateAsync(azurite);

        var fault = await RefusedAsync(table, new(Add, New("a")), new(type, New("missing")));

        Assert.Equal((404, "ResourceNotFound", 1), (fault.Status, fault.ErrorCode, fault.FailedTransactionActionIndex));
        Assert.Empty(await table.QueryAsync().ToListAsync());
    }

    [Fact]
    public async Task Text_that_looks_like_the_protocol_stays_text()
    {
        var table = await NewTable.CreateAsync(azurite);
        var text = "\r\n--changeset_\r\nHTTP/1.1 409 Conflict\r\nDELETE http://127.0.0.1/t HTTP/1.1\r\nIf-Match: *\r\n\r\n{\"a\":{}}\u2028\u0085é手🩺";

        await table.SubmitTransactionAsync(
            [new(Add, new("st-anna", "first") { ["Text"] = text }), new(UpsertReplace, new("st-anna", "second") { ["Text"] = text })]);

        Assert.All(await table.QueryAsync().ToListAsync(), row => Assert.Equal(text, row.GetString("Text")));
    }

    [Fact]
    public async Task A_hundred_actions_are_one_transaction()
    {
        var table = await NewTable.CreateAsync(azurite);

        var answers = await table.SubmitTransactionAsync(Enumerable.Range(0, 100).Select(n => new TableTransactionAction(Add, New($"{n:D3}"))));

        Assert.Equal(100, answers.Value.Count);
        Assert.Equal(100, (await table.QueryAsync().ToListAsync()).Count);
    }

    private static TableEntity New(string key) => new("st-anna", key) { ["New"] = true };

    private static async Task<ETag> VersionAsync(TableClient table, string key) =>
        (await table.GetEntityAsync("st-anna", key)).Value.ETag;

    private static Task<TableTransactionFailedException> RefusedAsync(TableClient table, params TableTransactionAction[] actions) =>
        Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(actions));
}
