using Iasios.Core.Tags;

namespace Iasios.Core.Tests.Tags;

/// <summary>What a document says of its own standing, title and kind.</summary>
public sealed class StandingTests
{
    private const string Body = """

        Midazolam is titrated slowly, and flumazenil is at hand. Oxygen saturation and capnography are watched.
        The airway is assessed before sedation; a sedation practitioner stays with the patient.
        """;

    [Theory]
    [InlineData("DRAFT\nSedation policy")]
    [InlineData("Sedation policy\nStatus: draft")]
    [InlineData("Sedation policy\nVersion\tDraft v0.3")]
    [InlineData("Sedation policy\nVersion\ndraft v0.3")]
    [InlineData("Sedation policy (draft)")]
    [InlineData("Sedation policy – DRAFT")]
    [InlineData("Sedation policy\nDraft for consultation")]
    [InlineData("Sedation policy\nPending approval by the board")]
    public void A_draft_says_so_and_nothing_of_it_is_accepted(string head) => AssertHeldBack(Standing.Draft, head);

    [Theory]
    [InlineData("SUPERSEDED\nSedation policy")]
    [InlineData("Sedation policy\nStatus: withdrawn")]
    [InlineData("Sedation policy\nThis policy has been replaced by version 4.")]
    [InlineData("Sedation policy\nOBSOLETE - do not use")]
    [InlineData("Sedation policy\nSuperseded by IR-014 on 1 May 2026")]
    public void A_withdrawn_document_says_so_and_nothing_of_it_is_accepted(string head) => AssertHeldBack(Standing.Superseded, head);

    [Theory]
    [InlineData("Sedation policy template")]
    [InlineData("Sedation policy\n[Hospital name]\nOwner: [insert name]")]
    public void A_template_says_so_and_nothing_of_it_is_accepted(string head) => AssertHeldBack(Standing.Template, head);

    [Theory]
    [InlineData("Sedation policy\nThis version supersedes version 2.")]
    [InlineData("Sedation policy\nReplaces: IR-012 version 3")]
    [InlineData("Sedation policy\n0.3\tdraft for comments\t2025-12-01\n1.0\tapproved\t2026-02-01")]
    [InlineData("Sedation policy\nThe secretary drafts the minutes.")]
    public void A_document_in_force_may_speak_of_older_versions(string head)
    {
        var document = Tagging.Tag(head + Body);

        Assert.Equal(Standing.Released, document.Facts.Standing);
        Assert.Equal(["8c"], Tagging.Accepted(document));
    }

    [Fact]
    public void A_blank_consent_form_is_in_force() =>
        Assert.Equal(Standing.Released, Tagging.Facts(Tagging.Sample("7b--consent-form")).Standing);

    [Fact]
    public void A_log_without_entries_is_a_template() =>
        Assert.Equal(
            Standing.Template,
            Tagging.Facts("Maintenance log\nDevice: ________\nDate: ________ Work: ________ Engineer: ________\nDate: ________ Work: ________ Engineer: ________").Standing);

    [Fact]
    public void A_claim_without_content_says_so_and_nothing_of_it_is_accepted()
    {
        var document = Tagging.Tag(Tagging.Sample("none--claim"), "8c/claim.pdf");

        Assert.Equal(Standing.ClaimOnly, document.Facts.Standing);
        Assert.All(document.Tags, tag => Assert.Equal(TagBand.Review, tag.Band));
        Assert.Contains("not how", Tagging.Of(document, "8c").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_that_names_a_Standard_in_passing_is_no_bare_claim()
    {
        var document = Tagging.Tag(Tagging.Sample("8c--sedation-policy") + "\nThis policy complies with Standard 8c of IASIOS.");

        Assert.Equal(Standing.Released, document.Facts.Standing);
    }

    [Theory]
    [InlineData("Policy on sedation\n", "policy")]
    [InlineData("Minutes of the tumour board\n", "minutes")]
    [InlineData("Equipment maintenance log\n", "log")]
    [InlineData("Standard operating procedure: patient identification\n", "procedure")]
    [InlineData("Terms of reference of the tumour board\n", "terms-of-reference")]
    [InlineData("Certificate of attendance\n", "certificate")]
    [InlineData("On-call rota, November 2026\n", "roster")]
    [InlineData("Service contract for the angiography system\n", "contract")]
    [InlineData("Audit of consent forms\n", "audit")]
    [InlineData("Procedure room 1\n", null)]
    public void The_title_names_the_kind(string text, string? kind) => Assert.Equal(kind, Tagging.Facts(text).Kind);

    [Theory]
    [InlineData("St Brigid University Hospital\nDepartment of Radiology\nPolicy on sedation\nVersion 2", "Policy on sedation")]
    [InlineData("Title: Sedation in the angiography suite\nVersion 2", "Sedation in the angiography suite")]
    [InlineData("Document number: IR-1\nVersion: 2\nSedation and analgesia\nThe airway is assessed.", "Sedation and analgesia")]
    [InlineData("IR-1\tPolicy on sedation\tVersion 2\nText follows here.", "Policy on sedation")]
    public void The_title_is_the_first_line_that_is_no_letterhead(string text, string title) => Assert.Equal(title, Tagging.Facts(text).Title);

    private static void AssertHeldBack(Standing standing, string head)
    {
        var document = Tagging.Tag(head + Body, "8c/sedation.pdf");

        Assert.Equal(standing, document.Facts.Standing);
        Assert.NotNull(Tagging.Of(document, "8c").Reason);
        Assert.Empty(Tagging.Accepted(document));
    }
}
