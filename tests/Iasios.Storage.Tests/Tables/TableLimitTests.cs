using Azure;
using Iasios.Storage.Tables;
using Iasios.TestSupport;
using static Iasios.Storage.Tables.TableTransactionActionType;

namespace Iasios.Storage.Tests.Tables;

[Collection(nameof(UsesAzurite))]
public sealed class TableLimitTests(AzuriteFixture azurite)
{
    private const int KiB = 1024;

    // No table of this name exists: a request that was sent would give another exception.
    private readonly TableClient unreached = azurite.Account.Tables.GetTableClient(NewTable.Name());

    [Theory]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\0b")]
    [InlineData("a\tb")]
    [InlineData("a\u007Fb")]
    [InlineData("a\u009Fb")]
    public async Task A_forbidden_character_in_a_key_is_refused_in_every_operation(string key)
    {
        await AssertKeyRefusedAsync(key);
    }

    [Fact]
    public async Task Half_of_a_surrogate_pair_in_a_key_is_refused()
    {
        await AssertKeyRefusedAsync("a\uD83E");
        await AssertKeyRefusedAsync("\uDE7Ab");
    }

    [Fact]
    public async Task A_key_of_512_characters_is_stored_and_a_longer_one_refused()
    {
        var table = await NewTable.CreateAsync(azurite);
        var longest = new string('k', 512);

        await table.AddEntityAsync(new(longest, longest));

        Assert.True((await table.GetEntityIfExistsAsync(longest, longest)).HasValue);
        await AssertKeyRefusedAsync(longest + "k");
    }

    [Theory]
    [InlineData("")]
    [InlineData("a-b")]
    [InlineData("1a")]
    [InlineData("a b")]
    [InlineData("odata.type")]
    public async Task A_property_name_that_is_no_identifier_is_refused(string name) =>
        await AssertRefusedAsync(new() { [name] = 1 }, "property name");

    [Fact]
    public async Task A_property_name_has_at_most_255_characters()
    {
        await AssertStoredAsync(new() { [new('n', 255)] = 1 });
        await AssertRefusedAsync(new() { [new('n', 256)] = 1 }, "255");
    }

    [Fact]
    public async Task A_row_has_at_most_252_properties()
    {
        await AssertStoredAsync(Numbered(252, n => n));
        await AssertRefusedAsync(Numbered(253, n => n), "252");
    }

    [Fact]
    public async Task A_property_has_at_most_64_KiB_in_UTF_16()
    {
        await AssertStoredAsync(new() { ["Text"] = new string('é', 32 * KiB), ["Bytes"] = new byte[64 * KiB] });
        await AssertRefusedAsync(new() { ["Text"] = new string('e', (32 * KiB) + 1) }, "64 KiB");
        await AssertRefusedAsync(new() { ["Bytes"] = new byte[(64 * KiB) + 1] }, "64 KiB");
    }

    [Fact]
    public async Task A_row_has_at_most_1_MiB()
    {
        await AssertStoredAsync(Numbered(15, _ => new string('t', 32 * KiB)));
        await AssertRefusedAsync(Numbered(16, _ => new string('t', 32 * KiB)), "1 MiB");
    }

    [Fact]
    public async Task A_time_before_1601_is_refused() =>
        await AssertRefusedAsync(new() { ["Time"] = new DateTimeOffset(1600, 12, 31, 23, 59, 59, TimeSpan.Zero) }, "1601");

    [Fact]
    public async Task A_value_of_another_type_is_refused() => await AssertRefusedAsync(new() { ["Amount"] = 1.5m }, "Decimal");

    [Fact]
    public async Task A_transaction_has_1_to_100_actions()
    {
        await AssertTransactionRefusedAsync([], "1 to 100");
        await AssertTransactionRefusedAsync([.. Enumerable.Range(0, 101).Select(n => Upsert("st-anna", $"{n}"))], "1 to 100");
    }

    [Fact]
    public async Task A_transaction_stays_within_one_partition() =>
        await AssertTransactionRefusedAsync([Upsert("st-anna", "a"), Upsert("st-berta", "a")], "one partition");

