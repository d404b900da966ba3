using FsCheck;
using FsCheck.Fluent;
using Iasios.Core.Coverage;
using Iasios.Core.Ledger;
using Iasios.Core.Standards;
using Iasios.Core.Tags;
using static Iasios.Core.Tests.Support.Ledgers;

namespace Iasios.Core.Tests.Coverage;

/// <summary>What holds of coverage whatever a facility handed in.</summary>
public sealed class CoveragePropertyTests
{
    private static readonly string[] Codes = ["1b", "8c", "10d"];

    // From better to worse.
    private static readonly CoverageState[] Order = [CoverageState.Found, CoverageState.Expired, CoverageState.NeedsReview, CoverageState.Missing];

    [Fact]
    public void The_order_in_which_documents_came_makes_no_difference() => Check.QuickThrowOnFailure(Prop.ForAll(Shelves(), shelf =>
    {
        var documents = shelf.Select(item => item.Document).ToList();
        var tags = shelf.Select(item => item.Tag).ToList();

        return Describe(Calculate(documents, tags)) == Describe(Calculate(documents.AsEnumerable().Reverse(), tags.AsEnumerable().Reverse()));
    }));

    [Fact]
    public void Another_accepted_current_document_makes_its_code_found_and_no_other_code_worse() => Check.QuickThrowOnFailure(Prop.ForAll(Shelves(), shelf =>
    {
        var documents = shelf.Select(item => item.Document).ToList();
        var tags = shelf.Select(item => item.Tag).ToList();
        var added = Document("added.pdf", reviewDue: Today);

        var before = Calculate(documents, tags);
        var after = Calculate([.. documents, added], [.. tags, Tag(added, "8c")]);

        return after.Single(row => row.Code == Code("8c")).State == CoverageState.Found
            && before.Zip(after).All(pair => Array.IndexOf(Order, pair.Second.State) <= Array.IndexOf(Order, pair.First.State));
    }));

    [Fact]
    public void The_states_hold_until_the_day_that_the_next_change_names() => Check.QuickThrowOnFailure(Prop.ForAll(Shelves(), shelf =>
    {
        var documents = shelf.Select(item => item.Document).ToList();
        var tags = shelf.Select(item => item.Tag).ToList();
        var last = CoverageCalculator.NextChange(documents, Today)?.AddDays(-1) ?? Today.AddYears(10);

        return Calculate(documents, tags).Select(row => row.State)
            .SequenceEqual(CoverageCalculator.Calculate(Catalogue.Working, documents, tags, last).Select(row => row.State));
    }));

    private static Arbitrary<List<Filed>> Shelves()
    {
        var days = Gen.OneOf(Gen.Constant<DateOnly?>(null), Gen.Choose(-40, 40).Select(days => (DateOnly?)Today.AddDays(days)));
        var item =
            from number in Gen.Choose(1, 1_000_000)
            from review in days
            from validity in days
            from standing in Gen.Frequency((4, Gen.Constant(Standing.Released)), (1, Gen.Elements(Standing.Draft, Standing.Template)))
            from processing in Gen.Elements(Processing.Processed, Processing.Attention, Processing.Failed, Processing.Deleted)
            from code in Gen.Elements(Codes)
            from band in Gen.Elements(TagBand.Accepted, TagBand.Review)
            from confidence in Gen.Elements(0.2, 0.5, 0.9)
            let document = Document($"{number}.pdf", review, validity, standing, processing)
            select new Filed(document, Tag(document, code, band, confidence));
        return item.ListOf().Select(items => items.DistinctBy(filed => filed.Document.Key).ToList()).ToArbitrary();
    }

    private static IReadOnlyList<CodeCoverage> Calculate(IEnumerable<FiledDocument> documents, IEnumerable<FiledTag> tags) =>
        CoverageCalculator.Calculate(Catalogue.Working, documents, tags, Today);

    private static string Describe(IEnumerable<CodeCoverage> coverage) =>
        string.Join('\n', coverage.Select(row => $"{row.Code} {row.State} {row.Documents} {row.LastDay} {string.Join(", ", row.Best)}"));

    private sealed record Filed(FiledDocument Document, FiledTag Tag);
}
