using Iasios.Core.Coverage;
using Iasios.Core.Readiness;
using Iasios.Core.Standards;
using static Iasios.Core.Tests.Support.Ledgers;

namespace Iasios.Core.Tests.Readiness;

/// <summary>The verdicts: every core code and every gate, and nothing makes up for one of them.</summary>
public sealed class ReadinessTests
{
    private static readonly string[] GateNames = ["caseReview", "procedures", "approval", "wording"];

    [Fact]
    public void With_every_code_evidenced_only_the_gates_block()
    {
        var verdict = ReadinessJudge.AccreditedCentre(Catalogue.Working, All(CoverageState.Evidenced));

        Assert.Equal(VerdictState.NotReady, verdict.State);
        Assert.False(verdict.Met);
        Assert.Equal(GateNames, verdict.Blocking.Select(row => row.Gate));
        Assert.All(verdict.Blocking, row => Assert.Null(row.Code));
    }

    [Theory]
    [InlineData(CoverageState.Found, "no person has confirmed it")]
    [InlineData(CoverageState.NeedsReview, "a person must judge")]
    [InlineData(CoverageState.Expired, "has passed")]
    [InlineData(CoverageState.Missing, "No document was found")]
    public void One_core_code_that_is_not_evidenced_blocks_and_says_why(CoverageState state, string reason)
    {
        var verdict = ReadinessJudge.AccreditedCentre(Catalogue.Working, AllBut("8c", state));

        var block = Assert.Single(verdict.Blocking, row => row.Code is not null);
        Assert.Equal(Code("8c"), block.Code);
        Assert.Contains(reason, block.Reason, StringComparison.Ordinal);
        Assert.NotEqual("", block.NextStep);
    }

    [Fact]
    public void A_core_code_whose_document_lapses_soon_does_not_block_yet() =>
        Assert.DoesNotContain(ReadinessJudge.AccreditedCentre(Catalogue.Working, AllBut("8c", CoverageState.DueSoon)).Blocking, row => row.Code is not null);

    [Fact]
    public void No_extended_code_blocks_or_makes_up_for_a_core_one()
    {
        var verdict = ReadinessJudge.AccreditedCentre(Catalogue.Working, All(Tier.Core, CoverageState.Missing, CoverageState.Evidenced));

        Assert.Equal(
            Catalogue.Working.Requirements.Where(row => row.Tier == Tier.Core).Select(row => row.Code),
            verdict.Blocking.Where(row => row.Code is not null).Select(row => row.Code));
    }

    [Fact]
    public void A_missing_extended_code_does_not_block_the_accredited_centre() => Assert.Equal(
        GateNames,
        ReadinessJudge.AccreditedCentre(Catalogue.Working, All(Tier.Core, CoverageState.Evidenced, CoverageState.Missing)).Blocking.Select(row => row.Gate));

    [Fact]
    public void The_centre_of_excellence_is_not_open_to_a_facility_without_accreditation()
    {
        var verdict = ReadinessJudge.CentreOfExcellence(Catalogue.Working, All(CoverageState.Evidenced), null, Today);

        Assert.Equal(VerdictState.NotOpen, verdict.State);
        Assert.Contains(verdict.Reasons, reason => reason.Contains("no accreditation is recorded", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1, VerdictState.NotOpen)]
    [InlineData(0, VerdictState.NotReady)]
    public void The_centre_of_excellence_opens_four_years_after_accreditation_to_the_day(int daysLater, VerdictState state)
    {
        var accredited = Today.AddYears(-4).AddDays(daysLater);

        Assert.Equal(state, ReadinessJudge.CentreOfExcellence(Catalogue.Working, All(CoverageState.Evidenced), accredited, Today).State);
    }

    [Fact]
    public void A_centre_that_must_wait_is_told_the_day() => Assert.Contains(
        "Opens after four accredited years, on 2028-02-29.",
        ReadinessJudge.CentreOfExcellence(Catalogue.Working, All(CoverageState.Evidenced), new(2024, 2, 29), Today).Reasons);

    [Fact]
    public void Excellence_never_makes_up_for_open_core_codes()
    {
        var verdict = ReadinessJudge.CentreOfExcellence(Catalogue.Working, AllBut("8c", CoverageState.Found), Today.AddYears(-5), Today);

        Assert.False(verdict.Met);
        Assert.Contains("1 core sub-requirement is not evidenced, and extended ones never make up for it.", verdict.Reasons);
    }

    [Fact]
    public void Excellence_says_that_the_list_of_extended_codes_is_incomplete() => Assert.Contains(
        ReadinessJudge.CentreOfExcellence(Catalogue.Working, All(CoverageState.Evidenced), Today.AddYears(-5), Today).Reasons,
        reason => reason.Contains("incomplete", StringComparison.Ordinal));

    private static List<CodeCoverage> All(CoverageState state) => All(Tier.Core, state, state);

    private static List<CodeCoverage> All(Tier tier, CoverageState state, CoverageState others) =>
        [.. Catalogue.Working.Requirements.Select(row => new CodeCoverage(row.Code, row.Tier == tier ? state : others, 1, null, []))];

    private static List<CodeCoverage> AllBut(string code, CoverageState state) =>
        [.. All(CoverageState.Evidenced).Select(row => row.Code == Code(code) ? row with { State = state } : row)];
}
