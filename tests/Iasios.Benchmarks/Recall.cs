using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Iasios.Extraction;
using Iasios.Extraction.Native;

namespace Iasios.Benchmarks;

/// <summary>How many of the words that pdftotext finds, run on its own, the reader finds too.</summary>
internal static partial class Recall
{
    private const int FewestWords = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static async Task<int> RunAsync(string folder)
    {
        var reader = new DocumentReader(new(), new NativeTools());
        var files = Directory.EnumerateFiles(folder, "*.pdf", SearchOption.AllDirectories).Order(StringComparer.Ordinal).DistinctBy(HashOf).ToList();
        var scores = new List<Score>();
        await Parallel.ForEachAsync(files, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, async (file, cancellationToken) =>
        {
            if (await PlainAsync(file) is not { } plain || Words(plain) is not { } wanted || wanted.Values.Sum() < FewestWords)
            {
                return;
            }

            var reading = await reader.ReadAsync(file, cancellationToken);
            var found = Words(string.Join('\n', reading.Pages.Select(page => page.Text)));
            lock (scores)
            {
                scores.Add(Compare(file, wanted, found));
            }
        });

        Report(scores, files.Count);
        return 0;
    }

    private static Score Compare(string file, Dictionary<string, int> wanted, Dictionary<string, int> found)
    {
        var bag = wanted.Sum(word => Math.Min(word.Value, found.GetValueOrDefault(word.Key)));
        var missing = wanted.Where(word => word.Value > found.GetValueOrDefault(word.Key)).OrderByDescending(word => word.Value - found.GetValueOrDefault(word.Key));
        return new(
            file,
            (double)bag / wanted.Values.Sum(),
            (double)wanted.Keys.Count(found.ContainsKey) / wanted.Count,
            string.Join(' ', missing.Take(8).Select(word => word.Key)));
    }

    private static void Report(List<Score> scores, int files)
    {
        foreach (var score in scores.Where(score => score.Bag < 1).OrderBy(score => score.Bag))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{score.Bag:F4} {score.Set:F4} {score.File}: {score.Missing}"));
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{scores.Count} of {files} distinct files have {FewestWords} words or more. Every word: mean {scores.Average(score => score.Bag):F4}, least {scores.Min(score => score.Bag):F4}, below 1 {scores.Count(score => score.Bag < 1)}, below 0.99 {scores.Count(score => score.Bag < 0.99)}. Different words: mean {scores.Average(score => score.Set):F4}, least {scores.Min(score => score.Set):F4}, below 1 {scores.Count(score => score.Set < 1)}"));
    }

    private static Dictionary<string, int> Words(string text) => Word()
        .Matches(text.Normalize(NormalizationForm.FormKC).ToLowerInvariant())
        .CountBy(match => match.Value, StringComparer.Ordinal)
        .ToDictionary(StringComparer.Ordinal);

    private static async Task<string?> PlainAsync(string file)
    {
        using var child = Process.Start(new ProcessStartInfo("prlimit", ["--cpu=20", "--as=1073741824", "--", "pdftotext", "-q", "-enc", "UTF-8", "-l", "2000", file, "-"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        using var patience = new CancellationTokenSource(Patience);
        await using var kill = patience.Token.Register(child.Kill);
        var text = await child.StandardOutput.ReadToEndAsync(CancellationToken.None);
        await child.WaitForExitAsync(CancellationToken.None);
        return child.ExitCode == 0 ? text : null;
    }

    private static string HashOf(string file) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)));

    [GeneratedRegex(@"\w+", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Word();

    private sealed record Score(string File, double Bag, double Set, string Missing);
}
