using Iasios.Core.Standards;
using Iasios.Core.Tags;
using Iasios.Core.Text;

namespace Iasios.Core.Tests.Tags;

/// <summary>What the tests of this folder share: one tagger, and the ways to call it.</summary>
internal static class Tagging
{
    private static readonly Lazy<DocumentTagger> Tagger = new(() => new(Catalogue.Working, RuleCards.Embedded));

    /// <summary>Tags a text whose pages are parted by form feeds.</summary>
    public static TaggedDocument Tag(string text, string path = "document.txt", FacilityProfile? facility = null) => Tagger.Value.Tag(Pages(text), path, facility);

    public static TaggedDocument TagPages(IReadOnlyList<PageText> pages, string path) => Tagger.Value.Tag(pages, path);

    public static IReadOnlyList<PageText> Pages(string text) =>
        [.. text.Split('\f').Select((page, index) => new PageText(index + 1, page))];

    public static DocumentFacts Facts(string text, string path = "document.txt") => DocumentFacts.Read(Pages(text), path);

    public static IEnumerable<string> Accepted(TaggedDocument document) =>
        document.Tags.Where(tag => tag.Band == TagBand.Accepted).Select(tag => tag.Code.ToString()).Order(StringComparer.Ordinal);

    public static Tag Of(TaggedDocument document, string code) => document.Tags.Single(tag => tag.Code == RequirementCode.Parse(code));

    public static string Sample(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Tags", "Samples", $"{name}.txt"));
}
