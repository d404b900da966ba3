using Iasios.Core.Text;

namespace Iasios.Core.Tags;

/// <summary>What a phrase means to a card.</summary>
[Flags]
internal enum PhraseRoles
{
    None = 0,
    Support = 1,
    Strong = 2,
    Deciding = 4,
    Misleading = 8,
}

/// <summary>A phrase's meaning to one card.</summary>
internal readonly record struct PhraseUse(int Card, PhraseRoles Roles, string Written, bool SingleWord);

/// <summary>All phrases of all cards in one index.</summary>
internal sealed class CardMatcher
{
    private readonly PhraseIndex index = new();
    private readonly List<List<PhraseUse>> uses = [];

    public CardMatcher(IReadOnlyList<RuleCard> cards)
    {
        for (var card = 0; card < cards.Count; card++)
        {
            Add(card, cards[card].Strong, PhraseRoles.Strong);
            Add(card, cards[card].Support, PhraseRoles.Support);
            Add(card, cards[card].Titles, PhraseRoles.Deciding);
            Add(card, cards[card].Not, PhraseRoles.Misleading);
        }
    }

    /// <summary>The hits of each card among words, with the overlapping ones settled: misleading contexts first, then the longest phrase.</summary>
    public IEnumerable<(PhraseUse Use, PhraseHit Hit)> Find(IReadOnlyList<Token> tokens)
    {
        var hits = index.Find(tokens).SelectMany(hit => uses[hit.Phrase].Select(use => (Use: use, Hit: hit)));
        return hits.GroupBy(found => found.Use.Card).SelectMany(found => Settle([.. found]));
    }

    /// <summary>The phrase as a card writes it.</summary>
    public string Written(int phrase, int card) => uses[phrase].Find(use => use.Card == card).Written;

    private static IEnumerable<(PhraseUse Use, PhraseHit Hit)> Settle(List<(PhraseUse Use, PhraseHit Hit)> found)
    {
        var misleading = found.Where(hit => hit.Use.Roles.HasFlag(PhraseRoles.Misleading)).ToList();
        var cues = found.Where(hit => !hit.Use.Roles.HasFlag(PhraseRoles.Misleading))
            .OrderBy(hit => hit.Hit.First)
            .ThenByDescending(hit => hit.Hit.Last);
        var (next, taken) = (0, -1);
        foreach (var cue in cues)
        {
            while (next < misleading.Count && misleading[next].Hit.Last < cue.Hit.First)
            {
                next++;
            }

            if (cue.Hit.First > taken && !(next < misleading.Count && misleading[next].Hit.First <= cue.Hit.Last))
            {
                taken = cue.Hit.Last;
                yield return cue;
            }
        }

        foreach (var hit in misleading)
        {
            yield return hit;
        }
    }

    private void Add(int card, IReadOnlyList<string> phrases, PhraseRoles role)
    {
        foreach (var phrase in phrases)
        {
            // The lint has made sure that every phrase holds a word.
            var number = index.Add(phrase)!.Value;
            while (uses.Count <= number)
            {
                uses.Add([]);
            }

            var known = uses[number].FindIndex(use => use.Card == card);
            if (known >= 0)
            {
                uses[number][known] = uses[number][known] with { Roles = uses[number][known].Roles | role };
            }
            else
            {
                uses[number].Add(new(card, role, phrase, Tokenizer.Tokenize(phrase).Count == 1));
            }
        }
    }
}
