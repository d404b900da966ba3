using Iasios.Core.Text;

namespace Iasios.Extraction;

/// <summary>
/// What one document, with all that is packed or attached in it, may still cost. All of it is counted while reading.
/// Only one document of the process at a time may have more than a little text: the others wait, so that memory stays bounded.
/// </summary>
/// <exception cref="UnusableDocumentException">From every member: the document is over a limit.</exception>
internal sealed class DocumentBudget(ReadingLimits limits, CancellationToken cancellationToken) : IDisposable
{
    // A thick handbook has a million characters.
    private const int SmallText = 1_500_000;

    // What a page takes besides its characters: a form feed for each would otherwise cost nothing.
    private const int CharactersPerPage = 64;

    private static readonly SemaphoreSlim LargeText = new(1);

    private long characters;
    private long unpacked;
    private int cells;
    private int attachments;
    private bool holdsLargeText;

    /// <summary>Counts text that is kept.</summary>
    public void SpendText(long count)
    {
        characters += count;
        if (characters > limits.MaxCharacters)
        {
            throw TooLarge("The document has more text than can be read. Please split it.");
        }

        if (characters > SmallText && !holdsLargeText)
        {
            LargeText.Wait(cancellationToken);
            holdsLargeText = true;
        }
    }

    /// <summary>Counts a page that is kept.</summary>
    public void SpendPage() => SpendText(CharactersPerPage);

    /// <summary>Counts bytes that come out of a package or an attachment.</summary>
    public void SpendUnpacked(int count)
    {
        unpacked += count;
        if (unpacked > limits.MaxUnpackedBytes)
        {
            throw TooLarge("The file unpacks to more than one file may. Please make it again or split it.");
        }
    }

    /// <summary>Counts a filled cell.</summary>
    public void SpendCell()
    {
        if (++cells > limits.MaxCells)
        {
            throw TooLarge("The workbook has more filled cells than can be read. Please split it.");
        }
    }

    /// <summary>Counts an attachment of an e-mail; false when there have been too many.</summary>
    public bool TryTakeAttachment() => ++attachments <= limits.MaxAttachments;

    public void Dispose()
    {
        if (holdsLargeText)
        {
            holdsLargeText = false;
            LargeText.Release();
        }
    }

    private static UnusableDocumentException TooLarge(string reason) => new(ReadingOutcome.TooLarge, reason);
}
