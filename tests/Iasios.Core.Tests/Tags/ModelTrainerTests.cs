using Iasios.Core.Standards;
using Iasios.Core.Tags;
using Iasios.Core.Tags.Training;

namespace Iasios.Core.Tests.Tags;

/// <summary>Training from labelled documents, here from a part of them, so that it takes seconds.</summary>
public sealed class ModelTrainerTests
{
    private const int Part = 5;

    private static readonly Lazy<IReadOnlyList<TrainingDocument>> Set = new(() => TrainingSet.Load(LabelledDocumentsTests.Training, Catalogue.Working));

    [Fact]
    public void The_same_documents_give_the_same_model_to_the_byte() =>
        Assert.True(Train().Model.Span.SequenceEqual(Train().Model.Span));

    [Fact]
    public void Every_labelled_topic_is_a_topic_of_a_card_and_every_quote_stands_in_its_document()
    {
        var topics = RuleCards.Embedded.Cards.Select(card => card.Topic).ToHashSet(StringComparer.Ordinal);

        Assert.All(Set.Value, document => Assert.Subset(topics, document.Topics.Concat(document.Tolerated).ToHashSet(StringComparer.Ordinal)));
        Assert.All(Set.Value, document => Assert.All(document.Quotes, quote => Assert.Contains(document.Pages, page => page.Text.Contains(quote.Value, StringComparison.Ordinal))));
    }

    [Fact]
    public void A_deployments_own_decisions_replace_our_figures_from_twenty_on()
    {
        Assert.Null(ConfidenceBasis.OfDecisions(confirmed: 18, rejected: 1));

        var basis = ConfidenceBasis.OfDecisions(confirmed: 19, rejected: 1)!;

        Assert.Equal((19, 20, 0.93), (basis.Right, basis.Of, basis.Confidence));
        Assert.InRange(basis.Low, 0.75, 0.77);
        Assert.InRange(basis.High, 0.98, 1);
        Assert.StartsWith("19 of 20 ", basis.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_accepted_tag_says_what_its_confidence_rests_on()
    {
        var tag = Tagging.Of(Tagging.Tag(Tagging.Sample("8c--sedation-policy")), "8c");

        Assert.Matches(@"^\d+ of \d+ in our own ", tag.Basis!.Words);
        Assert.Equal(tag.Basis.Confidence, tag.Confidence);
        Assert.InRange(tag.Missing.Count, 1, 5);
    }

    private static TrainingReport Train() =>
        new ModelTrainer(RuleCards.Embedded, [.. Set.Value.Where((_, number) => number % Part == 0)]).Train();
}
