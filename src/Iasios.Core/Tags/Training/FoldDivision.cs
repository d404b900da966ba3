namespace Iasios.Core.Tags.Training;

/// <summary>Divides documents into folds of like size and languages. Near-duplicates stay together.</summary>
internal static class FoldDivision
{
    private const double NearDuplicate = 0.6;

    /// <summary>The documents with their folds, in their own order.</summary>
    public static List<ReadDocument> Divide(List<ReadDocument> documents, int folds)
    {
        var group = GroupsOf(documents);
        var foldOf = new Dictionary<int, int>();
        var next = 0;
        foreach (var (_, first) in documents
            .Select((document, number) => (Order: (document.Source.Language, Kind: document.Topics.Count == 0 ? 0 : 1, document.Source.File), First: group[number]))
            .OrderBy(entry => entry.Order.Language, StringComparer.Ordinal)
            .ThenBy(entry => entry.Order.Kind)
            .ThenBy(entry => WordScanner.Hash(entry.Order.File)))
        {
            if (!foldOf.ContainsKey(first))
            {
                foldOf.Add(first, next++ % folds);
            }
        }

        return [.. documents.Select((document, number) => document with { Fold = foldOf[group[number]] })];
    }

    // Each document's first near-duplicate.
    private static int[] GroupsOf(List<ReadDocument> documents)
    {
        var even = Enumerable.Repeat(1.0, TermCounts.Buckets).ToArray();
        var vectors = documents.ConvertAll(document => TermModel.VectorOf(document.Terms.Terms, even).ToDictionary(term => term.Bucket, term => term.Value));
        var group = new int[documents.Count];
        for (var number = 0; number < documents.Count; number++)
        {
            group[number] = number;
            for (var other = 0; other < number; other++)
            {
                if (vectors[number].Sum(term => term.Value * vectors[other].GetValueOrDefault(term.Key)) >= NearDuplicate)
                {
                    group[number] = group[other];
                    break;
                }
            }
        }

        return group;
    }
}
