using System.Numerics;

namespace Iasios.Core.Tags;

/// <summary>Counts the stems of a document, and pairs of them, in a fixed number of buckets.</summary>
internal sealed class TermCounts
{
    /// <summary>How many buckets there are. Different terms may share one.</summary>
    public const int Buckets = 1 << 14;

    private const int PairFactor = 0x2C1B3C6D;

    private readonly int[] counts = new int[Buckets];

    /// <summary>The buckets that hold anything, and how much.</summary>
    public IEnumerable<(int Bucket, int Count)> Found => counts.Select((count, bucket) => (bucket, count)).Where(term => term.count > 0);

    /// <summary>Adds words; numbers are left out.</summary>
    /// <param name="reader">The reader that gave the words.</param>
    /// <param name="words">The words in order.</param>
    /// <param name="weight">How often each counts.</param>
    public void Add(WordReader reader, List<Word> words, int weight = 1)
    {
        var before = 0u;
        foreach (var word in words)
        {
            var stem = reader.StemOf(word);
            if (stem != 0)
            {
                counts[BucketOf(stem)] += weight;
                if (before != 0 && !word.Has(WordMarks.AfterBreak))
                {
                    counts[BucketOf(BitOperations.RotateLeft(before, 7) * PairFactor ^ stem)] += weight;
                }
            }

            before = stem;
        }
    }

    private static int BucketOf(uint hash)
    {
        hash = (hash ^ (hash >> 16)) * 0x7FEB352D;
        hash = (hash ^ (hash >> 15)) * 0x846CA68B;
        return (int)((hash ^ (hash >> 16)) % Buckets);
    }
}
