using System.Text.Json;
using System.Text.Json.Serialization;
using Iasios.Core.Text;

namespace Iasios.Core.Tags;

/// <summary>A rule card as it stands in its file, before anything is checked.</summary>
internal sealed record RuleCardJson(
    string? Topic,
    string? Title,
    IReadOnlyList<string>? Proofs,
    IReadOnlyList<string>? Kinds,
    IReadOnlyDictionary<string, CardCuesJson>? Cues);

/// <summary>The cues of one language as they stand in the file.</summary>
internal sealed record CardCuesJson(
    IReadOnlyList<string>? Strong,
    IReadOnlyList<string>? Support,
    IReadOnlyList<string>? Titles,
    IReadOnlyList<string>? Not);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(RuleCardJson))]
internal sealed partial class RuleCardJsonContext : JsonSerializerContext;

/// <summary>Reads one rule card and notes every broken rule.</summary>
internal sealed class RuleCardFile(string name, List<string> problems)
{
    private static readonly string[] KnownProofs = ["rule", "record", "check"];
    private static readonly Dictionary<string, DocumentLanguage> Languages = Enum.GetValues<DocumentLanguage>()
        .Where(language => language != DocumentLanguage.Other)
        .ToDictionary(language => language.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>The card; null when the bytes are no JSON of a card.</summary>
    public RuleCard? Read(ReadOnlySpan<byte> bytes)
    {
        RuleCardJson? json;
        try
        {
            json = JsonSerializer.Deserialize(bytes, RuleCardJsonContext.Default.RuleCardJson);
        }
        catch (JsonException fault)
        {
            Note(fault.Path ?? "file", "this is not the JSON of a card");
            return null;
        }

        var card = new RuleCard(json?.Topic ?? "", json?.Title ?? "", json?.Proofs ?? [], json?.Kinds ?? [], Cues(json?.Cues));
        Check(card);
        return card;
    }

    private Dictionary<DocumentLanguage, CardCues> Cues(IReadOnlyDictionary<string, CardCuesJson>? json)
    {
        foreach (var unknown in (json?.Keys ?? []).Where(key => !Languages.ContainsKey(key)))
        {
            Note($"cues.{unknown}", $"there are cards in {string.Join(", ", Languages.Keys)} only");
        }

        var cues = new Dictionary<DocumentLanguage, CardCues>();
        foreach (var (key, language) in Languages)
        {
            var list = json?.GetValueOrDefault(key);
            if (list is null)
            {
                Note($"cues.{key}", "it is missing");
            }
            else
            {
                cues.Add(language, new(list.Strong ?? [], list.Support ?? [], list.Titles ?? [], list.Not ?? []));
            }
        }

        return cues;
    }

    private void Check(RuleCard card)
    {
        if (!string.Equals($"{card.Topic}.json", name, StringComparison.Ordinal))
        {
            Note("topic", "it must be the file's name");
        }

        if (string.IsNullOrWhiteSpace(card.Title))
        {
            Note("title", "it is missing");
        }

        CheckWords("proofs", card.Proofs, KnownProofs);
        CheckWords("kinds", card.Kinds, DocumentKinds.All);
        foreach (var (key, language) in Languages.Where(known => card.Cues.ContainsKey(known.Value)))
        {
            Check($"cues.{key}", language, card.Cues[language]);
        }
    }

    private void CheckWords(string field, IReadOnlyList<string> words, IReadOnlyCollection<string> known)
    {
        if (words.Count == 0)
        {
            Note(field, "it is missing or empty");
        }

        foreach (var word in words.Where(word => !known.Contains(word)))
        {
            Note(field, $"'{word}' is not one of {string.Join(", ", known)}");
        }
    }

    private void Check(string field, DocumentLanguage language, CardCues cues)
    {
        var strong = Fold($"{field}.strong", language, cues.Strong, mayBeEmpty: false);
        var support = Fold($"{field}.support", language, cues.Support, mayBeEmpty: false);
        var titles = Fold($"{field}.titles", language, cues.Titles, mayBeEmpty: false);
        var not = Fold($"{field}.not", language, cues.Not, mayBeEmpty: true);
        foreach (var phrase in support.Where(phrase => strong.ContainsKey(phrase.Key)))
        {
            Note($"{field}.support", $"'{phrase.Value}' is a strong phrase too");
        }

        foreach (var phrase in not.Where(phrase => strong.ContainsKey(phrase.Key) || titles.ContainsKey(phrase.Key)))
        {
            Note($"{field}.not", $"'{phrase.Value}' is a cue of this card");
        }
    }

    // Each phrase under its folded words.
    private Dictionary<string, string> Fold(string field, DocumentLanguage language, IReadOnlyList<string> phrases, bool mayBeEmpty)
    {
        if (phrases.Count == 0 && !mayBeEmpty)
        {
            Note(field, "it is missing or empty");
        }

        var folded = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var phrase in phrases)
        {
            if (CuePhrase.Fold(phrase, language) is not { Count: > 0 } words)
            {
                Note(field, $"'{phrase}' holds no word");
            }
            else if (!folded.TryAdd(string.Join(' ', words), phrase))
            {
                Note(field, $"'{phrase}' is there twice, perhaps in another spelling");
            }
        }

        return folded;
    }

    private void Note(string field, string problem) => problems.Add($"{name}: {field}: {problem}.");
}
