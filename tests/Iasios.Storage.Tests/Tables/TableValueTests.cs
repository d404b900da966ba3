using Iasios.Storage.Tables;
using Iasios.TestSupport;

namespace Iasios.Storage.Tests.Tables;

[Collection(nameof(UsesAzurite))]
public sealed class TableValueTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Every_type_of_value_comes_back_as_it_was_written()
    {
        var table = await NewTable.CreateAsync(azurite);
        var written = new TableEntity("st-anna", "all")
        {
            ["Text"] = "Prüfprotokoll \"8c\" <b>& 'Ω' 手術 🩺 \u2028 \\ \t\r\n",
            ["EmptyText"] = "",
            ["LooksLikeATime"] = "2026-01-31T10:00:00Z",
            ["Yes"] = true,
            ["No"] = false,
            ["Int32"] = int.MinValue,
            ["Int64"] = long.MaxValue,
            ["SmallInt64"] = 1L,
            ["Double"] = 0.1,
            ["WholeDouble"] = 3.0,
            ["TinyDouble"] = double.Epsilon,
            ["Infinity"] = double.PositiveInfinity,
            ["Guid"] = new Guid("6a5c0e1c-0d3c-4c57-9a52-6c0c0b7c8a11"),
            ["Bytes"] = new byte[] { 0, 127, 255 },
            ["Time"] = new DateTimeOffset(2026, 3, 1, 23, 59, 59, TimeSpan.FromHours(2)).AddTicks(1234567),
            ["Earliest"] = new DateTimeOffset(1601, 1, 1, 0, 0, 0, TimeSpan.Zero),
            ["Latest"] = DateTimeOffset.MaxValue,
            ["Nothing"] = null,
        };

        await table.AddEntityAsync(written);
        TableEntity read = await table.GetEntityAsync("st-anna", "all");
        var listed = Assert.Single(await table.QueryAsync().ToListAsync());

        foreach (var row in new[] { read, listed })
        {
            foreach (var (name, value) in written)
            {
                Assert.Equal(value, row[name]);
                Assert.Equal(value?.GetType(), row[name]?.GetType());
            }

            Assert.False(row.ContainsKey("Nothing"));
            Assert.NotEqual(default, row.ETag);
            Assert.Equal(read.ETag, row.ETag);
            Assert.InRange(row.Timestamp!.Value, DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddHours(1));
        }
    }

    [Fact]
    public async Task A_long_text_in_any_script_comes_back_whole()
    {
        var table = await NewTable.CreateAsync(azurite);
        TableEntity Long(string key) => new("st-anna", key)
        {
            ["A"] = string.Concat(Enumerable.Repeat("手術é", 10_000)),
            ["B"] = string.Concat(Enumerable.Repeat("🩺", 16_000)),
            ["C"] = string.Concat(Enumerable.Repeat("{\"q\":\"é\"}", 3_000)),
        };

        await table.AddEntityAsync(Long("added"));
        await table.UpsertEntityAsync(Long("upserted"));
        await table.SubmitTransactionAsync([new(TableTransactionActionType.Add, Long("in a transaction"))]);

        var rows = await table.QueryAsync().ToListAsync();
        Assert.Equal(3, rows.Count);
        Assert.All(rows, row => Assert.All(Long("same").Keys.Where(key => key.Length == 1), key => Assert.Equal(Long("same")[key], row[key])));
    }

    [Fact]
    public async Task A_value_is_asked_for_by_its_type()
    {
        var table = await NewTable.CreateAsync(azurite);
        await table.AddEntityAsync(new("st-anna", "one") { ["Seq"] = 7L });

        TableEntity row = await table.GetEntityAsync("st-anna", "one");

        Assert.Equal(7L, row.GetInt64("Seq"));
        Assert.Null(row.GetInt64("Absent"));
        Assert.Null(row.GetString("Absent"));
        Assert.Throws<InvalidOperationException>(() => row.GetInt32("Seq"));
    }

    [Fact]
    public async Task Half_of_a_surrogate_pair_in_a_value_becomes_the_replacement_character()
    {
        var table = await NewTable.CreateAsync(azurite);

        await table.AddEntityAsync(new("st-anna", "one") { ["Quote"] = "cut \uD83E" });

        Assert.Equal("cut \uFFFD", (await table.GetEntityAsync("st-anna", "one")).Value.GetString("Quote"));
    }
}
