using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Iasios.Core.Text;
using Iasios.Extraction;
using Iasios.Extraction.Native;

namespace Iasios.Fuzz;

/// <summary>What reading many mutated documents gave.</summary>
/// <param name="Mutations">How many were read.</param>
/// <param name="Outcomes">How many ended how.</param>
/// <param name="Faults">What must not happen: an exception, a refusal without a reason, reading that took too long.</param>
/// <param name="Slowest">The longest reading.</param>
public sealed record FuzzResult(int Mutations, IReadOnlyDictionary<ReadingOutcome, int> Outcomes, IReadOnlyCollection<string> Faults, TimeSpan Slowest);

/// <summary>Reads mutated documents and holds every reading to what the reader promises.</summary>
public sealed class Fuzzer(Mutator mutator, int seed)
{
    // Each recognised page takes seconds and teaches nothing that the first one does not.
    private static readonly ReadingLimits Limits = new() { MaxOcrPages = 1 };

    // All of a document's native children, and as much again for what this program does itself on a busy machine.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2 * Limits.ToolWallSeconds) + TimeSpan.FromMinutes(2);

    private readonly DocumentReader reader = new(Limits, new NativeTools());

    /// <summary>The bytes of one mutated document.</summary>
    public byte[] Mutated(int number) => mutator.Mutate(seed, number);

    /// <summary>Reads the mutations of the given numbers, as many at a time as there are processors.</summary>
    public async Task<FuzzResult> RunAsync(int first, int count, TextWriter log, CancellationToken cancellationToken)
    {
        var outcomes = new ConcurrentDictionary<ReadingOutcome, int>();
        var faults = new ConcurrentQueue<string>();
        var slowest = 0L;
        var scratch = Directory.CreateTempSubdirectory("iasios-fuzz-");
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken };
        try
        {
            await Parallel.ForAsync(first, first + count, parallel, async (number, token) =>
            {
                var file = Path.Combine(scratch.FullName, number.ToString(CultureInfo.InvariantCulture));
                await File.WriteAllBytesAsync(file, Mutated(number), token);
                var clock = Stopwatch.StartNew();
                if (await FaultAsync(file, outcomes, token) is { } fault)
                {
                    faults.Enqueue($"{number}: {fault}");
                    await log.WriteLineAsync($"mutation {number}: {fault}");
                }

                InterlockedMax(ref slowest, clock.ElapsedMilliseconds);
                if (clock.Elapsed > Longest)
                {
                    faults.Enqueue($"{number}: took {clock.Elapsed}");
                }

                File.Delete(file);
            });
        }
        finally
        {
            scratch.Delete(recursive: true);
        }

        return new(count, new SortedDictionary<ReadingOutcome, int>(outcomes), faults, TimeSpan.FromMilliseconds(slowest));
    }

    private async Task<string?> FaultAsync(string file, ConcurrentDictionary<ReadingOutcome, int> outcomes, CancellationToken cancellationToken)
    {
        try
        {
            var reading = await reader.ReadAsync(file, cancellationToken);
            outcomes.AddOrUpdate(reading.Outcome, 1, (_, times) => times + 1);
            return reading switch
            {
                { Outcome: ReadingOutcome.Read } or { Reason.Length: > 0 } => null,
                _ => $"ended as {reading.Outcome} without a reason",
            };
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return exception.ToString();
        }
    }

    private static void InterlockedMax(ref long target, long value)
    {
        for (var seen = Interlocked.Read(ref target); value > seen; seen = Interlocked.Read(ref target))
        {
            Interlocked.CompareExchange(ref target, value, seen);
        }
    }
}
