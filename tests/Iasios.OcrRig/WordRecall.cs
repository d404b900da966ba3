using System.Text;
using System.Text.RegularExpressions;

namespace Iasios.OcrRig;

/// <summary>How many of a page's words were found.</summary>
public static partial class WordRecall
{
    /// <summary>The words of a text: runs of letters and digits, without regard to case.</summary>
    public static IReadOnlyList<string> WordsOf(string text) =>
        [.. Word().Matches(text.Normalize(NormalizationForm.FormKC).ToLowerInvariant()).Select(match => match.Value)];

    /// <summary>The share of the wanted words that the text has, each as often as it is wanted; from 0 to 1.</summary>
    public static double Of(IReadOnlyList<string> wanted, string text)
    {
        var found = WordsOf(text).CountBy(word => word, StringComparer.Ordinal).ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);
        var hits = wanted.CountBy(word => word, StringComparer.Ordinal).Sum(entry => Math.Min(entry.Value, found.GetValueOrDefault(entry.Key)));
        return (double)hits / wanted.Count;
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Word();
}
