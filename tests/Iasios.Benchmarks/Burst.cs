using System.Globalization;
using Iasios.Storage.Tables;
using Iasios.TestSupport;

namespace Iasios.Benchmarks;

/// <summary>Many documents at once: how long until all are filed, and whether one is lost or filed twice.</summary>
internal static class Burst
{
    private const int ParallelUploads = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    public static async Task<int> RunAsync(int count)
    {
        await using var product = await RunningProduct.StartAsync();
        var start = TimeProvider.System.GetTimestamp();
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = ParallelUploads }, async (number, _) =>
            await product.UploadAsync(
                string.Create(CultureInfo.InvariantCulture, $"records/note-{number}.txt"),
                BinaryData.FromString(string.Create(CultureInfo.InvariantCulture, $"Maintenance log, entry {number}\nPreventive maintenance of the angiography system: constancy test passed.\n"))));
        var uploaded = TimeProvider.System.GetElapsedTime(start);
        await product.StatusAsync(status => RunningProduct.Filed(status) >= count, Patience);
        var filed = TimeProvider.System.GetElapsedTime(start);

        var rows = await CountAsync(product, "D|", "D}");
        var entries = await CountAsync(product, "A|", "A}");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{count} documents: uploaded after {uploaded.TotalSeconds:F0} s, all in the status after {filed.TotalSeconds:F0} s ({count / filed.TotalSeconds:F0} a second); lost {count - rows}, filed twice {entries - count}"));
        return rows == count && entries == count ? 0 : 1;
    }

    private static async Task<int> CountAsync(RunningProduct product, string from, string to) =>
        await product.Account.Tables.GetTableClient("coverage")
            .QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {RunningProduct.Facility} and RowKey ge {from} and RowKey lt {to}"), select: ["PartitionKey", "RowKey"])
            .CountAsync();
}
