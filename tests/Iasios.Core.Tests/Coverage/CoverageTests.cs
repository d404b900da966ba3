using Iasios.Core.Coverage;
using Iasios.Core.Ledger;
using Iasios.Core.Standards;
using Iasios.Core.Tags;
using static Iasios.Core.Tests.Support.Ledgers;

namespace Iasios.Core.Tests.Coverage;

/// <summary>How a sub-requirement stands, worked out from documents, tags and a day.</summary>
public sealed class CoverageTests
{
    [Fact]
    public void Every_code_of_the_catalogue_is_there_in_its_order_and_missing_without_documents()
    {
        var coverage = CoverageCalculator.Calculate(Catalogue.Working, [], [], Today);

        Assert.Equal(Catalogue.Working.Requirements.Select(row => row.Code), coverage.Select(row => row.Code));
        Assert.All(coverage, row => Assert.Equal((CoverageState.Missing, 0), (row.State, row.Documents)));
    }

    [Fact]
    public void An_accepted_current_document_is_found_and_never_evidenced_by_itself() =>
        Assert.Equal(CoverageState.Found, Of(Document("a.pdf", reviewDue: Today.AddYears(1))).State);

    [Fact]
    public void A_document_without_any_date_counts() => Assert.Equal(CoverageState.Found, Of(Document("a.pdf")).State);

    [Fact]
    public void A_document_due_for_review_today_still_counts() =>
        Assert.Equal(CoverageState.Found, Of(Document("a.pdf", reviewDue: Today)).State);

    [Fact]
    public void A_document_due_for_review_yesterday_no_longer_counts() =>
        Assert.Equal(CoverageState.Expired, Of(Document("a.pdf", reviewDue: Today.AddDays(-1))).State);

    [Fact]
    public void A_document_that_comes_into_force_tomorrow_does_not_count_before()
    {
        var document = Document("a.pdf");
        var tomorrow = document with { Facts = document.Facts! with { EffectiveDate = Today.AddDays(1) } };

        Assert.Equal(CoverageState.NeedsReview, Of(tomorrow).State);
        Assert.Equal(Today.AddDays(1), CoverageCalculator.NextChange([tomorrow], Today));
        Assert.Equal(Currency.Current, tomorrow.Facts.On(Today.AddDays(1)));
    }

    [Fact]
    public void A_certificate_counts_on_its_last_day_and_not_on_the_next()
    {
        Assert.Equal(CoverageState.Found, Of(Document("a.pdf", validUntil: Today)).State);
        Assert.Equal(CoverageState.Expired, Of(Document("a.pdf", validUntil: Today.AddDays(-1))).State);
    }

    [Theory]
    [InlineData(Standing.Draft)]
    [InlineData(Standing.Superseded)]
    [InlineData(Standing.Template)]
    [InlineData(Standing.ClaimOnly)]
    public void A_document_that_is_not_in_force_by_its_own_words_is_a_matter_for_a_person(Standing standing) =>
        Assert.Equal(CoverageState.NeedsReview, Of(Document("a.pdf", standing: standing)).State);

    [Fact]
    public void A_tag_that_waits_for_a_person_does_not_count()
    {
        var document = Document("a.pdf");

        Assert.Equal(CoverageState.NeedsReview, Of([document], [Tag(document, "8c", TagBand.Review)]).State);
    }

    [Fact]
    public void A_lapsed_document_outweighs_one_that_waits_for_a_person()
    {
        var lapsed = Document("lapsed.pdf", validUntil: Today.AddDays(-1));
        var waiting = Document("waiting.pdf");

        Assert.Equal(CoverageState.Expired, Of([lapsed, waiting], [Tag(lapsed, "8c"), Tag(waiting, "8c", TagBand.Review)]).State);
    }

    [Theory]
    [InlineData(Processing.Deleted, CoverageState.Missing)]
    [InlineData(Processing.Waiting, CoverageState.NeedsReview)]
    [InlineData(Processing.Failed, CoverageState.NeedsReview)]
    [InlineData(Processing.Quarantined, CoverageState.NeedsReview)]
    public void A_document_that_is_deleted_or_was_not_read_is_not_found(Processing processing, CoverageState state) =>
        Assert.Equal(state, Of(Document("a.pdf", processing: processing)).State);

