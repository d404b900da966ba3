using Iasios.Core.Ledger;
using Iasios.Core.Tags;

namespace Iasios.Samples.Tests;

/// <summary>The product against an independent reading of a hospital's evidence.</summary>
public sealed class SampleEvidenceTests(SampleHospital hospital) : IClassFixture<SampleHospital>
{
    private const int LeastCodes = 38;
    private const double LeastFacts = 0.95;

    [Fact]
    public void Every_sample_has_an_expectation_and_the_other_way_round() =>
        Assert.Equal(SampleHospital.Expected.Documents.Keys.Order(StringComparer.Ordinal), SampleHospital.Files.Order(StringComparer.Ordinal));

    [Fact]
    public void Nine_codes_in_ten_stand_as_the_reader_expects()
    {
        Assert.Equal(SampleHospital.Expected.Codes.Count, hospital.Coverage.Count);
        Assert.InRange(Disagreements.OfCodes(hospital.Coverage).Count(), 0, SampleHospital.Expected.Codes.Count - LeastCodes);
    }

    [Fact]
    public void Dates_and_currencies_are_as_the_reader_expects()
    {
        var stated = hospital.Samples.SelectMany(Disagreements.Facts).Count();

        Assert.InRange(Disagreements.OfFacts(hospital.Samples).Count, 0, stated * (1 - LeastFacts));
    }

    [Fact]
    public void Nothing_is_found_through_a_document_that_is_no_evidence() => Assert.All(
        hospital.Samples.Where(sample => sample.Expected.IsNoEvidence),
        sample => Assert.DoesNotContain(sample.Tags, tag => tag.Band == TagBand.Accepted));

    [Fact]
    public void Every_accepted_tag_is_one_that_a_careful_reader_would_allow() => Assert.All(
        hospital.Samples,
        sample => Assert.Subset(
            sample.Expected.Codes.Concat(sample.Expected.AlsoPlausible).ToHashSet(StringComparer.Ordinal),
            sample.Tags.Where(tag => tag.Band == TagBand.Accepted).Select(tag => tag.Code.ToString()).ToHashSet(StringComparer.Ordinal)));

    [Fact]
    public void Every_document_in_force_is_tagged_with_the_codes_it_proves() => Assert.All(
        hospital.Samples.Where(sample => sample.Document.CountsOn(SampleHospital.Expected.AsOf)),
        sample => Assert.Subset(
            sample.Tags.Select(tag => tag.Code.ToString()).ToHashSet(StringComparer.Ordinal),
            sample.Expected.Codes.ToHashSet(StringComparer.Ordinal)));

    [Fact]
    public void Every_sample_is_processed_or_says_why_a_person_must_look() => Assert.All(
        hospital.Samples,
        sample => Assert.True(sample.Document.Processing == Processing.Processed || sample.Document is { Processing: Processing.Attention, Reason.Length: > 0 }, sample.Path));

    [Fact]
    public void The_list_of_disagreements_is_complete_and_none_of_them_is_gone()
    {
        Disagreement[] found =
        [
            .. Disagreements.OfCodes(hospital.Coverage),
            .. Disagreements.OfFacts(hospital.Samples),
            .. Disagreements.OfOutcomes(hospital.Samples),
            .. Disagreements.OfProcessing(hospital.Samples),
        ];

        Assert.Equal(Disagreements.Known().OrderBy(known => known.Subject, StringComparer.Ordinal), found.OrderBy(known => known.Subject, StringComparer.Ordinal));
    }

    [Fact]
    public void Every_accepted_tag_shows_a_short_quote() => Assert.All(
        hospital.Samples.SelectMany(sample => sample.Tags).Where(tag => tag.Band == TagBand.Accepted),
        tag => Assert.InRange(tag.Quote!.Text.Length, 1, 400));
}
