using Iasios.Core.Text;

namespace Iasios.Core.Tags;

/// <summary>All that is read from a document before anything is decided.</summary>
/// <param name="Layout">Its structure.</param>
/// <param name="Languages">The languages whose cards were used; empty when there are none for its language.</param>
/// <param name="Facts">Title, kind, standing, dates.</param>
/// <param name="Evidence">What it says of each topic; null without a language.</param>
internal sealed record DocumentAnalysis(Layout Layout, IReadOnlyList<DocumentLanguage> Languages, DocumentFacts Facts, DocumentEvidence? Evidence)
{
    public static DocumentAnalysis Of(IReadOnlyList<PageText> pages, string fileName, TopicEvidenceReader reader, CancellationToken cancellationToken)
    {
        var layout = LayoutReader.Read(pages);
        var facts = DocumentFactsReader.Read(layout, fileName);
        var languages = DocumentLanguages.Of(pages);
        if (facts.Standing == Standing.Released && ClaimOnlyText.Is(layout))
        {
            facts = facts with { Standing = Standing.ClaimOnly };
        }

        var evidence = languages.Count == 0 ? null : reader.Read(layout, languages, fileName, facts.Kind, cancellationToken);
        return new(layout, languages, facts, evidence);
    }
}
