using Iasios.Core.Text;

namespace Iasios.Extraction;

/// <summary>A page whose picture was recognised just now.</summary>
/// <param name="Page">The recognised page, without any text of the file's own.</param>
/// <param name="Done">Pages recognised so far, earlier turns included.</param>
/// <param name="Total">Pages of this document that need recognition.</param>
public sealed record RecognisedPage(PageText Page, int Done, int Total);

/// <summary>What the reading of one file may build on.</summary>
public sealed record ReadingRequest
{
    /// <summary>The languages that the document may be in, the likeliest first.</summary>
    public IReadOnlyList<DocumentLanguage> Languages { get; init; } = [DocumentLanguage.En];

    /// <summary>Pages of this very file that an earlier turn recognised; they are not recognised again.</summary>
    public IReadOnlyList<PageText> Recognised { get; init; } = [];

    /// <summary>Told of each recognised page before the next one is begun, so that a caller can keep it.</summary>
    public Func<RecognisedPage, CancellationToken, Task> OnRecognised { get; init; } = (_, _) => Task.CompletedTask;

    /// <summary>When it is cancelled, no further page is begun.</summary>
    public CancellationToken Pause { get; init; }
}
