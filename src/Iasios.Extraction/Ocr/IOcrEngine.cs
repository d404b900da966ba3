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
/// <param name="Width">In points.</param>
/// <param name="Height">In points.</param>
/// <param name="Dpi">Of the picture that covers most of it; null when there is none or it is not known.</param>
internal readonly record struct PageSize(double Width, double Height, double? Dpi = null);

/// <summary>Which pages of a file are to be recognised.</summary>
/// <param name="File">The file.</param>
/// <param name="Pages">Numbers from 1.</param>
/// <param name="Languages">The likeliest first.</param>
internal sealed record OcrRequest(ScannedFile File, IReadOnlyList<int> Pages, IReadOnlyList<DocumentLanguage> Languages)
{
    /// <summary>When it is cancelled, no further page, or chunk of pages, is begun; what was begun is given out.</summary>
    public CancellationToken Pause { get; init; }

    /// <summary>Told, in a sentence for who handed the file in, why pages are not taken or are read less well.</summary>
    public Action<string> Tell { get; init; } = _ => { };
}

/// <summary>Recognises the text of pages that are pictures: on this machine, or by a service.</summary>
internal interface IOcrEngine
{
    /// <summary>
    /// Recognises pages, each given out as soon as it is known. A page that can't be recognised is given out without text and with
    /// confidence 0; a page that the engine is not allowed to take is not given out at all.
    /// </summary>
    /// <param name="request">The pages, and when to pause.</param>
    /// <param name="cancellationToken">Stops the work; no child process is left behind.</param>
    IAsyncEnumerable<PageText> RecogniseAsync(OcrRequest request, CancellationToken cancellationToken);
}
