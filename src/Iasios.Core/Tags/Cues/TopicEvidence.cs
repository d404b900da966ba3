using Iasios.Core.Text;

namespace Iasios.Core.Tags;

/// <summary>A phrase of a card found in a document.</summary>
/// <param name="Phrase">The phrase's number.</param>
/// <param name="Written">The phrase as the card writes it.</param>
/// <param name="Strong">Enough to propose the topic.</param>
/// <param name="Deciding">Decides in a title or heading.</param>
/// <param name="Weak">A single word that decides in a title only together with more content.</param>
/// <param name="Page">The page's place, from 0.</param>
/// <param name="Start">Where it begins in the page's text.</param>
/// <param name="End">The unit after its last one.</param>
/// <param name="Line">The line it begins in.</param>
/// <param name="Sharing">How many cards have the phrase.</param>
/// <param name="IsSingleWord">It is one word.</param>
internal readonly record struct Cue(int Phrase, string Written, bool Strong, bool Deciding, bool Weak, int Page, int Start, int End, int Line, int Sharing, bool IsSingleWord);

/// <summary>How many different phrases, and how many of them strong, stand in a stretch of text.</summary>
internal sealed record CueCount(int Strong, int All)
{
    public static CueCount Of(IEnumerable<Cue> cues)
    {
        var distinct = cues.DistinctBy(cue => cue.Phrase).ToList();
        return new(distinct.Count(cue => cue.Strong), distinct.Count);
    }
}

/// <summary>The section that says most about a topic under a heading of its own.</summary>
internal sealed record OwnSection(Section Place, CueCount Cues, int Words);

/// <summary>Everything that a document says about one topic.</summary>
/// <param name="Card">The topic's card.</param>
/// <param name="Number">The card's place among the cards.</param>
/// <param name="Cues">All cues, in order; misleading ones are left out.</param>
/// <param name="InTitle">A deciding phrase stands in the title or elsewhere in the head.</param>
/// <param name="WeakTitle">All that decides there is a single word, or stands outside the title itself.</param>
/// <param name="OnlyInHead">Nothing that decides stands in the title itself.</param>
/// <param name="InFileName">A deciding phrase stands in the file's name.</param>
/// <param name="Misleading">How many different misleading contexts the text holds.</param>
/// <param name="MisleadingTitle">One of them stands in the title.</param>
/// <param name="Body">The cues outside of title, headers and footers.</param>
/// <param name="Section">The best section with a heading of the topic; null when there is none.</param>
/// <param name="Score">Orders topics: titles above headings above the first page above the rest, repeats counting little.</param>
internal sealed record TopicEvidence(
    RuleCard Card,
    int Number,
    IReadOnlyList<Cue> Cues,
    bool InTitle,
    bool WeakTitle,
    bool OnlyInHead,
    bool InFileName,
    int Misleading,
    bool MisleadingTitle,
    CueCount Body,
    OwnSection? Section,
    double Score)
{
    /// <summary>How many different phrases of several words, counted the less the more topics share them.</summary>
    public required double Specific { get; init; }

    /// <summary>How often strong phrases stand in the text.</summary>
    public required int StrongPlaces { get; init; }

    /// <summary>The title decides, and nothing in it misleads.</summary>
    public bool IsTitled => InTitle && !MisleadingTitle;
}

/// <summary>What a document says about all topics, and what it is about as a whole.</summary>
/// <param name="Topics">The topics that have a cue at all.</param>
/// <param name="PublicTurns">How many different turns of public writing it holds.</param>
/// <param name="Interventional">How many different words of interventional radiology and oncology.</param>
/// <param name="Elsewhere">How many different words of other parts of a hospital.</param>
/// <param name="ElsewhereInTitle">One of these stands in the title.</param>
/// <param name="Terms">The stems of the text.</param>
internal sealed record DocumentEvidence(IReadOnlyList<TopicEvidence> Topics, int PublicTurns, int Interventional, int Elsewhere, bool ElsewhereInTitle, TermCounts Terms)
{
    /// <summary>The words of body and rows.</summary>
    public required int Words { get; init; }

    /// <summary>The words of sentences that say what is or must be done.</summary>
    public required IReadOnlyList<Cue> Statements { get; init; }

    /// <summary>The kind of document; null when unclear.</summary>
    public required string? Kind { get; init; }

    /// <summary>Written for the public or for trade.</summary>
    public bool IsPublic => Contexts.IsPublic(PublicTurns, Words);
}
