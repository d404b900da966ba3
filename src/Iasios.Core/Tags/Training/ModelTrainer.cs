namespace Iasios.Core.Tags.Training;

/// <summary>A topic of a document, with what the model sees of it and whether people call it right.</summary>
/// <param name="Document">The document's place.</param>
/// <param name="Topic">The topic's place.</param>
/// <param name="Features">What the model sees; set again for each division of the set.</param>
/// <param name="Right">People say that the document is evidence for it.</param>
internal sealed record Candidate(int Document, int Topic, double[] Features, bool Right);

/// <summary>A labelled document after it was read.</summary>
internal sealed record ReadDocument(TrainingDocument Source, DocumentAnalysis Analysis, IReadOnlySet<int> Topics, IReadOnlySet<int> Tolerated, TermText Terms, int Fold);

/// <summary>
/// Trains the tagger's model. Every figure, threshold and calibration comes from documents that the model which judged
/// them had not seen: documents are divided into folds, near-duplicates together, and each fold is judged by a model of
/// the others, whose own term scores were again made without the document at hand.
/// </summary>
public sealed class ModelTrainer
{
    private const int Folds = 8;
    private const double Penalty = 3;
    private const double RightShare = 0.975;
    private const double LeastCalibrated = 0.05;

    private readonly IReadOnlyList<RuleCard> cards;
    private readonly List<ReadDocument> documents;
    private readonly List<TermText> cardTexts;
    private readonly Dictionary<(int, int), TermModel> termModels = [];

    /// <summary>Reads the documents.</summary>
    public ModelTrainer(RuleCards cards, IReadOnlyList<TrainingDocument> set)
    {
        this.cards = cards.Cards;
        var reader = new TopicEvidenceReader(this.cards);
        var numbers = this.cards.Select((card, number) => (card.Topic, number)).ToDictionary(card => card.Topic, card => card.number, StringComparer.Ordinal);
        documents = [.. set.Select(document =>
        {
            var analysis = DocumentAnalysis.Of(document.Pages, "document.txt", reader, CancellationToken.None);
            var topics = document.Topics.Select(topic => numbers[topic]).ToHashSet();
            return new ReadDocument(
                document,
                analysis,
                topics,
                document.Tolerated.Select(topic => numbers[topic]).ToHashSet(),
                new(analysis.Evidence?.Terms.Found.ToList() ?? [], topics),
                0);
        })];
        documents = FoldDivision.Divide(documents, Folds);
        cardTexts = CardTexts();
    }

    internal List<ReadDocument> Documents => documents;

    /// <summary>Trains, and judges by cross-validation. The same documents and cards give the same bytes.</summary>
    public TrainingReport Train()
    {
        var outcomes = Outcomes(CrossValidate());
        var labels = documents.Sum(document => document.Topics.Count);
        var accept = Calibrator.Threshold(outcomes.SelectMany(document => document), RightShare);
        var review = Math.Min(accept, Calibrator.BestF1(outcomes.SelectMany(document => document), labels));
        var steps = Calibrator.Steps(outcomes.SelectMany(document => document), Math.Min(review, LeastCalibrated));
        var (terms, logistic) = FitAll();
        return new(ModelFile.Write(cards, terms, logistic, accept, review, steps), Figures(outcomes, accept, review), accept, review);
    }

    /// <summary>Probabilities for every candidate, each from a model that has not seen its document.</summary>
    internal List<(Candidate Candidate, double Probability)> CrossValidate()
    {
        var judged = new List<(Candidate, double)>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var held = fold;
            var training = CandidatesOf(document => document.Fold != held, document => Terms(held, document.Fold));
            var model = FitCandidates(training);
            var test = CandidatesOf(document => document.Fold == held, _ => Terms(held, held));
            judged.AddRange(test.Select(candidate => (candidate, model.Probability(candidate.Features))));
        }

