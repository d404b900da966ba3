using System.Runtime.InteropServices;

namespace Iasios.Core.Tags;

/// <summary>Settles hits of one card that lie over one another.</summary>
internal static class CueSettler
{
    /// <summary>Keeps, for each card, its misleading contexts, and of the cues that none of them touches the longest from the left.</summary>
    public static void Settle(List<CueHit> hits)
    {
        hits.Sort(Compare);
        var kept = 0;
        for (var start = 0; start < hits.Count;)
        {
            var end = start;
            while (end < hits.Count && hits[end].Use.Card == hits[start].Use.Card)
            {
                end++;
            }

            kept = SettleCard(hits, start, end, kept);
            start = end;
        }

        CollectionsMarshal.SetCount(hits, kept);
    }

    // By card; misleading ones first; then from the left, the longest and strongest first.
    private static int Compare(CueHit one, CueHit other)
    {
        var order = one.Use.Card - other.Use.Card;
        order = order != 0 ? order : IsMisleading(other).CompareTo(IsMisleading(one));
        order = order != 0 ? order : one.First - other.First;
        order = order != 0 ? order : other.Last - one.Last;
        order = order != 0 ? order : other.Use.Roles - one.Use.Roles;
        return order != 0 ? order : one.Phrase - other.Phrase;
    }

    private static int SettleCard(List<CueHit> hits, int start, int end, int kept)
    {
        var firstMisleading = kept;
        var at = start;
        for (; at < end && IsMisleading(hits[at]); at++)
        {
            hits[kept++] = hits[at];
        }

        var (next, lastMisleading, taken) = (firstMisleading, kept, -1);
        for (; at < end; at++)
        {
            var hit = hits[at];
            while (next < lastMisleading && hits[next].Last < hit.First)
            {
                next++;
            }

            if (hit.First > taken && !(next < lastMisleading && hits[next].First <= hit.Last))
            {
                taken = hit.Last;
                hits[kept++] = hit;
            }
        }

        return kept;
    }

    private static bool IsMisleading(CueHit hit) => hit.Use.Roles.HasFlag(PhraseRoles.Misleading);
}
