using Iasios.Core.Text;

namespace Iasios.Core.Tags;

/// <summary>Cuts the endings of number, gender and case off folded words, so that "Prüfungen" is found under "Prüfung". Light: a word keeps its sense.</summary>
internal static class Stemmer
{
    private const int Shortest = 4;

    /// <summary>The form under which a folded word of a language is compared.</summary>
    public static string Stem(string word, DocumentLanguage language) => language switch
    {
        DocumentLanguage.En => WordFold.Stem(word),
        _ when word.Length <= Shortest || char.IsAsciiDigit(word[0]) => language == DocumentLanguage.De ? Plain(word) : word,
        DocumentLanguage.De => German(Plain(word)),
        DocumentLanguage.Fr => French(word),
        DocumentLanguage.Es => Spanish(word),
        DocumentLanguage.It => Italian(word),
        _ => word,
    };

    /// <summary>A German word in one spelling: "ae" for "ä" becomes what the folded "ä" is.</summary>
    public static string Plain(string word) => word.Contains('e', StringComparison.Ordinal)
        ? word.Replace("ae", "a", StringComparison.Ordinal).Replace("oe", "o", StringComparison.Ordinal).Replace("ue", "u", StringComparison.Ordinal)
        : word;

    private static string German(string word)
    {
        foreach (var ending in (ReadOnlySpan<string>)["ern", "em", "en", "er", "es", "e", "n", "s"])
        {
            if (word.Length >= ending.Length + Shortest && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return word[..^ending.Length];
            }
        }

        return word;
    }

    // "locaux" and "local", "relectrices" and "relectrice", "formées" and "formé".
    private static string French(string word)
    {
        var stem = word;
        if (stem.EndsWith("aux", StringComparison.Ordinal) && stem.Length > Shortest && !stem.EndsWith("eaux", StringComparison.Ordinal))
        {
            return string.Concat(stem.AsSpan(..^3), "al");
        }

        stem = stem[^1] is 's' or 'x' ? stem[..^1] : stem;
        while (stem.Length > Shortest && stem[^1] == 'e')
        {
            stem = stem[..^1];
        }

        return stem;
    }

    // "revisiones" and "revisión", "médicas" and "médico".
    private static string Spanish(string word)
    {
        var stem = word[^1] == 's' ? word[..^1] : word;
        return stem.Length > Shortest && stem[^1] is 'a' or 'o' or 'e' ? stem[..^1] : stem;
    }

    // "verifiche" and "verifica", "uffici" and "ufficio".
    private static string Italian(string word)
    {
        var stem = word[^1] is 'a' or 'e' or 'i' or 'o' ? word[..^1] : word;
        stem = stem.Length > Shortest && stem[^1] == 'i' ? stem[..^1] : stem;
        return stem.Length > Shortest && stem.EndsWith("ch", StringComparison.Ordinal) | stem.EndsWith("gh", StringComparison.Ordinal) ? stem[..^1] : stem;
    }
}