    [Fact]
    public async Task A_transaction_holds_each_row_once() =>
        await AssertTransactionRefusedAsync([Upsert("st-anna", "a"), new(Delete, new("st-anna", "a"))], "once");

    [Fact]
    public async Task A_transaction_has_at_most_4_MiB_as_it_is_sent()
    {
        var table = await NewTable.CreateAsync(azurite);
        TableTransactionAction[] actions =
            [.. Enumerable.Range(0, 64).Select(n => Upsert("st-anna", $"{n}", new string('t', 32 * KiB), new string('t', 31 * KiB)))];

        await table.SubmitTransactionAsync(actions);

        Assert.Equal(64, (await table.QueryAsync(select: ["RowKey"]).ToListAsync()).Count);
        await AssertTransactionRefusedAsync([.. actions, Upsert("st-anna", "64", new string('t', 32 * KiB), new string('t', 32 * KiB))], "4 MiB");
    }

    [Fact]
    public async Task An_update_without_a_version_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => unreached.UpdateEntityAsync(new("st-anna", "a"), default));

    [Theory]
    [InlineData("ab")]
    [InlineData("1table")]
    [InlineData("my-table")]
    [InlineData("tabelleÜ")]
    [InlineData("t2345678901234567890123456789012345678901234567890123456789012345")]
    public void A_name_that_no_table_can_have_is_refused(string name) =>
        Assert.Throws<ArgumentException>(() => azurite.Account.Tables.GetTableClient(name));

    private static TableEntity Numbered(int count, Func<int, object> value)
    {
        var entity = new TableEntity("st-anna", "one");
        for (var n = 0; n < count; n++)
        {
            entity[$"P{n}"] = value(n);
        }

        return entity;
    }

    private static TableTransactionAction Upsert(string partition, string row, string? first = null, string? second = null) =>
        new(UpsertReplace, new(partition, row) { ["First"] = first, ["Second"] = second });

    private async Task AssertStoredAsync(TableEntity entity)
    {
        (entity.PartitionKey, entity.RowKey) = ("st-anna", "one");
        var table = await NewTable.CreateAsync(azurite);

        await table.AddEntityAsync(entity);

        TableEntity read = await table.GetEntityAsync("st-anna", "one");
        Assert.All(entity, property => Assert.Equal(property.Value, read[property.Key]));
    }

    private async Task AssertRefusedAsync(TableEntity entity, string limit)
    {
        (entity.PartitionKey, entity.RowKey) = ("st-anna", "one");

        var alone = await Assert.ThrowsAsync<ArgumentException>(() => unreached.AddEntityAsync(entity));
        var together = await Assert.ThrowsAsync<ArgumentException>(() => unreached.SubmitTransactionAsync([new(Add, entity)]));

        Assert.Contains(limit, alone.Message, StringComparison.Ordinal);
        Assert.Contains(limit, together.Message, StringComparison.Ordinal);
    }

    private async Task AssertTransactionRefusedAsync(TableTransactionAction[] actions, string limit)
    {
        var fault = await Assert.ThrowsAsync<ArgumentException>(() => unreached.SubmitTransactionAsync(actions));

        Assert.Contains(limit, fault.Message, StringComparison.Ordinal);
    }

    private async Task AssertKeyRefusedAsync(string key)
    {
        Func<Task>[] operations =
        [
            () => unreached.AddEntityAsync(new("st-anna", key)),
            () => unreached.AddEntityAsync(new(key, "row")),
            () => unreached.UpsertEntityAsync(new("st-anna", key)),
            () => unreached.UpdateEntityAsync(new("st-anna", key), ETag.All),
            () => unreached.DeleteEntityAsync("st-anna", key),
            () => unreached.GetEntityAsync("st-anna", key),
            async () => await unreached.GetEntityIfExistsAsync(key, "row"),
            () => unreached.SubmitTransactionAsync([new(Delete, new("st-anna", key))]),
        ];
        foreach (var operation in operations)
        {
            var fault = await Assert.ThrowsAsync<ArgumentException>(operation);
            Assert.Contains("key", fault.Message, StringComparison.Ordinal);
        }
    }
}