    [Fact]
    public void A_document_that_gave_no_text_does_not_count() =>
        Assert.NotEqual(CoverageState.Found, Of(Document("a.pdf", processing: Processing.Attention) with { Facts = null }).State);

    [Fact]
    public void A_document_that_a_person_should_see_for_another_reason_counts() =>
        Assert.Equal(CoverageState.Found, Of(Document("a.pdf", processing: Processing.Attention)).State);

    [Fact]
    public void A_tag_without_its_document_is_passed_over() =>
        Assert.Equal(CoverageState.Missing, Of([], [Tag(Document("gone.pdf"), "8c")]).State);

    [Fact]
    public void The_best_three_are_those_that_count_then_those_accepted_then_the_surest()
    {
        var lapsed = Document("lapsed.pdf", validUntil: Today.AddDays(-1));
        var weak = Document("weak.pdf");
        var strong = Document("strong.pdf");
        var waiting = Document("waiting.pdf");

        var row = Of(
            [waiting, lapsed, weak, strong],
            [Tag(waiting, "8c", TagBand.Review, 0.99), Tag(lapsed, "8c", confidence: 0.98), Tag(weak, "8c", confidence: 0.6), Tag(strong, "8c", confidence: 0.7)]);

        Assert.Equal(["strong.pdf", "weak.pdf", "lapsed.pdf"], row.Best.Select(summary => summary.Name));
        Assert.Equal([Currency.Undated, Currency.Undated, Currency.Expired], row.Best.Select(summary => summary.Currency));
        Assert.Equal(4, row.Documents);
    }

    [Fact]
    public void A_summary_gives_the_page_and_at_most_200_characters_of_the_quote()
    {
        var document = Document("a.pdf");

        var best = Assert.Single(Of([document], [Tag(document, "8c", quote: new string('x', 400))]).Best);

        Assert.Equal(2, best.Page);
        Assert.Equal(200, best.Quote!.Length);
    }

    [Fact]
    public void The_last_day_is_that_of_the_document_which_lasts_longest()
    {
        var one = Document("one.pdf", reviewDue: Today.AddDays(10));
        var other = Document("other.pdf", reviewDue: Today.AddDays(50), validUntil: Today.AddDays(20));

        Assert.Equal(Today.AddDays(20), Of([one, other], [Tag(one, "8c"), Tag(other, "8c")]).LastDay);
    }

    [Fact]
    public void A_document_without_a_date_has_no_last_day_and_neither_has_its_code()
    {
        var dated = Document("dated.pdf", reviewDue: Today.AddDays(10));
        var undated = Document("undated.pdf");

        Assert.Null(Of([dated, undated], [Tag(dated, "8c"), Tag(undated, "8c")]).LastDay);
    }

    [Fact]
    public void A_lapsed_document_does_not_shorten_the_days_of_a_current_one()
    {
        var lapsed = Document("lapsed.pdf", reviewDue: Today.AddDays(-10));
        var current = Document("current.pdf", reviewDue: Today.AddDays(10));

        Assert.Equal(Today.AddDays(10), Of([lapsed, current], [Tag(lapsed, "8c"), Tag(current, "8c")]).LastDay);
    }

    [Fact]
    public void The_next_change_is_the_day_after_the_first_date_to_come() => Assert.Equal(
        Today.AddDays(1),
        CoverageCalculator.NextChange([Document("past.pdf", reviewDue: Today.AddDays(-1)), Document("today.pdf", validUntil: Today), Document("later.pdf", reviewDue: Today.AddDays(9))], Today));

    [Fact]
    public void Without_dates_to_come_there_is_no_next_change() =>
        Assert.Null(CoverageCalculator.NextChange([Document("past.pdf", reviewDue: Today.AddDays(-1)), Document("endless.pdf", validUntil: DateOnly.MaxValue)], Today));

    private static CodeCoverage Of(FiledDocument document) => Of([document], [Tag(document, "8c")]);

    private static CodeCoverage Of(IEnumerable<FiledDocument> documents, IEnumerable<FiledTag> tags) =>
        CoverageCalculator.Calculate(Catalogue.Working, documents, tags, Today).Single(row => row.Code == Code("8c"));
}
