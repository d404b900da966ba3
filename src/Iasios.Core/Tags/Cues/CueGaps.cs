using Iasios.Core.Text;

namespace Iasios.Core.Tags;

/// <summary>Says which words one would expect in a document for a topic and does not find.</summary>
internal static class CueGaps
{
    private const int Most = 5;

    /// <summary>The first title phrases and strong phrases of the card in the document's language that it lacks.</summary>
    public static IReadOnlyList<string> Of(TopicEvidence evidence, IReadOnlyList<DocumentLanguage> languages)
    {
        var found = evidence.Cues.Select(cue => cue.Written).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. languages.Take(1)
                .SelectMany(language => evidence.Card.Cues[language].Strong.Concat(evidence.Card.Cues[language].Titles))
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Where(phrase => !found.Contains(phrase))
                .Take(Most),
        ];
    }
}