        return judged;
    }

    internal (TermModel Terms, Logistic Model) FitAll()
    {
        var training = CandidatesOf(_ => true, document => Terms(document.Fold, document.Fold));
        return (Terms(-1, -1), FitCandidates(training));
    }

    // By document; what careful people may see either way counts for nothing.
    private List<List<Outcome>> Outcomes(List<(Candidate Candidate, double Probability)> judged)
    {
        var outcomes = documents.ConvertAll(_ => new List<Outcome>());
        foreach (var (candidate, probability) in judged)
        {
            var document = documents[candidate.Document];
            if (candidate.Right || !document.Tolerated.Contains(candidate.Topic))
            {
                outcomes[candidate.Document].Add(new(probability, candidate.Right, document.Source.Language));
            }
        }

        return outcomes;
    }

    private List<TrainingFigures> Figures(List<List<Outcome>> outcomes, double accept, double review)
    {
        var numbered = documents.Select((document, number) => (document, outcomes: outcomes[number])).ToList();
        return
        [
            FiguresOf("all", numbered, accept, review),
            .. numbered.GroupBy(entry => entry.document.Source.Language).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => FiguresOf(group.Key, [.. group], accept, review)),
        ];
    }

    private static TrainingFigures FiguresOf(string name, List<(ReadDocument Document, List<Outcome> Outcomes)> part, double accept, double review)
    {
        var all = part.SelectMany(entry => entry.Outcomes).ToList();
        var negatives = part.FindAll(entry => entry.Document.Topics.Count == 0);
        return new(
            name,
            part.Count,
            part.Sum(entry => entry.Document.Topics.Count),
            all.Count(outcome => outcome.Probability >= accept),
            all.Count(outcome => outcome.Probability >= accept && outcome.Right),
            all.Count(outcome => outcome.Probability >= review),
            all.Count(outcome => outcome.Probability >= review && outcome.Right),
            negatives.Count,
            negatives.Count(entry => entry.Outcomes.Exists(outcome => outcome.Probability >= accept)));
    }

    private Logistic FitCandidates(List<Candidate> candidates)
    {
        var sure = candidates.Where(candidate => candidate.Right || !documents[candidate.Document].Tolerated.Contains(candidate.Topic)).ToList();
        return LogisticRegression.Fit([.. sure.Select(candidate => candidate.Features)], [.. sure.Select(candidate => candidate.Right)], Penalty);
    }

    // The model of terms without the documents of two folds.
    private TermModel Terms(int fold, int other)
    {
        var key = (Math.Min(fold, other), Math.Max(fold, other));
        if (!termModels.TryGetValue(key, out var model))
        {
            model = TermModel.Fit([.. cardTexts, .. documents.Where(document => document.Fold != fold && document.Fold != other).Select(document => document.Terms)], cards.Count);
            termModels.Add(key, model);
        }

        return model;
    }

    private List<Candidate> CandidatesOf(Func<ReadDocument, bool> which, Func<ReadDocument, TermModel> terms)
    {
        var candidates = new List<Candidate>();
        for (var number = 0; number < documents.Count; number++)
        {
            var document = documents[number];
            if (document.Analysis.Evidence is { } evidence && which(document))
            {
                var scores = terms(document).Score(document.Terms.Terms);
                var rules = new TagRules(evidence);
                candidates.AddRange(evidence.Topics.Select(topic => new Candidate(
                    number,
                    topic.Number,
                    TopicFeatures.Of(evidence, topic, rules, scores, document.Analysis.Facts.Standing),
                    document.Topics.Contains(topic.Number))));
            }
        }

        return candidates;
    }

    // The cards are texts too: short ones, of which nobody doubts the topic.
    private List<TermText> CardTexts()
    {
        var texts = new List<TermText>();
        foreach (var language in cards[0].Cues.Keys)
        {
            var reader = new WordReader(new Lexicon(language));
            for (var card = 0; card < cards.Count; card++)
            {
                var cues = cards[card].Cues[language];
                var (words, terms) = (new List<Word>(), new TermCounts());
                reader.Read(string.Join(".\n", [.. cues.Titles, .. cues.Strong, .. cues.Support]), words, CancellationToken.None);
                terms.Add(reader, words);
                texts.Add(new([.. terms.Found], new HashSet<int> { card }));
            }
        }

        return texts;
    }
}
