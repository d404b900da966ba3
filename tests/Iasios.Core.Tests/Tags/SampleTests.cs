using Iasios.Core.Standards;
using Iasios.Core.Tags;

namespace Iasios.Core.Tests.Tags;

/// <summary>Short documents as hospitals write them. The file's name says which codes must be accepted, and no other.</summary>
public sealed class SampleTests
{
    private const string None = "none";

    private static readonly IReadOnlyList<string> Files = [.. Directory
        .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Tags", "Samples"))
        .Select(file => Path.GetFileNameWithoutExtension(file))
        .Order(StringComparer.Ordinal)];

    public static TheoryData<string> Names => [.. Files];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_document_is_accepted_for_just_the_codes_it_is_evidence_for(string name)
    {
        var codes = name.Split("--")[0];
        var expected = codes.Split('+').Where(code => code != None).Order(StringComparer.Ordinal);

        Assert.Equal(expected, Tagging.Accepted(Tagging.Tag(Tagging.Sample(name))));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_quote_is_an_exact_copy_from_its_place(string name)
    {
        var pages = Tagging.Pages(Tagging.Sample(name));

        foreach (var quote in Tagging.Tag(Tagging.Sample(name)).Tags.Select(tag => tag.Quote).OfType<Quote>())
        {
            Assert.Equal(quote.Text, pages[quote.Page - 1].Text.Substring(quote.Offset, quote.Text.Length));
            Assert.InRange(quote.Text.Length, 1, 400);
        }
    }

    [Fact]
    public void There_is_a_sample_for_each_core_code()
    {
        var covered = Files.SelectMany(name => name.Split("--")[0].Split('+')).ToHashSet(StringComparer.Ordinal);

        Assert.DoesNotContain(Catalogue.Working.Requirements, row => row.Tier == Tier.Core && !covered.Contains(row.Code.ToString()));
    }
}
