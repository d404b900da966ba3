using System.Security.Cryptography;
using System.Text;
using Iasios.Core.Standards;

namespace Iasios.Core.Tags;

/// <summary>The rule cards that the tagger works with, one for each evidence topic.</summary>
public sealed class RuleCards
{
    private const string ResourceFolder = "cards/";
    private const int VersionLength = 12;

    private static readonly Lazy<RuleCards> EmbeddedCards = new(LoadEmbedded);

    private RuleCards(IReadOnlyList<RuleCard> cards, string version) => (Cards, Version) = (cards, version);

    /// <summary>The cards that come with the program.</summary>
    public static RuleCards Embedded => EmbeddedCards.Value;

    /// <summary>All cards, by topic.</summary>
    public IReadOnlyList<RuleCard> Cards { get; }

    /// <summary>Twelve hexadecimal digits over the cards' content: it changes whenever a card does.</summary>
    public string Version { get; }

    /// <summary>Reads and checks cards.</summary>
    /// <param name="files">Each card's file name, which is its topic with ".json", and its JSON.</param>
    /// <exception cref="InvalidCatalogueException">A card breaks a rule; every broken rule is listed with card and field.</exception>
    public static RuleCards Load(IEnumerable<KeyValuePair<string, string>> files)
    {
        var problems = new List<string>();
        var cards = new List<RuleCard>();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, json) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            var bytes = Encoding.UTF8.GetBytes(json);
            hash.AppendData(SHA256.HashData(bytes));
            if (new RuleCardFile(name, problems).Read(bytes) is { } card)
            {
                cards.Add(card);
            }
        }

        return problems.Count == 0
            ? new(cards, Convert.ToHexStringLower(hash.GetHashAndReset())[..VersionLength])
            : throw new InvalidCatalogueException(problems);
    }

    private static RuleCards LoadEmbedded()
    {
        var assembly = typeof(RuleCards).Assembly;
        return Load(assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(ResourceFolder, StringComparison.Ordinal))
            .Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
                return KeyValuePair.Create(name[ResourceFolder.Length..], reader.ReadToEnd());
            }));
    }
}
