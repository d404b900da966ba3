using System.Globalization;
using System.Numerics;
using System.Text;

namespace Iasios.Core.Text;

/// <summary>
/// Counts the signs of each language in a text. A sign that several languages share counts for less, and no single sign
/// decides, however often it comes: a language is known by many.
/// </summary>
internal sealed class LanguageVotes
{
    private const int LongestWord = 40;
    private const int ShortestWithEnding = 5;
    private const double WordVote = 1;
    private const double EndingVote = 0.5;
    private const double MostOfOneSign = 0.03;
    private const double LeastVotes = 2.5;
    private const double LeastShare = 0.12;
    private const double Lead = 1.25;

    private static readonly int Languages = LanguageVocabulary.Languages.Length;
    private static readonly int AllLanguages = (1 << Languages) - 1;
    private static readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Words = Index(language => language.Words);
    private static readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Endings = Index(language => language.Endings);
    private static readonly int LongestEnding = LanguageVocabulary.Languages.Max(language => language.Endings.Split(' ').Max(ending => ending.Length));
    private static readonly Dictionary<char, int> Letters = LanguageVocabulary.Letters
        .SelectMany(entry => entry.Letters.Select(letter => (letter, Bits: entry.Languages.Aggregate(0, (bits, number) => bits | (1 << number)))))
        .ToDictionary(entry => entry.letter, entry => entry.Bits);

    private readonly Dictionary<string, int> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> endings = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> letterSets = [];
    private int wordCount;
    private int letterCount;
    private int foreignLetterCount;

    /// <summary>Adds the words of a stretch of text.</summary>
    public void Count(ReadOnlySpan<char> text)
    {
        Span<char> word = stackalloc char[LongestWord];
        for (var at = 0; at < text.Length; at++)
        {
            var (length, letters) = (0, AllLanguages);
            for (; at < text.Length && (IsLetter(text[at]) || IsInside(text[at])); at++)
            {
                var letter = char.ToLowerInvariant(text[at]);
                letters &= char.IsAscii(letter) ? AllLanguages : Letters.GetValueOrDefault(letter, AllLanguages);
                letterCount++;
                foreignLetterCount += letter > '\u024F' ? 1 : 0;
                if (length < LongestWord && !IsInside(letter))
                {
                    word[length++] = Fold(letter);
                }
            }

            if (length > 0)
            {
                Add(word[..length], letters);
            }
        }
    }

    /// <summary>The language with a clear lead over all others.</summary>
    public DocumentLanguage Winner()
    {
        var votes = new double[Languages];
        foreach (var (word, count) in words)
        {
            Vote(votes, Words[word], count, WordVote);
        }

        foreach (var (ending, count) in endings)
        {
            Vote(votes, Endings[ending], count, EndingVote);
        }

        foreach (var (languages, count) in letterSets.Where(set => set.Key != AllLanguages && set.Key != 0))
        {
            Vote(votes, languages, count, WordVote);
        }

        var best = Array.IndexOf(votes, votes.Max());
        var second = votes.Where((_, language) => language != best).Max();
        var isClear = votes[best] >= LeastVotes && votes[best] >= wordCount * LeastShare && votes[best] >= second * Lead;
        return isClear && best < LanguageVocabulary.FirstForeign && foreignLetterCount * 2 <= letterCount ? (DocumentLanguage)best : DocumentLanguage.Other;
    }

    private void Add(ReadOnlySpan<char> word, int letters)
    {
        wordCount++;
        letterSets[letters] = letterSets.GetValueOrDefault(letters) + 1;
        if (Words.ContainsKey(word))
        {
            Increment(words, word);
        }
        else if (EndingOf(word) is { Length: > 0 } ending)
        {
            Increment(endings, ending);
        }
    }

    private static void Increment(Dictionary<string, int> counts, ReadOnlySpan<char> sign)
    {
        var lookup = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        lookup[sign] = lookup.TryGetValue(sign, out var count) ? count + 1 : 1;
    }

    private void Vote(double[] votes, int languages, int count, double weight)
    {
        var each = Math.Min(count, 1 + (wordCount * MostOfOneSign)) * weight / BitOperations.PopCount((uint)languages);
        for (var rest = languages; rest != 0; rest &= rest - 1)
        {
            votes[BitOperations.TrailingZeroCount(rest)] += each;
        }
    }

    // The longest ending that is known: "-zione" before "-one".
    private static ReadOnlySpan<char> EndingOf(ReadOnlySpan<char> word)
    {
        for (var length = word.Length < ShortestWithEnding ? 0 : Math.Min(LongestEnding, word.Length - 2); length > 0; length--)
        {
            if (Endings.ContainsKey(word[^length..]))
            {
                return word[^length..];
            }
        }

        return [];
    }

    // Letters beyond the basic plane stand in two halves.
    private static bool IsLetter(char letter) => char.IsLetter(letter) || char.IsSurrogate(letter);

    private static bool IsInside(char letter) =>
        letter == '\u00AD' || (!char.IsAscii(letter) && char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark);

    private static char Fold(char letter) => letter switch
    {
        <= '\u007F' => letter,
        'ß' => 's',
        'ø' => 'o',
        'ł' => 'l',
        'œ' => 'o',
        'æ' => 'a',
        'ı' => 'i',
        <= '\u024F' => letter.ToString().Normalize(NormalizationForm.FormD)[0],
        _ => letter,
    };

    private static Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Index(Func<(string Words, string Endings), string> list)
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (language, number) in LanguageVocabulary.Languages.Select((language, number) => (language, number)))
        {
            foreach (var entry in list(language).Split(' '))
            {
                index[entry] = index.GetValueOrDefault(entry) | (1 << number);
            }
        }

        return index.GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
