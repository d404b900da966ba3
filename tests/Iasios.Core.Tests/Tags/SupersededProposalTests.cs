using Iasios.Core.Tags;

namespace Iasios.Core.Tests.Tags;

/// <summary>Which files of many seem to be older versions of others.</summary>
public sealed class SupersededProposalTests
{
    [Theory]
    [InlineData("Document number: IR-12\nVersion: 3", "Document number: IR 12\nVersion: 3.1")]
    [InlineData("Document number: IR-12\nVersion: 9", "Document number: IR-12\nVersion: 10")]
    [InlineData("Document number: IR-12\nVersion: A", "Document number: IR-12\nVersion: B")]
    [InlineData("Document number: IR-12\nEffective date: 1 May 2024", "Document number: IR-12\nEffective date: 1 May 2026")]
    [InlineData("Version: 1", "Version: 2")]
    [InlineData("Effective date: 1 May 2024", "Effective date: 1 May 2026")]
    public void The_older_file_of_the_same_number_or_title_is_proposed(string older, string newer)
    {
        var proposal = Assert.Single(Of(("new.pdf", $"Policy on sedation\n{newer}\n"), ("old.pdf", $"Policy on sedation\n{older}\n")));

        Assert.Equal(("old.pdf", "new.pdf"), (proposal.Older, proposal.Newer));
        Assert.DoesNotContain("sedation", proposal.Reason, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_newest_of_several_is_the_successor_of_all_others() => Assert.Equal(
        [("a.pdf", "c.pdf"), ("b.pdf", "c.pdf")],
        Of(("a.pdf", "Policy on sedation\nVersion: 1"), ("b.pdf", "Policy on sedation\nVersion: 2"), ("c.pdf", "Policy on sedation\nVersion: 3")).Select(proposal => (proposal.Older, proposal.Newer)));

    [Theory]
    [InlineData("Policy on sedation\nVersion: 2", "Policy on consent\nVersion: 3")]
    [InlineData("Policy on sedation\nVersion: 2", "Policy on sedation\nVersion: 2")]
    [InlineData("Policy on sedation\nDocument number: IR-1\nVersion: 2", "Policy on sedation\nDocument number: IR-2\nVersion: 3")]
    [InlineData("Policy on sedation\nVersion: 2", "DRAFT\nPolicy on sedation\nVersion: 3")]
    [InlineData("Minutes of the tumour board\nDate: 1 March 2026", "Minutes of the tumour board\nDate: 8 March 2026")]
    public void Other_documents_drafts_and_records_replace_nothing(string one, string other) =>
        Assert.Empty(Of(("one.pdf", one), ("other.pdf", other)));

    private static IReadOnlyList<SupersededProposal> Of(params (string File, string Text)[] files) =>
        SupersededProposals.Of(files.Select(file => (file.File, Tagging.Facts(file.Text, file.File))));
}
