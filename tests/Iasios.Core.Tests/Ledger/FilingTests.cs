using Iasios.Core.Evidence;
using Iasios.Core.Ledger;
using Iasios.Core.Tags;
using Iasios.Core.Text;
using static Iasios.Core.Tests.Support.Ledgers;

namespace Iasios.Core.Tests.Ledger;

/// <summary>What is filed of a document, whatever became of it.</summary>
public sealed class FilingTests
{
    private static readonly EvidencePath Path = EvidencePath.Parse("st-anna/policies/policy.pdf");
    private static readonly HandedInFile File = new("0x8D", 1234, Now);
    private static readonly EngineVersions Versions = new("1", "2", "3");
    private static readonly Reading Whole = new(ReadingOutcome.Read, null, "pdf", 2, [new(1, "One"), new(2, "Two")]);

    [Fact]
    public void A_document_that_was_read_and_tagged_is_processed_and_asks_nothing_of_anybody()
    {
        var document = Read(Whole, Tagged(Standing.Released, TagBand.Accepted));

        Assert.Equal((Processing.Processed, ReadingOutcome.Read, null), (document.Processing, document.Outcome, document.Reason));
        Assert.Equal(("policies/policy.pdf", "0x8D", 1234L, Now), (document.Path, document.ETag, document.Size, document.HandedIn));
        Assert.Equal([Code("8c")], document.Codes);
        Assert.Equal(Versions, document.Versions);
    }

    [Fact]
    public void A_tag_in_doubt_asks_for_a_person_and_names_the_code()
    {
        var document = Read(Whole, Tagged(Standing.Released, TagBand.Review));

        Assert.Equal((Processing.Attention, "A person must say whether it is evidence for 8c."), (document.Processing, document.Reason));
    }

    [Theory]
    [InlineData(Standing.Draft, "draft")]
    [InlineData(Standing.Superseded, "withdrawn or replaced")]
    [InlineData(Standing.Template, "blank form")]
    [InlineData(Standing.ClaimOnly, "A claim is no evidence")]
    public void A_document_that_is_not_in_force_says_so(Standing standing, string reason)
    {
        var document = Read(Whole, Tagged(standing, TagBand.Accepted));

        Assert.Equal(Processing.Attention, document.Processing);
        Assert.Contains(reason, document.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_that_could_not_be_read_has_its_reason_and_nothing_else()
    {
        var document = Read(new(ReadingOutcome.Encrypted, "A password is needed.", "pdf", null, []), null);

        Assert.Equal((Processing.Attention, ReadingOutcome.Encrypted, "A password is needed."), (document.Processing, document.Outcome, document.Reason));
        Assert.Null(document.Facts);
        Assert.Empty(document.Codes);
        Assert.False(document.CountsOn(Today));
    }

    [Fact]
    public void Reasons_come_together_each_once()
    {
        var partial = new Reading(ReadingOutcome.Partial, "Page 2 is a picture.", "pdf", 2, [new(1, "One")]);

        var document = Read(partial, Tagged(Standing.Draft, TagBand.Review) with { Remark = "Page 2 is a picture." });

        Assert.Equal(
            "Page 2 is a picture. This is a draft; it covers nothing until it is released. A person must say whether it is evidence for 8c.",
            document.Reason);
    }

    [Fact]
    public void A_deleted_document_keeps_its_place_and_loses_what_was_found_in_it()
    {
        var document = Filing.Deleted(Read(Whole, Tagged(Standing.Draft, TagBand.Review)));

        Assert.Equal((Processing.Deleted, "policies/policy.pdf"), (document.Processing, document.Path));
        Assert.Null(document.Outcome);
        Assert.Null(document.Reason);
        Assert.Null(document.Facts);
        Assert.Null(document.Versions);
        Assert.Empty(document.Codes);
    }

    [Fact]
    public void A_failed_document_says_that_it_is_tried_again_and_when()
    {
        var document = Filing.Failed(Path, File, 3, Now.AddHours(1));

        Assert.Equal((Processing.Failed, 3, Now.AddHours(1)), (document.Processing, document.Attempts, document.NextAttempt));
        Assert.Contains("tried again", document.Reason, StringComparison.Ordinal);
        Assert.Null(document.Versions);
    }

    [Fact]
    public void A_document_of_no_known_facility_waits_for_a_person()
    {
        var document = Filing.Unassigned(EvidencePath.Parse("loose.pdf"), File);

        Assert.Equal((Processing.Attention, "loose.pdf"), (document.Processing, document.Path));
        Assert.Contains("no known facility", document.Reason, StringComparison.Ordinal);
    }

    private static FiledDocument Read(Reading reading, TaggedDocument? tagged) => Filing.Read(Path, File, new string('a', 64), reading, tagged, Versions);

    private static TaggedDocument Tagged(Standing standing, TagBand band) =>
        new(new("Policy", "policy", standing, null, null, null), [Tag(Document("a.pdf"), "8c", band).Tag], null);
}
