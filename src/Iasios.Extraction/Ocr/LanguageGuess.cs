using System.Collections.Frozen;
using Iasios.Core.Text;

namespace Iasios.Extraction.Ocr;

/// <summary>Tells a page's language by the small words that only one of the languages has.</summary>
internal static class LanguageGuess
{
    private const int FewestHits = 6;

    private static readonly FrozenDictionary<string, DocumentLanguage> SmallWords = new (DocumentLanguage Language, string Words)[]
    {
        (DocumentLanguage.En, "the and of is are for with by must this that which be or from has have shall at to"),
        (DocumentLanguage.De, "der und das ist sind für mit dem den ein eine nicht werden wird von zu bei auf nach oder durch im"),
        (DocumentLanguage.Fr, "les des est sont pour avec dans une du au aux qui par sur être ou le et"),
        (DocumentLanguage.Es, "el los las es son para con en del que por se y al una como cada sus"),
        (DocumentLanguage.It, "il gli che sono per di della del delle dei nel alla è ogni essere non da dal"),
    }
        .SelectMany(entry => entry.Words.Split(' ').Select(word => (word, entry.Language)))
        .GroupBy(entry => entry.word, StringComparer.Ordinal)
        .Where(group => group.Count() == 1)
        .ToFrozenDictionary(group => group.Key, group => group.Single().Language, StringComparer.Ordinal);

    /// <summary><see cref="DocumentLanguage.Other"/> unless one language is clearly ahead.</summary>
    public static DocumentLanguage Of(string text)
    {
        var ranked = text
            .ToLowerInvariant()
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => SmallWords.TryGetValue(word, out var language) ? language : DocumentLanguage.Other)
            .Where(language => language != DocumentLanguage.Other)
            .CountBy(language => language)
            .OrderByDescending(entry => entry.Value)
            .Append(new(DocumentLanguage.Other, 0))
            .Take(2)
            .ToList();
        return ranked is [{ Value: >= FewestHits } first, var second] && first.Value >= 2 * second.Value ? first.Key : DocumentLanguage.Other;
    }
}
