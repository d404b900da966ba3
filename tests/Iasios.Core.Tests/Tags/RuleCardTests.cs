using Iasios.Core.Standards;
using Iasios.Core.Tags;

namespace Iasios.Core.Tests.Tags;

/// <summary>The cards that come with the program, and what is said of broken ones.</summary>
public sealed class RuleCardTests
{
    private const string Card = """
        {
          "topic": "tea", "title": "Tea", "proofs": ["rule"], "kinds": ["policy"],
          "cues": {
            "en": { "strong": ["tea policy"], "support": ["cup"], "titles": ["tea"], "not": [] },
            "de": { "strong": ["Teeordnung"], "support": ["Tasse"], "titles": ["Tee"], "not": [] },
            "fr": { "strong": ["règlement du thé"], "support": ["tasse"], "titles": ["thé"], "not": [] },
            "es": { "strong": ["norma del té"], "support": ["taza"], "titles": ["té"], "not": [] },
            "it": { "strong": ["regola del tè"], "support": ["tazza"], "titles": ["tè"], "not": [] }
          }
        }
        """;

    [Fact]
    public void Every_code_has_a_topic_and_every_topic_has_a_card()
    {
        var topics = RuleCards.Embedded.Cards.Select(card => card.Topic).ToHashSet(StringComparer.Ordinal);
        var rows = Catalogue.Working.Requirements;

        Assert.All(rows, row => Assert.NotEmpty(row.Topics));
        Assert.All(rows.SelectMany(row => row.Topics), topic => Assert.Contains(topic, topics));
        Assert.Equal(topics.Count, rows.SelectMany(row => row.Topics).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_changed_card_changes_the_version()
    {
        var version = Load(Card).Version;

        Assert.Equal(version, Load(Card).Version);
        Assert.NotEqual(version, Load(Card.Replace("cup", "mug", StringComparison.Ordinal)).Version);
    }

    [Fact]
    public void The_tagger_has_another_version_whenever_its_cards_have() =>
        Assert.EndsWith(RuleCards.Embedded.Version, DocumentTagger.Version, StringComparison.Ordinal);

    [Theory]
    [InlineData("\"tea\", \"title\"", "\"coffee\", \"title\"", "tea.json: topic: ")]
    [InlineData("\"title\": \"Tea\"", "\"title\": \"\"", "tea.json: title: ")]
    [InlineData("\"rule\"", "\"rumour\"", "tea.json: proofs: 'rumour' ")]
    [InlineData("\"policy\"]", "\"novel\"]", "tea.json: kinds: 'novel' ")]
    [InlineData("\"tea policy\"", "", "tea.json: cues.en.strong: ")]
    [InlineData("\"tea policy\"", "\"...\"", "tea.json: cues.en.strong: '...' holds no word")]
    [InlineData("\"cup\"", "\"cup\", \"Cups\"", "tea.json: cues.en.support: 'Cups' is there twice")]
    [InlineData("\"cup\"", "\"tea policy\"", "tea.json: cues.en.support: 'tea policy' is a strong phrase too")]
    [InlineData("[\"tea\"], \"not\": []", "[\"tea\"], \"not\": [\"tea\"]", "tea.json: cues.en.not: 'tea' is a cue")]
    [InlineData("[\"tasse\"]", "[\"tasse\", \"les tasses\"]", "tea.json: cues.fr.support: 'les tasses' is there twice")]
    [InlineData("\"Teeordnung\"", "\"und der\"", "tea.json: cues.de.strong: 'und der' holds no word")]
    [InlineData("\"it\": {", "\"pt\": {", "tea.json: cues.it: it is missing")]
    [InlineData("\"it\": {", "\"pt\": {", "tea.json: cues.pt: there are cards in en, de, fr, es, it only")]
    [InlineData("\"not\": []", "\"knot\": []", "tea.json: ")]
    public void A_broken_card_is_named_with_its_field(string right, string wrong, string problem)
    {
        var fault = Assert.Throws<InvalidCatalogueException>(() => Load(Card.Replace(right, wrong, StringComparison.Ordinal)));

        Assert.Contains(fault.Problems, line => line.StartsWith(problem, StringComparison.Ordinal));
    }

    [Fact]
    public void A_topic_without_a_card_is_named_with_its_code()
    {
        var fault = Assert.Throws<InvalidCatalogueException>(() => new DocumentTagger(Catalogue.Working, Load(Card)));

        Assert.Contains("catalogue.json: 8c, topics: there is no card 'sedation-safety'.", fault.Problems);
    }

    private static RuleCards Load(string json) => RuleCards.Load([KeyValuePair.Create("tea.json", json)]);
}
