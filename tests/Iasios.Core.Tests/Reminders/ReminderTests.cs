using Iasios.Core.Coverage;
using Iasios.Core.Facilities;
using Iasios.Core.Reminders;
using Iasios.Core.Standards;
using static Iasios.Core.Tests.Support.Ledgers;

namespace Iasios.Core.Tests.Reminders;

/// <summary>What a facility is reminded of, and when.</summary>
public sealed class ReminderTests
{
    [Fact]
    public void Nothing_is_due_when_every_core_code_stands_for_longer() => Assert.Null(Due(All(CoverageState.Found)));

    [Fact]
    public void Nobody_is_written_to_where_no_contact_is_named() =>
        Assert.Null(Reminder.Due(Facility(null), Catalogue.Working, Coverage(All(CoverageState.Missing))));

    [Theory]
    [InlineData(CoverageState.Missing, "No document found:")]
    [InlineData(CoverageState.Expired, "Lapsed; the renewed document is needed:")]
    [InlineData(CoverageState.NeedsReview, "Documents wait for a person's judgement:")]
    public void An_open_core_code_is_listed_under_what_is_wrong_with_it(CoverageState state, string heading)
    {
        var reminder = Due(With("8c", row => row with { State = state }))!;

        Assert.Contains($"{heading}\n  8c  {Catalogue.Working.Find(Code("8c"))!.Wording}\n", reminder.Body, StringComparison.Ordinal);
        Assert.Equal("IASIOS evidence of St. Anna: 1 core sub-requirement to work on, 0 lapsing soon", reminder.Subject);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(29, true)]
    [InlineData(30, false)]
    public void A_document_is_named_when_it_lapses_within_thirty_days(int daysToLastDay, bool isDue)
    {
        var lastDay = Today.AddDays(daysToLastDay);

        var reminder = Due(With("8c", row => row with { LastDay = lastDay }));

        Assert.Equal(isDue, reminder is not null);
        Assert.Equal(isDue, reminder?.Body.Contains($"(last day {lastDay:yyyy-MM-dd})", StringComparison.Ordinal) ?? false);
    }

    [Fact]
    public void What_lapses_first_is_named_first()
    {
        var coverage = All(CoverageState.Found).Select(row =>
            row.Code == Code("1a") ? row with { LastDay = Today.AddDays(20) } : row.Code == Code("8c") ? row with { LastDay = Today.AddDays(5) } : row);

        var body = Due([.. coverage])!.Body;

        Assert.True(body.IndexOf("  8c  ", StringComparison.Ordinal) < body.IndexOf("  1a  ", StringComparison.Ordinal));
    }

    [Fact]
    public void Extended_codes_are_no_reason_to_write() => Assert.Null(Due(
        [.. All(CoverageState.Found).Select(row => Catalogue.Working.Find(row.Code)!.Tier == Tier.Extended ? row with { State = CoverageState.Missing } : row)]));

    [Fact]
    public void The_message_goes_to_the_contact_once_a_day_and_says_whose_words_these_are()
    {
        var reminder = Due(All(CoverageState.Missing))!;

        Assert.Equal("2026-11-22", reminder.Id);
        Assert.Equal("quality@st-anna.example", reminder.To.Email);
        Assert.StartsWith("St. Anna, core evidence on 2026-11-22\n", reminder.Body, StringComparison.Ordinal);
        Assert.EndsWith("The wording is our own working wording, not IASIOS text.\n", reminder.Body, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', reminder.Body);
    }

    private static Reminder? Due(IReadOnlyList<CodeCoverage> codes) =>
        Reminder.Due(Facility(new("Quality lead", "quality@st-anna.example")), Catalogue.Working, Coverage(codes));

    private static Facility Facility(Contact? contact)
    {
        Assert.True(FacilityId.TryParse("st-anna", out var id));
        return new(id, "St. Anna", TimeZoneInfo.Utc, ["en"], contact, null, []);
    }

    private static FacilityCoverage Coverage(IReadOnlyList<CodeCoverage> codes) =>
        FacilityCoverage.Of(Catalogue.Working, [], [], 0, Today, Now) with { Codes = codes };

    private static List<CodeCoverage> All(CoverageState state) =>
        [.. Catalogue.Working.Requirements.Select(row => new CodeCoverage(row.Code, state, 1, null, []))];

    private static List<CodeCoverage> With(string code, Func<CodeCoverage, CodeCoverage> change) =>
        [.. All(CoverageState.Found).Select(row => row.Code == Code(code) ? change(row) : row)];
}
