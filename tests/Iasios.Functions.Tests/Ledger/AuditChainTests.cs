using Iasios.Core.Ledger;
using Iasios.Functions.Tests.Support;
using Iasios.Storage.Tables;

namespace Iasios.Functions.Tests.Ledger;

/// <summary>The audit chain as it lies in the table.</summary>
[Collection(nameof(UsesProduct))]
public sealed class AuditChainTests(Product product)
{
    [Fact]
    public async Task The_chain_in_the_table_is_whole_and_ends_where_its_head_says()
    {
        var hospital = product.NewHospital();
        await Task.WhenAll(Enumerable.Range(1, 4).Select(number => hospital.HandInAsync($"{number}.txt", $"{Hospital.SedationPolicy}{number}")));
        await hospital.HandInAsync("1.txt", Hospital.Menu);
        await hospital.RemoveAsync("2.txt");

        var entries = (await hospital.RowsAsync("A|")).Select(Entry).ToList();
        var head = Assert.Single(await hospital.RowsAsync("H|audit"));

        Assert.Equal(Enumerable.Range(1, 6).Select(number => (long)number), entries.Select(entry => entry.Sequence));
        Assert.All(entries, entry => Assert.True(entry.IsWhole));
        Assert.Equal(["", .. entries.SkipLast(1).Select(entry => entry.Hash)], entries.Select(entry => entry.PreviousHash));
        Assert.Equal((entries[^1].Sequence, entries[^1].Hash), (head.GetInt64("Sequence")!.Value, head.GetString("Hash")));
    }

    [Fact]
    public async Task The_audit_holds_no_text_of_documents()
    {
        var hospital = product.NewHospital();
        await hospital.HandInAsync("policy.txt", Hospital.SedationPolicy);

        var payload = Entry(Assert.Single(await hospital.RowsAsync("A|"))).Payload;

        Assert.Contains("8c", payload, StringComparison.Ordinal);
        Assert.DoesNotContain("sedation", payload, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Every_row_says_which_version_of_its_shape_it_has()
    {
        var hospital = product.NewHospital();
        await hospital.HandInAsync("policy.txt", Hospital.SedationPolicy);
        await hospital.StatusAsync();

        Assert.All(await hospital.RowsAsync(""), row => Assert.Equal(1, row.GetInt32("V")));
    }

    internal static AuditEntry Entry(TableEntity row) => new(
        long.Parse(row.RowKey[2..], System.Globalization.CultureInfo.InvariantCulture),
        row.GetDateTimeOffset("At")!.Value,
        row.GetString("Actor")!,
        row.GetString("Action")!,
        row.GetString("OperationId")!,
        row.GetString("Payload")!,
        row.GetString("Salt")!,
        row.GetString("Digest")!,
        row.GetString("PreviousHash")!,
        row.GetString("Hash")!);
}
