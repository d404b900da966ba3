using System.Globalization;
using Iasios.TestSupport;

namespace Iasios.Benchmarks;

/// <summary>How long it takes from an upload until the status shows it.</summary>
internal static class Latency
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static async Task<int> RunAsync(int count, bool events)
    {
        await using var product = await RunningProduct.StartAsync(events);
        var content = BinaryData.FromBytes(await File.ReadAllBytesAsync(Path.Combine(Repository.Samples, "policies", "clinical-records-policy.pdf")));
        var times = new List<double>(count);
        for (var number = 1; number <= count; number++)
        {
            var start = TimeProvider.System.GetTimestamp();
            await product.UploadAsync(string.Create(CultureInfo.InvariantCulture, $"policies/records-{number}.pdf"), content);
            await product.StatusAsync(status => RunningProduct.Filed(status) == number, Patience);
            times.Add(TimeProvider.System.GetElapsedTime(start).TotalSeconds);
        }

        times.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{count} uploads: p50 {At(times, 0.5):F2} s, p95 {At(times, 0.95):F2} s, longest {times[^1]:F2} s"));
        return 0;
    }

    private static double At(List<double> sorted, double share) => sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Count) - 1)];
}
