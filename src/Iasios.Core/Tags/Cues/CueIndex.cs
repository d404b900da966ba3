using System.Runtime.InteropServices;
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
/// <param name="Card">The card's place.</param>
/// <param name="Roles">What the phrase is to it.</param>
/// <param name="Written">The phrase as the card writes it.</param>
/// <param name="IsSingleWord">It is one word.</param>
internal readonly record struct PhraseUse(int Card, PhraseRoles Roles, string Written, bool IsSingleWord);

/// <summary>A phrase found on a page: its meaning to a card, the first and last of its words, and how many cards have it.</summary>
internal readonly record struct CueHit(int Phrase, PhraseUse Use, int First, int Last, int Sharing);

/// <summary>All phrases of all cards in one language in one tree, so that a text is read once however many phrases there are. The work for a word is bounded by the longest phrase.</summary>
internal sealed class CueIndex
{
    private readonly Dictionary<(int Node, int Word), int> children = [];
    private readonly List<int> phraseOfNode = [None];
    private readonly List<List<PhraseUse>> uses = [];
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    private const int None = -1;

    public CueIndex(DocumentLanguage language, IReadOnlyList<CardCues> cards)
    {
        Lexicon = new(language);
        for (var card = 0; card < cards.Count; card++)
        {
            Add(card, cards[card].Strong, PhraseRoles.Strong);
            Add(card, cards[card].Support, PhraseRoles.Support);
            Add(card, cards[card].Titles, PhraseRoles.Deciding);
            Add(card, cards[card].Not, PhraseRoles.Misleading);
        }
    }

    /// <summary>The words of the phrases.</summary>
    public Lexicon Lexicon { get; }

    /// <summary>The hits of each card among words, with the overlapping ones settled: misleading contexts first, then the longest phrase.</summary>
    public void Find(WordReader reader, List<Word> words, List<CueHit> hits)
    {
        hits.Clear();
        for (var first = 0; first < words.Count; first++)
        {
            Walk(0, reader, words, first, first, hits);
        }

        CueSettler.Settle(hits);
    }

    private void Walk(int node, WordReader reader, List<Word> words, int first, int at, List<CueHit> hits)
    {
        if (at >= words.Count || (at > first && words[at].Has(WordMarks.AfterBreak)))
        {
            return;
        }

        foreach (var part in reader.PartsOf(words[at]))
        {
            if (children.TryGetValue((node, part * 2), out var next))
            {
                Arrive(next, reader, words, first, at, hits);
            }

            if (words[at].Has(WordMarks.Capitals) && children.TryGetValue((node, part * 2 + 1), out next))
            {
                Arrive(next, reader, words, first, at, hits);
            }
        }
    }

    private void Arrive(int node, WordReader reader, List<Word> words, int first, int at, List<CueHit> hits)
    {
        if (phraseOfNode[node] is not None and var phrase)
        {
            foreach (var use in uses[phrase])
            {
                hits.Add(new(phrase, use, first, at, uses[phrase].Count));
            }
        }

        Walk(node, reader, words, first, at + 1, hits);
    }

    private void Add(int card, IReadOnlyList<string> phrases, PhraseRoles role)
    {
        foreach (var phrase in phrases)
        {
            // The lint has made sure that every phrase holds a word.
            var words = CuePhrase.Fold(phrase, Lexicon.Language);
            var known = uses[NumberOf(words)];
            var own = known.FindIndex(use => use.Card == card);
            if (own >= 0)
            {
                known[own] = known[own] with { Roles = known[own].Roles | role };
            }
            else
            {
                known.Add(new(card, role, phrase, words.Count == 1));
            }
        }
    }

    private int NumberOf(IReadOnlyList<CueWord> words)
    {
        var key = string.Join(' ', words);
        if (numbers.TryGetValue(key, out var number))
        {
            return number;
        }

        var node = 0;
        foreach (var word in words)
        {
            ref var child = ref CollectionsMarshal.GetValueRefOrAddDefault(children, (node, Lexicon.Add(word) * 2 + (word.IsAcronym ? 1 : 0)), out var isKnown);
            if (!isKnown)
            {
                child = phraseOfNode.Count;
                phraseOfNode.Add(None);
            }

            node = child;
        }

        number = uses.Count;
        numbers.Add(key, number);
        phraseOfNode[node] = number;
        uses.Add([]);
        return number;
    }
}
