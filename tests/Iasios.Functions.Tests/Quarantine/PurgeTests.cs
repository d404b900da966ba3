using System.Net;
using Azure.Storage.Blobs.Models;
using Iasios.Core.Ledger;
using Iasios.Functions.Tests.Support;

namespace Iasios.Functions.Tests.Quarantine;

/// <summary>A purge leaves nothing that names the patient.</summary>
[Collection(nameof(UsesProduct))]
public sealed class PurgeTests(Product product)
{
    private const string Path = "records/Whitlock Edna.txt";

    [Fact]
    public async Task Nothing_of_a_purged_document_is_left_but_a_tombstone_without_a_name()
    {
        var hospital = product.NewHospital();
        await hospital.HandInAsync(Path, Hospital.SedationPolicy);
        await product.Account.Blobs.GetBlobContainerClient("evidence").GetBlobClient(hospital.BlobName(Path)).CreateSnapshotAsync();
        await hospital.HandInAsync(Path, Orders.Patient);

        var (status, report) = await hospital.OrderAsync(product.App, Path, "purge", Orders.Purge(), await hospital.ETagAsync(product.App, Path));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.True((bool)report!["isComplete"]!);
        Assert.Contains(report["removed"]!.AsArray(), line => ((string)line!).Contains("original", StringComparison.Ordinal));
        Assert.Contains(report["remaining"]!.AsArray(), line => ((string)line!).Contains("Backups", StringComparison.Ordinal));
        Assert.Empty(await BlobsAsync(hospital));
        Assert.Empty(await hospital.TextsAsync(Path));
        Assert.Empty(await hospital.RowsAsync("E|"));
        var document = (await hospital.DocumentAsync(Path))["document"]!;
        Assert.Equal(("deleted", "(purged)", null), ((string?)document["processing"], (string?)document["name"], (string?)document["sha256"]));
        await hospital.StatusAsync(seen => !seen.ToJsonString().Contains("Whitlock", StringComparison.Ordinal));
        var rows = await hospital.RowsAsync("");
        Assert.DoesNotContain(rows, row => row.Any(property => property.Value is string text && text.Contains("Whitlock", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_audit_tells_who_purged_and_its_chain_stays_whole()
    {
        var hospital = product.NewHospital();
        await hospital.HandInAsync("menu.txt", Hospital.Menu);
        await hospital.HandInAsync(Path, Orders.Patient);

        await hospital.OrderAsync(product.App, Path, "purge", Orders.Purge(), await hospital.ETagAsync(product.App, Path));
        await hospital.DeletedAsync(Path);

        var rows = await hospital.RowsAsync("A|");
        var entries = rows.Select(Ledger.AuditChainTests.Entry).ToList();
        Assert.Equal(["filed", "quarantined", "purged"], entries.Select(entry => entry.Action));
        Assert.All(entries, entry => Assert.True(entry.IsWhole));
        Assert.Equal(["", .. entries.SkipLast(1).Select(entry => entry.Hash)], entries.Select(entry => entry.PreviousHash));
        Assert.Equal((string.Empty, "test"), (entries[1].Payload, entries[2].Actor));
        Assert.Contains("Karin Lang: A real patient", entries[2].Payload, StringComparison.Ordinal);
        Assert.Contains("menu.txt", entries[0].Payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_was_replaced_after_somebody_looked_is_not_purged()
    {
        var hospital = product.NewHospital();
        await hospital.HandInAsync(Path, Orders.Patient);
        var etag = await hospital.ETagAsync(product.App, Path);
        await hospital.UploadAsync(Path, Hospital.Menu);

        var (status, _) = await hospital.OrderAsync(product.App, Path, "purge", Orders.Purge(), etag);

        Assert.Equal(HttpStatusCode.PreconditionFailed, status);
        Assert.Single(await BlobsAsync(hospital));
    }

    [Fact]
    public async Task What_the_account_refuses_to_delete_is_said_and_the_document_stays_held_back()
    {
        var hospital = product.NewHospital();
        await hospital.HandInAsync(Path, Orders.Patient);
        var blob = product.Account.Blobs.GetBlobContainerClient("evidence").GetBlobClient(hospital.BlobName(Path));
        var lease = new Azure.Storage.Blobs.Specialized.BlobLeaseClient(blob);
        await lease.AcquireAsync(TimeSpan.FromSeconds(60));

        var (status, report) = await hospital.OrderAsync(product.App, Path, "purge", Orders.Purge(), await hospital.ETagAsync(product.App, Path));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.False((bool)report!["isComplete"]!);
        Assert.Contains(report["remaining"]!.AsArray(), line => ((string)line!).Contains("refuses to delete", StringComparison.Ordinal));
        Assert.Equal("quarantined", (string?)(await hospital.DocumentAsync(Path))["document"]!["processing"]);

        await lease.ReleaseAsync();
        var (_, again) = await hospital.OrderAsync(product.App, Path, "purge", Orders.Purge(), await hospital.ETagAsync(product.App, Path));
        Assert.True((bool)again!["isComplete"]!);
        Assert.Empty(await BlobsAsync(hospital));
    }

    [Fact]
    public async Task A_new_file_under_a_purged_name_is_processed_as_any_other()
    {
        var hospital = product.NewHospital();
        await hospital.HandInAsync("policy.txt", Orders.Patient);
        await hospital.OrderAsync(product.App, "policy.txt", "purge", Orders.Purge(), await hospital.ETagAsync(product.App, "policy.txt"));

        await hospital.HandInAsync("policy.txt", Hospital.SedationPolicy);

        var document = (await hospital.DocumentAsync("policy.txt"))["document"]!;
        Assert.Equal((nameof(Processing.Processed).ToLowerInvariant(), "policy.txt"), ((string?)document["processing"], (string?)document["name"]));
    }

    private async Task<IReadOnlyList<string>> BlobsAsync(Hospital hospital)
    {
        var names = new List<string>();
        await foreach (var blob in product.Account.Blobs.GetBlobContainerClient("evidence").GetBlobsAsync(states: BlobStates.Snapshots, prefix: hospital.Id + "/"))
        {
            names.Add($"{blob.Name} {blob.Snapshot}");
        }

        return names;
    }
}
