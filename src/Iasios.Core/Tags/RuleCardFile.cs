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

        var card = new RuleCard(
            json?.Topic ?? "",
            json?.Title ?? "",
            json?.Proofs ?? [],
            json?.Kinds ?? [],
            json?.Strong ?? [],
            json?.Support ?? [],
            json?.Titles ?? [],
            json?.Not ?? []);
        Check(card);
        return card;
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
        CheckPhrases("strong", card.Strong, mayBeEmpty: false);
        CheckPhrases("support", card.Support, mayBeEmpty: false);
        CheckPhrases("titles", card.Titles, mayBeEmpty: false);
        CheckPhrases("not", card.Not, mayBeEmpty: true);
        CheckApart(card);
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

    private void CheckPhrases(string field, IReadOnlyList<string> phrases, bool mayBeEmpty)
    {
        if (phrases.Count == 0 && !mayBeEmpty)
        {
            Note(field, "it is missing or empty");
        }

        var index = new PhraseIndex();
        var seen = new HashSet<int>();
        foreach (var phrase in phrases)
        {
            if (index.Add(phrase) is not { } number)
            {
                Note(field, $"'{phrase}' holds no word");
            }
            else if (!seen.Add(number))
            {
                Note(field, $"'{phrase}' is there twice, perhaps in another spelling");
            }
        }
    }

    private void CheckApart(RuleCard card)
    {
        foreach (var phrase in card.Strong.Intersect(card.Support, StringComparer.OrdinalIgnoreCase))
        {
            Note("support", $"'{phrase}' is a strong phrase too");
        }

        foreach (var phrase in card.Not.Intersect(card.Strong.Concat(card.Titles), StringComparer.OrdinalIgnoreCase))
        {
            Note("not", $"'{phrase}' is a cue of this card");
        }
    }

    private void Note(string field, string problem) => problems.Add($"{name}: {field}: {problem}.");
}
