using System.Text;
using Iasios.Core.Standards;

namespace Iasios.Core.Tests.Standards;

/// <summary>The working catalogue, and what is said of a broken one.</summary>
public sealed class CatalogueTests
{
    [Fact]
    public void The_working_catalogue_has_27_core_and_15_extended_codes()
    {
        var tiers = Catalogue.Working.Requirements.CountBy(row => row.Tier).ToDictionary();

        Assert.Equal(27, tiers[Tier.Core]);
        Assert.Equal(15, tiers[Tier.Extended]);
        Assert.False(Catalogue.Working.Complete);
    }

    [Fact]
    public void The_core_codes_are_those_that_IASIOS_names() =>
        Assert.Equal(
            "1a 1c 1e 1f 1g 2b 3a 3c 4b 4c 4d 5d 6a 6b 6c 6d 7a 7b 8a 8b 8c 8d 8e 10c 11a 12a 12b",
            string.Join(' ', Catalogue.Working.Requirements.Where(row => row.Tier == Tier.Core).Select(row => row.Code)));

    [Fact]
    public void Our_words_are_never_called_official()
    {
        Assert.All(Catalogue.Working.Standards, row => Assert.Equal(Provenance.Working, row.TitleProvenance));
        Assert.All(
            Catalogue.Working.Requirements,
            row => Assert.Equal(row.Code.ToString() == "10d" ? Provenance.Interview : Provenance.Working, row.WordingProvenance));
    }

    [Theory]
    [InlineData("7d", Provenance.Interview, Provenance.Inferred)]
    [InlineData("10d", Provenance.Interview, Provenance.Inferred)]
    [InlineData("8c", Provenance.Official, Provenance.Official)]
    [InlineData("1b", Provenance.Inferred, Provenance.Inferred)]
    public void Each_code_says_how_it_and_its_tier_are_known(string code, Provenance existence, Provenance tier)
    {
        var row = Catalogue.Working.Find(RequirementCode.Parse(code))!;

        Assert.Equal((existence, tier), (row.CodeProvenance, row.TierProvenance));
    }

    [Fact]
    public void Nothing_is_ever_accepted_for_9a() =>
        Assert.Equal("9a", Assert.Single(Catalogue.Working.Requirements, row => !row.AcceptsAutomatically).Code.ToString());

    [Theory]
    [InlineData("\"code\": \"1c\"", "\"code\": \"1a\"", "my.json: 1a, code: it is there twice.")]
    [InlineData("\"code\": \"1c\"", "\"code\": \"2c\"", "my.json: 2c, code: it stands under Standard 1.")]
    [InlineData("\"code\": \"8c\"", "\"code\": \"8\"", "my.json: Standard 8, code: '8' is no code such as 8c.")]
    [InlineData("\"number\": 13", "\"number\": 14", "my.json: row 13, number: a Standard's number is 1 to 13.")]
    [InlineData("\"number\": 13", "\"number\": 12", "my.json: standards, number: the Standards must be 1 to 13, each once and in order.")]
    [InlineData("\"codeProvenance\": \"interview\"", "\"codeProvenance\": \"hearsay\"", "my.json: 7d, codeProvenance: 'hearsay' is not one of official, interview, inferred, working.")]
    [InlineData("\"wordingProvenance\": \"interview\"", "\"wordingProvenance\": \"official\"", "my.json: 10d, wordingProvenance: the wording of IASIOS is not in this catalogue, so it cannot be 'official'.")]
    [InlineData("\"wording\": \"Feedback is obtained from patients\"", "\"wording\": \" \"", "my.json: 10d, wording: it is missing.")]
    [InlineData("\"tierProvenance\": \"inferred\"", "\"tierProvenance\": \"official\"", "my.json: 1b, tierProvenance: only core tiers are stated by IASIOS.")]
    [InlineData("\"complete\": false", "\"complete\": null", "my.json: catalogue, complete: it must be true or false.")]
    [InlineData("[\"sedation-safety\"]", "[\"sedation-safety\", \"sedation-safety\"]", "my.json: 8c, topics: it must be a list of different names, or an empty one.")]
    public void A_broken_catalogue_is_named_with_code_and_field(string right, string wrong, string problem)
    {
        var fault = Assert.Throws<InvalidCatalogueException>(() => Load(Text().Replace(right, wrong, StringComparison.Ordinal)));

        Assert.Contains(problem, fault.Problems);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{ \"version\": 3 }")]
    [InlineData("{ \"colour\": \"red\" }")]
    public void A_file_of_another_shape_is_named(string text)
    {
        var fault = Assert.Throws<InvalidCatalogueException>(() => Load(text));

        Assert.StartsWith("my.json: ", Assert.Single(fault.Problems), StringComparison.Ordinal);
    }

    private static Catalogue Load(string text) => CatalogueFile.Load(new MemoryStream(Encoding.UTF8.GetBytes(text)), "my.json");

    private static string Text()
    {
        using var reader = new StreamReader(typeof(Catalogue).Assembly.GetManifestResourceStream("catalogue.json")!);
        return reader.ReadToEnd();
    }
}
