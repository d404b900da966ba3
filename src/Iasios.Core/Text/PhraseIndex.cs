namespace Iasios.Core.Text;

/// <summary>A phrase found in a text: the phrase's number and the first and last of its words.</summary>
internal sealed record PhraseHit(int Phrase, int First, int Last);

/// <summary>
/// All phrases in one tree of word stems, so that a text is read once however many phrases there are. The work for a
/// word is bounded by the longest phrase.
/// </summary>
internal sealed class PhraseIndex
{
    private const int LongestAcronym = 6;

    private readonly Node root = new();
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    /// <summary>An index of phrases whose numbers do not matter.</summary>
    public static PhraseIndex Of(IEnumerable<string> phrases)
    {
        var index = new PhraseIndex();
        foreach (var phrase in phrases)
        {
            index.Add(phrase);
        }

        return index;
    }

    /// <summary>Adds a phrase and gives its number; phrases that fold to the same words share one.</summary>
    /// <returns>The number, or null when the phrase holds no word.</returns>
    public int? Add(string phrase)
    {
        var words = Tokenizer.Tokenize(phrase);
        if (words.Count == 0)
        {
            return null;
        }

        var key = string.Join(' ', words.Select(word => IsAcronym(word) ? word.Stem.ToUpperInvariant() : word.Stem));
        if (numbers.TryGetValue(key, out var known))
        {
            return known;
        }

        var node = root;
        foreach (var word in words)
        {
            node = node.Child(word.Stem, IsAcronym(word));
        }

        node.Phrase = numbers.Count;
        numbers.Add(key, numbers.Count);
        return node.Phrase;
    }

    /// <summary>Every phrase in a text, in the order of their first words.</summary>
    public IReadOnlyList<PhraseHit> Find(IReadOnlyList<Token> tokens)
    {
        var hits = new List<PhraseHit>();
        for (var first = 0; first < tokens.Count; first++)
        {
            Walk(root, tokens, first, first, hits);
        }

        return hits;
    }

    private static void Walk(Node node, IReadOnlyList<Token> tokens, int first, int at, List<PhraseHit> hits)
    {
        if (at >= tokens.Count || (at > first && tokens[at].AfterBreak))
        {
            return;
        }

        foreach (var next in node.Next(tokens[at].Stem, tokens[at].Capitals))
        {
            Arrive(next, tokens, first, at, hits);
        }

        if (tokens[at].Joined is { } joined && at + 1 < tokens.Count)
        {
            foreach (var next in node.Next(joined, tokens[at].Capitals))
            {
                Arrive(next, tokens, first, at + 1, hits);
            }
        }
    }

    private static void Arrive(Node node, IReadOnlyList<Token> tokens, int first, int at, List<PhraseHit> hits)
    {
        if (node.Phrase is { } phrase)
        {
            hits.Add(new(phrase, first, at));
        }

        Walk(node, tokens, first, at + 1, hits);
    }

    // An acronym such as RIS or MDT must be written so; in small letters it may be another word.
    private static bool IsAcronym(Token word) =>
        word.Capitals && word.Word.Length is > 1 and <= LongestAcronym && word.Word.Any(char.IsLetter) && word.Word != "and";

    private sealed class Node
    {
        private readonly Dictionary<string, Node> words = new(StringComparer.Ordinal);
        private readonly Dictionary<string, Node> acronyms = new(StringComparer.Ordinal);

        public int? Phrase { get; set; }

        public Node Child(string stem, bool acronym)
        {
            var children = acronym ? acronyms : words;
            if (!children.TryGetValue(stem, out var child))
            {
                child = new();
                children.Add(stem, child);
            }

            return child;
        }

        public IEnumerable<Node> Next(string stem, bool capitals)
        {
            if (words.TryGetValue(stem, out var word))
            {
                yield return word;
            }

            if (capitals && acronyms.TryGetValue(stem, out var acronym))
            {
                yield return acronym;
            }
        }
    }
}
