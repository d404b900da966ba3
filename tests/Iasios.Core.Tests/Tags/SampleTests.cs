using Iasios.Core.Standards;
using Iasios.Core.Tags;

namespace Iasios.Core.Tests.Tags;

/// <summary>Short documents as hospitals write them. The file's name says for which codes they are evidence, and no other may be accepted.</summary>
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
    public void A_document_is_tagged_with_the_codes_it_is_evidence_for_and_accepted_for_no_other(string name)
    {
        var document = Tagging.Tag(Tagging.Sample(name));

        Assert.Subset(document.Tags.Select(tag => tag.Code.ToString()).ToHashSet(StringComparer.Ordinal), CodesOf(name));
        Assert.Subset(CodesOf(name), Tagging.Accepted(document).ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public void Nine_in_ten_of_these_codes_are_accepted_without_a_person()
    {
        var accepted = Files.Sum(name => Tagging.Accepted(Tagging.Tag(Tagging.Sample(name))).Count());

        Assert.True(accepted >= Files.Sum(name => CodesOf(name).Count) * 0.9, $"only {accepted} are accepted");
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

    private static HashSet<string> CodesOf(string name) =>
        name.Split("--")[0].Split('+').Where(code => code != None).ToHashSet(StringComparer.Ordinal);

    [Fact]
    public void There_is_a_sample_for_each_core_code()
    {
        var covered = Files.SelectMany(name => name.Split("--")[0].Split('+')).ToHashSet(StringComparer.Ordinal);

        Assert.DoesNotContain(Catalogue.Working.Requirements, row => row.Tier == Tier.Core && !covered.Contains(row.Code.ToString()));
    }
}
