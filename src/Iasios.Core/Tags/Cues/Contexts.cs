using System.Text.Json;
using System.Text.Json.Serialization;
using Iasios.Core.Text;

namespace Iasios.Core.Tags;

/// <summary>Lists of words that say what a text is about as a whole, whatever its topic; by language, such as "de".</summary>
internal sealed record ContextsJson(
    IReadOnlyDictionary<string, IReadOnlyList<string>> PublicWriting,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Interventional,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Elsewhere,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Statement);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(ContextsJson))]
internal sealed partial class ContextsJsonContext : JsonSerializerContext;

/// <summary>What a text is about as a whole.</summary>
internal enum Context
{
    /// <summary>Turns of news, invitations, advertising and trade.</summary>
    PublicWriting,

    /// <summary>Words of interventional radiology and oncology.</summary>
    Interventional,

    /// <summary>Words of other parts of a hospital, and of things outside it.</summary>
    Elsewhere,

    /// <summary>Small words of sentences that say what is or must be done: who quotes a proof quotes such a sentence.</summary>
    Statement,
}

/// <summary>The lists that come with the program.</summary>
internal static class Contexts
{
    private const string ResourceName = "contexts.json";
    private const int EnoughTurns = 2;
    private const int WordsPerTurn = 600;

    private static readonly Lazy<ContextsJson> Lists = new(Load);

    /// <summary>How many contexts there are.</summary>
    public const int Count = 4;

    /// <summary>The words of each context in a language, in the order of <see cref="Context"/>.</summary>
    public static IEnumerable<CardCues> In(DocumentLanguage language)
    {
        var key = language.ToString().ToLowerInvariant();
        return new[] { Lists.Value.PublicWriting, Lists.Value.Interventional, Lists.Value.Elsewhere, Lists.Value.Statement }.Select(list => new CardCues(list[key], [], [], []));
    }

    /// <summary>True when so many different turns of public writing stand close enough together for the text's length.</summary>
    public static bool IsPublic(int turns, int words) => turns >= Math.Max(EnoughTurns, words / WordsPerTurn);

    private static ContextsJson Load()
    {
        using var stream = typeof(Contexts).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException($"The program was built without {ResourceName}.");
        return JsonSerializer.Deserialize(stream, ContextsJsonContext.Default.ContextsJson)!;
    }
}
