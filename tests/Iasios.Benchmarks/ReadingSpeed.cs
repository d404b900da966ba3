using System.Diagnostics;
using System.Globalization;
using Iasios.Core.Text;
using Iasios.Extraction;
using Iasios.Extraction.Native;

namespace Iasios.Benchmarks;

/// <summary>What the reader costs beside pdftotext alone, started from .NET under the same limits on the same files by as many workers.</summary>
internal static class ReadingSpeed
{
    private const int Rounds = 7;
    private const int MostFiles = 60;
    private const int FewPages = 2;
    private const int ManyPages = 10;
    private static readonly ReadingLimits Limits = new();

    public static async Task<int> RunAsync(string folder)
    {
        var reader = new DocumentReader(Limits, new NativeTools());
        List<(string Path, int Pages)> files = [];
        foreach (var path in Directory.EnumerateFiles(folder, "*.pdf", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (await reader.ReadAsync(path, CancellationToken.None) is { Outcome: ReadingOutcome.Read, PageCount: { } pages })
            {
                files.Add((path, pages));
            }
        }

        Console.WriteLine("| Documents | Pages | Workers | pdftotext alone, pages/s | reader, pages/s | reader / alone (least to most of a round) |");
        Console.WriteLine("|---|---|---|---|---|---|");
        await MeasureAsync("2 pages", [.. files.Where(file => file.Pages == FewPages).Take(MostFiles)], reader);
        await MeasureAsync("10 pages and more", [.. files.Where(file => file.Pages >= ManyPages).Take(MostFiles)], reader);
        return 0;
    }

    private static async Task MeasureAsync(string name, List<(string Path, int Pages)> files, DocumentReader reader)
    {
        var pages = files.Sum(file => file.Pages);
        for (var workers = 1; workers <= Environment.ProcessorCount; workers++)
        {
            List<double> alone = [], read = [];
            for (var round = 0; round <= Rounds; round++)
            {
                var first = await TimeAsync(files, workers, AloneAsync);
                var second = await TimeAsync(files, workers, (path, cancellationToken) => reader.ReadAsync(path, cancellationToken));
                if (round > 0)
                {
                    alone.Add(first);
                    read.Add(second);
                }
            }

            List<double> ratios = [.. alone.Zip(read, (bare, ours) => ours / bare).Order()];
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {files.Count} of {name} | {pages} | {workers} | {pages / Median(alone):F0} | {pages / Median(read):F0} | {Median(ratios):F2} ({ratios[0]:F2} to {ratios[^1]:F2}) |"));
        }
    }

    private static async Task<double> TimeAsync(List<(string Path, int Pages)> files, int workers, Func<string, CancellationToken, Task> work)
    {
        var start = TimeProvider.System.GetTimestamp();
        await Parallel.ForEachAsync(
            files, new ParallelOptions { MaxDegreeOfParallelism = workers }, async (file, cancellationToken) => await work(file.Path, cancellationToken));
        return TimeProvider.System.GetElapsedTime(start).TotalSeconds;
    }

    private static async Task AloneAsync(string path, CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            string.Create(CultureInfo.InvariantCulture, $"--as={Limits.ToolMemoryBytes}"),
            string.Create(CultureInfo.InvariantCulture, $"--cpu={Limits.ToolCpuSeconds}"),
            string.Create(CultureInfo.InvariantCulture, $"--fsize={Limits.ToolOutputBytes}"),
            string.Create(CultureInfo.InvariantCulture, $"--nofile={Limits.ToolOpenFiles}"),
            "--core=0", "--", "pdftotext", "-q", "-enc", "UTF-8", path, "-",
        ];
        using var child = Process.Start(new ProcessStartInfo("prlimit", arguments) { UseShellExecute = false, RedirectStandardOutput = true })!;
        await child.StandardOutput.ReadToEndAsync(cancellationToken);
        await child.WaitForExitAsync(cancellationToken);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
