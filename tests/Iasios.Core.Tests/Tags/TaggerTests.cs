using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using Iasios.Core.Tags;

namespace Iasios.Core.Tests.Tags;

/// <summary>How phrases are found, weighed and quoted.</summary>
public sealed class TaggerTests
{
    [Theory]
    [InlineData("The TUMOR BOARDS meet weekly.")]
    [InlineData("The tumour\nboard meets weekly.")]
    [InlineData("The tumour   board meets weekly.")]
    [InlineData("The tu-\nmour board meets weekly.")]
    [InlineData("The tumour\u2011board meets weekly.")]
    [InlineData("The tumou\u0301r board meets weekly.")]
    [InlineData("The tu\u00ADmour board meets weekly.")]
    [InlineData("The ｔｕｍｏｕｒ board meets weekly.")]
    [InlineData("The tumour board\u2019s list is weekly.")]
    public void A_phrase_is_found_in_every_spelling(string text) =>
        Assert.Contains("tumour board", Tagging.Of(Tagging.Tag(text, "7a/note.txt"), "7a").Cues);

    [Theory]
    [InlineData("The tumour. Board members meet weekly.")]
    [InlineData("The tumour\tBoard members meet weekly.")]
    [InlineData("The tumour\n\nBoard members meet weekly.")]
    [InlineData("The nontumour board meets weekly.")]
    public void A_phrase_ends_with_its_sentence_and_its_words_are_whole(string text) =>
        Assert.DoesNotContain("tumour board", Tagging.Of(Tagging.Tag(text, "7a/note.txt"), "7a").Cues);

    [Fact]
    public void An_acronym_counts_only_in_capitals()
    {
        Assert.NotNull(Tagging.Of(Tagging.Tag("The DPIA is kept.", "4b/note.txt"), "4b").Quote);
        Assert.Null(Tagging.Of(Tagging.Tag("The dpia is kept.", "4b/note.txt"), "4b").Quote);
    }

    [Fact]
    public void A_long_policy_is_not_accepted_for_what_it_mentions_in_passing()
    {
        var document = Tagging.Tag(Tagging.Sample("8c--sedation-policy"));

        Assert.Equal(["8c"], Tagging.Accepted(document));
        Assert.DoesNotContain(document.Tags, tag => tag.Code.ToString() is "7b" or "8b" or "12a");
    }

    [Fact]
    public void A_mention_on_every_page_stays_a_mention()
    {
        var page = "Service handbook of the clinic\nThe clinic opens at eight. Patients sign the consent form at the desk. Coffee is served.\n";

        Assert.Empty(Tagging.Accepted(Tagging.Tag(string.Join('\f', Enumerable.Repeat(page, 30)))));
    }

    [Theory]
    [InlineData("Kitchen hygiene plan\nHands are washed. Surface disinfection is done every evening; the cleaning schedule hangs at the door.", "6c")]
    [InlineData("Trial consent\nThe trial consent and the consent for research are signed by the participant on the study consent sheet.", "7b")]
    [InlineData("Board of directors\nThe hospital board met. The chair opened; attendance was complete, the decision was unanimous.", "7a")]
    [InlineData("Induction of anaesthesia\nAnaesthetic induction is done by the anaesthetist.", "1e")]
    [InlineData("Login\nSign in to your account. After a session timeout sign in with your password.", "8b")]
    public void Words_that_mislead_are_not_taken_for_evidence(string text, string code) =>
        Assert.DoesNotContain(code, Tagging.Accepted(Tagging.Tag(text)));

    [Theory]
    [InlineData("Emergency trolley checklist\nDaily check of the seal number, defibrillator test, suction and oxygen cylinder.", "5d")]
    [InlineData("Radiation dose audit\nDiagnostic reference levels and the kerma area product of 200 procedures were compared.", "11a")]
    [InlineData("Hand hygiene audit\nThe five moments were observed; hand disinfection was done in 94 % of the cases.", "6c")]
    [InlineData("Minutes of the patient safety committee\nIncident trends of the quarter. Corrective actions: two open, one closed.", "12b")]
    [InlineData("Complication register\nEach procedure gets a procedure code and a complication grade by CIRSE classification; data completeness is checked.", "4d")]
    public void The_same_word_leads_to_the_code_of_its_context(string text, string code) =>
        Assert.Equal([code], Tagging.Accepted(Tagging.Tag(text)));

    [Fact]
    public void A_quote_holds_at_most_400_units_and_the_cue()
    {
        var sentence = string.Join(' ', Enumerable.Repeat("😀 the patients are seen by a doctor and this is written for all of them", 200)) + " the tumour board " + string.Join(' ', Enumerable.Repeat("😀 the patients are seen by a doctor and this is written for all of them", 200));

        var quote = Tagging.Of(Tagging.Tag(sentence, "7a/note.txt"), "7a").Quote!;

        Assert.InRange(quote.Text.Length, 17, 400);
        Assert.Contains("tumour board", quote.Text, StringComparison.Ordinal);
        Assert.False(char.IsLowSurrogate(quote.Text[0]) || char.IsHighSurrogate(quote.Text[^1]));
    }

    [Fact]
    public void A_document_without_pages_keeps_its_hint()
    {
        var document = Tagging.TagPages([], "8c/scan.pdf");

        Assert.Equal("8c", Assert.Single(document.Tags).Code.ToString());
    }

