using Iasios.Core.Text;

namespace Iasios.Core.Tags;

/// <summary>The words that the phrases of one language are made of, by number. A German compound holds the words that it begins and ends with.</summary>
internal sealed class Lexicon(DocumentLanguage language)
{
    private const int ShortestPart = 5;
    private const int ShortestRest = 3;

    // "Versicherung" is no "Sicherung".
    private static readonly HashSet<string> Prefixes = new(["ver", "vor", "auf", "aus", "bei", "ent", "unter", "uber", "miss", "ein", "anti", "nicht"], StringComparer.Ordinal);

    private readonly Dictionary<string, int> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> parts = new(StringComparer.Ordinal);

    /// <summary>The language of the words.</summary>
    public DocumentLanguage Language => language;

    /// <summary>How many words there are.</summary>
    public int Count => words.Count;

    /// <summary>The number of a phrase's word, which is added if it is new.</summary>
    public int Add(CueWord word)
    {
        if (!words.TryGetValue(word.Stem, out var number))
        {
            number = words.Count;
            words.Add(word.Stem, number);
        }

        if (language == DocumentLanguage.De && !word.IsAcronym)
        {
            AddPart(word.Stem, number);
            AddPart(Stemmer.Plain(word.Folded), number);
        }

        return number;
    }

    /// <summary>Whether a phrase has just this word.</summary>
    public bool Holds(string folded) => words.ContainsKey(Stemmer.Stem(folded, language));

    /// <summary>The numbers of a text's word: its own, and those of its parts.</summary>
    public IReadOnlyList<int> Find(string folded, string stem)
    {
        var found = new List<int>();
        if (words.TryGetValue(stem, out var own))
        {
            found.Add(own);
        }

        if (language != DocumentLanguage.De || folded.Length < ShortestPart + ShortestRest)
        {
            return found;
        }

        var plain = Stemmer.Plain(folded);
        var lookup = parts.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = plain.Length - ShortestRest; length >= ShortestPart; length--)
        {
            if (lookup.TryGetValue(plain.AsSpan(0, length), out var first) && !found.Contains(first))
            {
                found.Add(first);
                break;
            }
        }

        for (var start = ShortestRest; start <= stem.Length - ShortestPart; start++)
        {
            if (lookup.TryGetValue(stem.AsSpan(start), out var last) && !found.Contains(last) && !Prefixes.Contains(stem[..start]))
            {
                found.Add(last);
                break;
            }
        }

        return found;
    }

    private void AddPart(string word, int number)
    {
        if (word.Length >= ShortestPart)
        {
            parts.TryAdd(word, number);
        }
    }
}
