namespace Iasios.Extraction.Ocr.DocumentIntelligence;

/// <summary>What the service gave for some pages of a file.</summary>
/// <param name="Pages">The pages that it read; empty when it refused.</param>
/// <param name="Refusal">Why it read none; null when it read.</param>
internal sealed record Analysis(IReadOnlyList<AnalysedPage> Pages, AnalysisRefusal? Refusal = null);

/// <summary>Why the service read no page.</summary>
/// <param name="Code">The service's most precise code; never text of the document.</param>
internal sealed record AnalysisRefusal(string Code)
{
    // Of the file, whichever pages are asked for. A file with a password is InvalidContent; one over the tier's size
    // (500 MB, or 4 MB on the free tier) is InvalidContentLength.
    private static readonly HashSet<string> OfFile = ["InvalidContent", "InvalidContentLength", "UnsupportedContent", "UnsupportedMediaType"];

    // Of the pages that were asked for: a picture too small or too large, or a page that the service does not find.
    private static readonly HashSet<string> OfPages = ["InvalidContentDimensions", "InvalidParameter"];

    /// <summary>Asking for other pages of the file would be refused as well.</summary>
    public bool ConcernsWholeFile => OfFile.Contains(Code);

    /// <summary>It is the document's fault and not that of the settings or of the service.</summary>
    public bool ConcernsDocument => ConcernsWholeFile || OfPages.Contains(Code);
}