    [Fact]
    public void The_file_name_speaks_for_a_table_without_a_title()
    {
        const string table = "Date\tWork\tResult\tBy\n2026-01-12\tPreventive maintenance\tdone\tT. R.\n2026-07-10\tEngineer, tested\tdone\tT. R.";

        Assert.Equal(["6b"], Tagging.Accepted(Tagging.Tag(table, "Maintenance_log_2026.csv")));
    }

    [Theory]
    [InlineData("Emergencies in the angiography suite", "Emergencies in the angiography suite")]
    [InlineData("Northfield Hospital · Imaging · R-12 · Version 2\nR-12\nEmergencies in our IR suite", "Emergencies in our IR suite")]
    [InlineData("Emergencies during interventions\tSOP-30\nStandard operating procedure IR-SOP-30", "Emergencies during interventions")]
    [InlineData("Northfield Hospital\nPatient Safety Office\nEmergencies", "Emergencies")]
    public void A_title_is_found_among_banners_numbers_and_departments_and_a_room_in_it_is_no_subject(string head, string title)
    {
        var document = Tagging.Tag($"{head}\nOwner\tLead nurse\tVersion\t2\n1 Collapse\nNo pulse: start chest compressions and make the crash call. In anaphylaxis give adrenaline; the resuscitation team is there in three minutes. The ventilation of the room stays on.");

        Assert.EndsWith(title, document.Facts.Title, StringComparison.Ordinal);
        Assert.Equal("8e", document.Tags[0].Code.ToString());
        Assert.DoesNotContain("5d", Tagging.Accepted(document));
    }

    [Theory]
    [InlineData("Product brochure\nProcedural sedation and capnography made simple. Depth of sedation and oxygen saturation on one screen.")]
    [InlineData("A look inside\nThe mayor opened the suite. Visitors can see the lead apron, the dose monitoring and the controlled area.")]
    public void News_and_advertising_give_no_tag_at_all(string text) => Assert.Empty(Tagging.Tag(text).Tags);

    [Theory]
    [InlineData("St Brigid University Hospital", "University Hospital St Brigid", TagBand.Accepted)]
    [InlineData("St Brigid University Hospital", "Northfield General Hospital", TagBand.Review)]
    [InlineData("Klinikum Lindental", "Northfield General Hospital", TagBand.Review)]
    [InlineData("Department of Radiology", "Northfield General Hospital", TagBand.Accepted)]
    [InlineData("St Brigid University Hospital, for Northfield", "Northfield General Hospital", TagBand.Accepted)]
    public void A_letterhead_of_another_hospital_sends_the_tags_to_review(string letterhead, string facility, TagBand band)
    {
        var text = Tagging.Sample("8c--sedation-policy").Replace("St Brigid University Hospital", letterhead, StringComparison.Ordinal);

        Assert.Equal(band, Tagging.Of(Tagging.Tag(text, facility: new([facility])), "8c").Band);
    }

    [Fact]
    public void A_quote_names_its_page()
    {
        var quote = Tagging.Of(Tagging.Tag("Cover page\fContents\fThe tumour board meets weekly.", "7a/note.txt"), "7a").Quote;

        Assert.Equal(new Quote(3, 0, "The tumour board meets weekly."), quote);
    }

    [Fact]
    public void The_time_grows_with_the_length_only()
    {
        var text = string.Concat(Enumerable.Repeat(Tagging.Sample("8c--sedation-policy") + "\n1.1 Sedation\n", 400));
        var clock = Stopwatch.StartNew();

        Tagging.Tag(text);

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void The_same_document_gives_the_same_tags()
    {
        var (first, second) = (Tagging.Tag(Tagging.Sample("8c--sedation-policy")), Tagging.Tag(Tagging.Sample("8c--sedation-policy")));

        Assert.Equal(first.Facts, second.Facts);
        Assert.Equal(first.Tags.Select(Describe), second.Tags.Select(Describe));

        static string Describe(Tag tag) => $"{tag.Code} {tag.Band} {tag.Confidence} {tag.Quote} {string.Join('|', tag.Cues)}";
    }

    [Fact]
    public void Any_text_is_read_without_a_fault_and_quoted_exactly()
    {
        string[] words = ["sedation policy", "consent", "tumour-\nboard", "\n\n", "\t", "1 Consent", "Next review: 13/2031", "\ud83d", "\udc00", "\f", "Standard 8c", "comply", "M&M", "-", "…", "ǆ", "İ", "ﬁ", "[insert", "____", "draft"];
        var pieces = Gen.OneOf(Gen.Elements(words), ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""));
        var texts = pieces.ListOf().Select(parts => string.Join(' ', parts));

        Prop.ForAll(texts.ToArbitrary(), IsQuotedExactly).QuickCheckThrowOnFailure();
    }

    private static bool IsQuotedExactly(string text)
    {
        var pages = Tagging.Pages(text);
        return Tagging.Tag(text, "8c/7b/file.pdf").Tags
            .Select(tag => tag.Quote)
            .OfType<Quote>()
            .All(quote => quote.Text.Length is > 0 and <= 400
                && string.Equals(quote.Text, pages[quote.Page - 1].Text.Substring(quote.Offset, quote.Text.Length), StringComparison.Ordinal));
    }
}
