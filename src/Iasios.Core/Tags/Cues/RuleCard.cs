using Iasios.Core.Text;

namespace Iasios.Core.Tags;

/// <summary>How the tagger recognises one evidence topic: words that a quality manager can read and change.</summary>
/// <param name="Topic">The topic's name, such as "equipment-maintenance"; also the file's.</param>
/// <param name="Title">What people call the topic.</param>
/// <param name="Proofs">The kinds of proof it has: "rule", "record", "check".</param>
/// <param name="Kinds">The kinds of documents that usually prove it, as in <see cref="DocumentFacts.Kind"/>.</param>
/// <param name="Cues">The words in each language that has cards.</param>
public sealed record RuleCard(
    string Topic,
    string Title,
    IReadOnlyList<string> Proofs,
    IReadOnlyList<string> Kinds,
    IReadOnlyDictionary<DocumentLanguage, CardCues> Cues);

/// <summary>The words of one topic in one language.</summary>
/// <param name="Strong">Phrases that are each enough to propose the topic.</param>
/// <param name="Support">Terms that count only together with others.</param>
/// <param name="Titles">Phrases that decide in a title or heading.</param>
/// <param name="Not">Misleading contexts: they cancel a phrase that they overlap, and count against the topic.</param>
public sealed record CardCues(
    IReadOnlyList<string> Strong,
    IReadOnlyList<string> Support,
    IReadOnlyList<string> Titles,
    IReadOnlyList<string> Not);
