using Iasios.Core.Text;

namespace Iasios.Extraction.Ocr;

/// <summary>A file whose pages are pictures.</summary>
/// <param name="Path">A private file.</param>
/// <param name="IsPdf">A PDF; otherwise a PNG, a JPEG or a TIFF.</param>
internal sealed record ScannedFile(string Path, bool IsPdf)
{
    /// <summary>How many of its pages were recognised in earlier turns.</summary>
    public int PagesBefore { get; init; }

    /// <summary>The sizes of the pages, by number, as far as they are known; empty for a picture.</summary>
    public IReadOnlyDictionary<int, PageSize> Sizes { get; init; } = new Dictionary<int, PageSize>();
}

/// <summary>How large a page is, in points of 1/72 inch; what the file claims may be absurd.</summary>
internal readonly record struct PageSize(double Width, double Height);

/// <summary>Recognises the text of pages that are pictures: on this machine, or by a service.</summary>
internal interface IOcrEngine
{
    /// <summary>
    /// Recognises pages, each given out as soon as it is known. A page that can't be recognised is given out without text and with
    /// confidence 0; a page that the engine is not allowed to take is not given out at all.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="pages">Numbers from 1.</param>
    /// <param name="languages">The likeliest first.</param>
    /// <param name="cancellationToken">Stops the work; no child process is left behind.</param>
    IAsyncEnumerable<PageText> RecogniseAsync(
        ScannedFile file,
        IReadOnlyList<int> pages,
        IReadOnlyList<DocumentLanguage> languages,
        CancellationToken cancellationToken);
}
