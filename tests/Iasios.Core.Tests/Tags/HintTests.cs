using Iasios.Core.Standards;
using Iasios.Core.Tags;

namespace Iasios.Core.Tests.Tags;

/// <summary>What a folder or file name may say, and what it may not.</summary>
public sealed class HintTests
{
    private const string OneCue = "Yearly note of the ward\nThe sedation record was looked at and filed.";

    [Theory]
    [InlineData("8c/scan.pdf")]
    [InlineData("evidence/08c/scan.pdf")]
    [InlineData("Standard 8c/scan.pdf")]
    [InlineData("Std 8 c/scan.pdf")]
    [InlineData("S8.c/scan.pdf")]
    [InlineData("more/Standard_8c_scan.pdf")]
    public void A_code_in_the_path_alone_gives_a_tag_for_review_without_a_quote(string path)
    {
        var tag = Assert.Single(Tagging.Tag("Notes of a meeting.", path).Tags);

        Assert.Equal(RequirementCode.Parse("8c"), tag.Code);
        Assert.Equal(TagBand.Review, tag.Band);
        Assert.Null(tag.Quote);
        Assert.NotNull(tag.Reason);
    }

    [Theory]
    [InlineData("8c sedation/scan.pdf")]
    [InlineData("version 8c.pdf")]
    [InlineData("8z/scan.pdf")]
    [InlineData("Standard 14a/scan.pdf")]
    [InlineData("rooms8c/scan.pdf")]
    [InlineData("8c.pdf")]
    public void Other_names_are_no_hint(string path) => Assert.Empty(Tagging.Tag("Notes of a meeting.", path).Tags);

    [Fact]
    public void A_code_in_the_path_with_one_strong_word_of_the_text_is_accepted()
    {
        Assert.Empty(Tagging.Accepted(Tagging.Tag(OneCue)));
        Assert.Equal(["8c"], Tagging.Accepted(Tagging.Tag(OneCue, "8c/note.pdf")));
        Assert.Contains("path: 8c", Tagging.Of(Tagging.Tag(OneCue, "8c/note.pdf"), "8c").Cues);
    }

    [Theory]
    [InlineData("DRAFT\n")]
    [InlineData("Status: withdrawn\n")]
    public void A_code_in_the_path_does_not_bring_a_document_into_force(string head) =>
        Assert.Empty(Tagging.Accepted(Tagging.Tag(head + OneCue, "8c/note.pdf")));

    [Fact]
    public void When_path_and_text_disagree_a_person_decides_on_both()
    {
        var document = Tagging.Tag(Tagging.Sample("8c--sedation-policy"), "7b/policy.pdf");

        Assert.Empty(Tagging.Accepted(document));
        Assert.Equal("The path names 7b, the text speaks of 8c.", Tagging.Of(document, "8c").Reason);
        Assert.Equal("The path names 7b, the text speaks of 8c.", Tagging.Of(document, "7b").Reason);
    }

    [Fact]
    public void When_path_and_text_agree_the_tag_stays_accepted() =>
        Assert.Equal(["8c"], Tagging.Accepted(Tagging.Tag(Tagging.Sample("8c--sedation-policy"), "Standard 8c/policy.pdf")));

    [Fact]
    public void Code_9a_waits_for_a_person_whatever_path_and_text_say()
    {
        var document = Tagging.Tag("Follow-up schedule after ablation\nFollow-up imaging is done after one month. The response assessment follows mRECIST.", "9a/file.pdf");

        Assert.Equal(TagBand.Review, Tagging.Of(document, "9a").Band);
    }

    [Fact]
    public void A_text_in_another_language_is_left_to_a_person()
    {
        var document = Tagging.Tag(
            """
            Beleid voor sedatie
            De sedatie wordt alleen door een arts met de juiste opleiding uitgevoerd. Midazolam en flumazenil zijn in de kamer aanwezig.
            De patiënt wordt met capnografie en een monitor bewaakt. De waarden worden op het formulier genoteerd.
            """,
            "8c/beleid.pdf");

        Assert.Equal(TagBand.Review, Assert.Single(document.Tags).Band);
        Assert.Contains("a person must read it", document.Remark, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A política de sedação é aplicada em todo o serviço. Os doentes são vigiados por uma enfermeira durante o procedimento e na sala de recobro, e não têm alta sem a avaliação do médico que fez a sedação.")]
    [InlineData("Zasady sedacji obowiązują w całym oddziale. Pacjenci są nadzorowani przez pielęgniarkę w czasie zabiegu oraz na sali wybudzeń i nie są wypisywani bez oceny lekarza, który prowadził sedację, ani bez wpisu w karcie.")]
    [InlineData("Πολιτική καταστολής: ο ασθενής παρακολουθείται συνεχώς κατά τη διάρκεια της επέμβασης από νοσηλευτή. Ο γιατρός μένει στην αίθουσα μέχρι το τέλος και γράφει τις τιμές στο έντυπο, το οποίο φυλάσσεται στον φάκελο.")]
    public void Each_language_without_cards_is_noticed(string text) => Assert.NotNull(Tagging.Tag(text).Remark);

    [Fact]
    public void A_table_without_sentences_is_no_foreign_language() =>
        Assert.Null(Tagging.Tag(Tagging.Sample("5d--crash-cart")).Remark);
}
