using Iasios.Core.Coverage;
using Iasios.Core.Ledger;
using Iasios.Core.Standards;
using Iasios.Core.Text;
using static Iasios.Core.Tests.Support.Ledgers;

namespace Iasios.Core.Tests.Coverage;

/// <summary>The roll-up of one facility.</summary>
public sealed class FacilityCoverageTests
{
    [Fact]
    public void Deleted_documents_are_counted_as_deleted_and_nowhere_else()
    {
        var coverage = Of(Document("a.pdf"), Document("b.pdf", processing: Processing.Deleted));

        Assert.Equal(new Dictionary<Processing, int> { [Processing.Processed] = 1, [Processing.Deleted] = 1 }, coverage.ByProcessing);
        Assert.Equal(new Dictionary<ReadingOutcome, int> { [ReadingOutcome.Read] = 1 }, coverage.ByOutcome);
    }

    [Fact]
    public void The_newest_twenty_documents_that_need_a_person_are_named()
    {
        var documents = Enumerable.Range(1, 25)
            .Select(number => Document($"{number}.pdf", processing: Processing.Attention) with { HandedIn = Now.AddHours(number), Reason = "A password is needed." })
            .Append(Document("fine.pdf") with { HandedIn = Now.AddYears(1) })
            .Append(Document("gone.pdf", processing: Processing.Deleted) with { HandedIn = Now.AddYears(1) });

        var coverage = Of([.. documents]);

        Assert.Equal(Enumerable.Range(6, 20).Reverse().Select(number => $"{number}.pdf"), coverage.ForPerson.Select(row => row.Name));
        Assert.All(coverage.ForPerson, row => Assert.Equal("A password is needed.", row.Reason));
    }

    [Fact]
    public void A_tagged_document_that_has_lapsed_since_it_was_processed_needs_a_person()
    {
        var lapsed = Document("plan.pdf", reviewDue: Today.AddDays(-1)) with { Codes = [Code("6c")] };
        var aside = Document("menu.pdf", reviewDue: Today.AddDays(-1));

        var row = Assert.Single(Of(lapsed, aside).ForPerson);

        Assert.Equal("plan.pdf", row.Name);
        Assert.Contains("review date has passed", row.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public void It_holds_from_its_day_until_a_document_lapses(int days, bool holds)
    {
        var coverage = Of(Document("a.pdf", reviewDue: Today.AddDays(10)));

        Assert.Equal(holds, coverage.HoldsOn(Today.AddDays(days), Catalogue.Working.Version));
    }

    [Fact]
    public void It_does_not_hold_under_another_catalogue() => Assert.False(Of(Document("a.pdf")).HoldsOn(Today, "another"));

    [Theory]
    [InlineData("short", 5, "short")]
    [InlineData("longer", 5, "long…")]
    [InlineData("ab\U0001F600cd", 4, "ab…")]
    [InlineData("ab\U0001F600cd", 5, "ab\U0001F600…")]
    public void A_text_that_is_cut_fits_and_no_character_is_cut_in_two(string text, int length, string expected) =>
        Assert.Equal(expected, Shorten.To(text, length));

    private static FacilityCoverage Of(params FiledDocument[] documents) =>
        FacilityCoverage.Of(Catalogue.Working, documents, [], 0, Today, Now);
}
