using Iasios.Core.Evidence;

namespace Iasios.Core.Tests.Evidence;

/// <summary>Where documents lie, and the keys that are made of it.</summary>
public sealed class EvidencePathTests
{
    // Rows, addresses and texts of earlier releases bear these keys: they may never change.
    [Theory]
    [InlineData("st-anna/8c/sedation.pdf", "djazjxnqsejdtlypnn4il3itky")]
    [InlineData("st-anna/Gerätebuch/log.xlsx", "5b74a67okjfkukd74o2jxyk3kp")]
    [InlineData("loose.txt", "jouztemlwjhmrieqjw2gcuex6q")]
    public void A_place_always_has_the_same_key(string blobName, string key) => Assert.Equal(key, DocumentKey.For(blobName).Value);

    [Fact]
    public void Names_that_only_look_alike_have_different_keys() => Assert.Equal(
        4,
        new[] { "st-anna/Gerät.txt", "st-anna/Gera\u0308t.txt", "st-anna/gerät.txt", "st-anna//Gerät.txt" }.Select(name => DocumentKey.For(name).Value).Distinct().Count());

    [Theory]
    [InlineData("djazjxnqsejdtlypnn4il3itky", true)]
    [InlineData("djazjxnqsejdtlypnn4il3itk", false)]
    [InlineData("DJAZJXNQSEJDTLYPNN4IL3ITKY", false)]
    [InlineData("djazjxnqsejdtlypnn4il3itk1", false)]
    [InlineData("djazjxnqsejdtlypnn4il3itky\n", false)]
    [InlineData("../../../../../../../secret", false)]
    [InlineData(null, false)]
    public void Only_a_key_is_taken_for_a_key(string? text, bool isKey) => Assert.Equal(isKey, DocumentKey.TryParse(text, out _));

    [Theory]
    [InlineData("st-anna/policy.pdf", "st-anna", "policy.pdf")]
    [InlineData("st-anna/a/b c/ä&#?.pdf", "st-anna", "a/b c/ä&#?.pdf")]
    [InlineData("st-anna//policy.pdf", "st-anna", "/policy.pdf")]
    [InlineData("policy.pdf", null, "policy.pdf")]
    [InlineData("/policy.pdf", null, "/policy.pdf")]
    [InlineData("St. Anna/policy.pdf", null, "St. Anna/policy.pdf")]
    [InlineData("st-anna", null, "st-anna")]
    public void The_first_folder_is_the_facility_if_it_can_be_one(string blobName, string? facility, string path)
    {
        var parsed = EvidencePath.Parse(blobName);

        Assert.Equal((facility, path), (parsed.Facility?.Value, parsed.PathInFacility));
        Assert.Equal(DocumentKey.For(blobName), parsed.Key);
    }

    [Theory]
    [InlineData("st-anna/", true)]
    [InlineData("st-anna/folder/", true)]
    [InlineData("st-anna/Thumbs.db", true)]
    [InlineData("st-anna/folder/.DS_Store", true)]
    [InlineData("st-anna/folder/~$policy.docx", true)]
    [InlineData("Thumbs.db", true)]
    [InlineData("st-anna/policy.pdf", false)]
    [InlineData("st-anna/~$folder/policy.pdf", false)]
    [InlineData("st-anna/Thumbs.db/policy.pdf", false)]
    [InlineData("st-anna/.hidden.pdf", false)]
    public void What_tools_leave_behind_is_passed_over(string blobName, bool isIgnored) =>
        Assert.Equal(isIgnored, EvidencePath.Parse(blobName).IsIgnored);
}
