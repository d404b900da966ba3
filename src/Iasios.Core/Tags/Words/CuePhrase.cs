using Iasios.Core.Text;

namespace Iasios.Core.Tags;

/// <summary>A word of a phrase: its stem, and whether it must be written in capitals.</summary>
internal readonly record struct CueWord(string Stem, bool IsAcronym, string Folded)
{
    public override string ToString() => IsAcronym ? Stem.ToUpperInvariant() : Stem;
}

/// <summary>Folds the phrases of cards as texts are folded.</summary>
internal static class CuePhrase
{
    private const int LongestAcronym = 6;

    /// <summary>The words of a phrase that count; none when there are only small ones.</summary>
    public static IReadOnlyList<CueWord> Fold(string phrase, DocumentLanguage language)
    {
        var words = new List<CueWord>();
        var scanner = new WordScanner(phrase, language, stackalloc char[WordScanner.LongestWord]);
        while (scanner.Next())
        {
            if (!StopWords.IsSmall(scanner.HashCode, language))
            {
                var folded = scanner.Folded.ToString();
                words.Add(new(Stemmer.Stem(folded, language), IsAcronym(scanner), folded));
            }
        }

        return words;
    }

    // An acronym such as RIS or MDT must be written so; in small letters it may be another word.
    private static bool IsAcronym(WordScanner word) =>
        word.IsCapitals && word.Folded.Length is > 1 and <= LongestAcronym && word.Folded.ContainsAnyInRange('a', 'z');
}
