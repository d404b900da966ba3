namespace Iasios.Core.Tests.Tags;

/// <summary>Which dates speak for the document, and how they are written.</summary>
public sealed class DocumentDateTests
{
    [Theory]
    [InlineData("2026-11-22", "2026-11-22")]
    [InlineData("22.11.2026", "2026-11-22")]
    [InlineData("22/11/2026", "2026-11-22")]
    [InlineData("11/22/2026", "2026-11-22")]
    [InlineData("3/4/2026", "2026-04-03")]
    [InlineData("22 November 2026", "2026-11-22")]
    [InlineData("22nd Nov. 2026", "2026-11-22")]
    [InlineData("Sunday, 22 November 2026", "2026-11-22")]
    [InlineData("Nov 22, 2026", "2026-11-22")]
    [InlineData("22-Nov-2026", "2026-11-22")]
    [InlineData("November 2026", "2026-11-30")]
    [InlineData("Feb 2028", "2028-02-29")]
    [InlineData("11/2026", "2026-11-30")]
    [InlineData("2026-11", "2026-11-30")]
    public void A_review_date_is_read_in_every_usual_form(string written, string expected) =>
        Assert.Equal(Day(expected), Tagging.Facts($"Sedation policy\nNext review: {written}\n").ReviewDue);

    [Theory]
    [InlineData("31.02.2026")]
    [InlineData("13/13/2026")]
    [InlineData("soon")]
    public void A_day_that_is_not_in_the_calendar_is_no_date(string written) =>
        Assert.Null(Tagging.Facts($"Sedation policy\nNext review: {written}\n").ReviewDue);

    [Theory]
    [InlineData("Effective\t2025-11-03\tNext review\t2030-11-02")]
    [InlineData("Owner\tLead nurse\tIn use from\t3 November 2025\tNext review\t2 November 2030")]
    [InlineData("Department of Radiology\tIn use from 3 November 2025 · Next review 2 November 2030")]
    public void The_control_block_of_a_checklist_dates_it_and_its_rows_do_not(string control)
    {
        var facts = Tagging.Facts($"Crash cart checklist\n{control}\nAdrenaline\t10\tNext review 2027-01-01\nFlumazenil\t5\tEffective 2026-06-01\n");

        Assert.Equal((Day("2025-11-03"), Day("2030-11-02")), (facts.EffectiveDate, facts.ReviewDue));
    }

    [Theory]
    [InlineData("Next review\n1 March 2031")]
    [InlineData("Next review\t1 March 2031")]
    [InlineData("Next review: 1 March 2031")]
    [InlineData("NEXT REVIEW DATE:   01/03/2031")]
    [InlineData("Review date 1 March 2031")]
    [InlineData("Version\t3\tNext review\t1 March 2031")]
    [InlineData("Version 3 | Approved 2026-03-01 | Review by 2031-03-01")]
    [InlineData("IR-12  Version 3  Due for review: 1 March 2031  Page 1 of 2")]
    [InlineData("To be reviewed by 1 March 2031")]
    [InlineData("This policy will be reviewed by 1 March 2031.")]
    [InlineData("Last review date: 1 March 2026\nNext review date: 1 March 2031")]
    public void The_label_of_a_review_date_may_stand_before_or_above_it(string lines) =>
        Assert.Equal(new DateOnly(2031, 3, 1), Tagging.Facts($"Sedation policy\n{lines}\n\nText of the policy.").ReviewDue);

    [Theory]
    [InlineData("Last review: 1 March 2026")]
    [InlineData("Next meeting: 1 March 2031")]
    [InlineData("Next review meeting: 1 March 2031")]
    [InlineData("Printed on 1 March 2031")]
    [InlineData("Date of audit: 1 March 2031")]
    [InlineData("Signature, date: 1 March 2031")]
    [InlineData("Calibrated on 1 March 2031")]
    [InlineData("Next service due: 1 March 2031")]
    [InlineData("Training on 1 March 2031")]
    public void Other_dates_are_no_review_date(string line)
    {
        var facts = Tagging.Facts($"Sedation policy\n{line}\n");

        Assert.Null(facts.ReviewDue);
        Assert.Null(facts.ValidUntil);
    }

    [Theory]
    [InlineData("Certificate of registration\nValid until 30 June 2027")]
    [InlineData("Service contract\nThis contract is valid from 1 July 2024 to 30 June 2027.")]
    [InlineData("Certificate\nValid: 01.07.2024 – 30.06.2027")]
    [InlineData("Radiation licence\nExpiry date\n30 June 2027")]
    [InlineData("Transfer agreement\nThe agreement expires on 30 June 2027.")]
    [InlineData("Certificate of attendance\nValidity\tJune 2027")]
    public void Validity_is_read_from_certificates_and_contracts(string text) =>
        Assert.Equal(new DateOnly(2027, 6, 30), Tagging.Facts(text).ValidUntil);

    [Fact]
    public void Dates_in_rows_belong_to_the_rows()
    {
        Assert.Null(Tagging.Facts(Tagging.Sample("5d--crash-cart")).ValidUntil);
        Assert.Null(Tagging.Facts(Tagging.Sample("6d--implant-log")).ValidUntil);
        Assert.Null(Tagging.Facts(Tagging.Sample("1c--competency-matrix")).ValidUntil);
        Assert.Null(Tagging.Facts(Tagging.Sample("6b--maintenance-log")).ReviewDue);
        Assert.Null(Tagging.Facts("Emergency drug list\nAdrenaline\t1 mg\tExpiry date: 2027-03\nAtropine\t0.5 mg\tExpiry date: 2027-04").ValidUntil);
    }

    [Theory]
    [InlineData("Effective date: 1 February 2026")]
    [InlineData("In force from February 2026")]
    [InlineData("Approved by the board on 3 January 2026\nEffective from\t01.02.2026")]
    [InlineData("Date of issue: 2026-02-01")]
    public void The_day_from_which_a_document_is_in_force_is_read(string lines) =>
        Assert.Equal(new DateOnly(2026, 2, 1), Tagging.Facts($"Sedation policy\n{lines}\n").EffectiveDate);

    [Fact]
    public void A_footer_may_bear_the_review_date() =>
        Assert.Equal(
            new DateOnly(2029, 5, 31),
            Tagging.Facts("Hygiene plan\nHands are disinfected.\nIR-3 Review date: May 2029 Page 1 of 2\fMore text.\nIR-3 Review date: May 2029 Page 2 of 2").ReviewDue);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
