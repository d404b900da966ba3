namespace Iasios.Core.Tags.Training;

/// <summary>Figures of one language, or of all, for documents that the model had not seen.</summary>
/// <param name="Name">The language, or "all".</param>
/// <param name="Documents">How many documents.</param>
/// <param name="Labels">How many codes people gave them.</param>
/// <param name="Accepted">How many tags were accepted.</param>
/// <param name="AcceptedRight">How many of these were right.</param>
/// <param name="Suggested">How many tags were accepted or sent to review.</param>
/// <param name="SuggestedRight">How many of these were right.</param>
/// <param name="Negatives">How many documents are evidence for nothing.</param>
/// <param name="NegativesAccepted">How many of these had an accepted tag.</param>
public sealed record TrainingFigures(string Name, int Documents, int Labels, int Accepted, int AcceptedRight, int Suggested, int SuggestedRight, int Negatives, int NegativesAccepted)
{
    /// <summary>The share of accepted tags that are right.</summary>
    public double AcceptedPrecision => Accepted == 0 ? 0 : (double)AcceptedRight / Accepted;

    /// <summary>The share of labels that are accepted.</summary>
    public double AcceptedRecall => Labels == 0 ? 0 : (double)AcceptedRight / Labels;

    /// <summary>Precision and recall of accepted and review together.</summary>
    public double F1 => Suggested + Labels == 0 ? 0 : 2.0 * SuggestedRight / (Suggested + Labels);
}

/// <summary>What training gave.</summary>
/// <param name="Model">The model's file.</param>
/// <param name="Figures">Cross-validated: of all documents first, then of each language.</param>
/// <param name="Accept">The least probability of an accepted tag.</param>
/// <param name="Review">The least probability of a tag for review.</param>
public sealed record TrainingReport(ReadOnlyMemory<byte> Model, IReadOnlyList<TrainingFigures> Figures, double Accept, double Review);
