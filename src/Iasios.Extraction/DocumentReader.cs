using Iasios.Core.Text;
using Iasios.Extraction.Legacy;
using Iasios.Extraction.Mail;
using Iasios.Extraction.Markup;
using Iasios.Extraction.Native;
using Iasios.Extraction.Ocr;
using Iasios.Extraction.Ocr.DocumentIntelligence;
using Iasios.Extraction.Office;
using Iasios.Extraction.Pdf;
using Iasios.Extraction.Plain;
using Iasios.Extraction.RichText;

namespace Iasios.Extraction;

/// <summary>Turns a file that a hospital handed in into pages of text, or says in plain words why it can't.</summary>
public sealed class DocumentReader
{
    /// <summary>Changes whenever the same file may give other text; documents read by another version are read again.</summary>
    public const string Version = "2";

    private readonly ReadingLimits limits;
    private readonly PdfReader pdf;
    private readonly OfficeReader office;
    private readonly LegacyReader legacy;
    private readonly PictureReader pictures;

    /// <summary>A reader that recognises pages that are pictures with Tesseract; without it, it says which pages they are.</summary>
    /// <param name="limits">What one document may cost.</param>
    /// <param name="tools">The native programs that read PDFs and pictures.</param>
    /// <param name="service">Asked before Tesseract, if there is one: scans then leave the machine.</param>
    public DocumentReader(ReadingLimits limits, NativeTools tools, DocumentIntelligenceEngine? service = null)
        : this(limits, tools, EngineOf(service, tools.Has(NativeTools.Tesseract) ? new TesseractEngine(limits, tools) : null))
    {
    }

    /// <summary>A reader that has pages recognised that are pictures, if there is an engine.</summary>
    internal DocumentReader(ReadingLimits limits, NativeTools tools, IOcrEngine? engine)
    {
        this.limits = limits;
        pdf = new(limits, tools, engine);
        office = new(limits);
        legacy = new(limits, tools);
        pictures = new(limits, engine);
    }

    /// <summary>Reads one file. Its format is told by its content, never by its name.</summary>
    /// <param name="path">A private file under a name of our own, never the user's.</param>
    /// <param name="cancellationToken">Stops the reading; no child process is left behind.</param>
    /// <returns>An outcome for every document, however broken or hostile.</returns>
    /// <exception cref="IOException">The file is not there or can't be opened: a fault of ours, not of the document.</exception>
    /// <exception cref="InvalidOperationException">A native program is not installed or does not start.</exception>
    public async Task<Reading> ReadAsync(string path, CancellationToken cancellationToken) =>
        await ReadAsync(path, new(), cancellationToken) ?? throw new InvalidOperationException("Reading paused, though nobody asked it to.");

    /// <summary>Reads one file, in several turns when recognising its pages takes long.</summary>
    /// <param name="path">As above.</param>
    /// <param name="request">What is known already, when to pause, and whom to tell of each recognised page.</param>
    /// <param name="cancellationToken">As above.</param>
    /// <returns>
    /// Null when it paused before the last page that needs recognition: read again with all the pages that were told of.
    /// Otherwise as above.
    /// </returns>
    /// <exception cref="IOException">As above.</exception>
    /// <exception cref="InvalidOperationException">As above.</exception>
    public async Task<Reading?> ReadAsync(string path, ReadingRequest request, CancellationToken cancellationToken)
    {
        using var budget = new DocumentBudget(limits, cancellationToken);
        return await ReadAsync(path, request, budget, depth: 0, cancellationToken);
    }

    // An attachment of an e-mail is read as any document is, on the budget of the whole e-mail.
    private async Task<Reading?> ReadAsync(string path, ReadingRequest request, DocumentBudget budget, int depth, CancellationToken cancellationToken)
    {
        var length = new FileInfo(path).Length;
        if (length == 0)
        {
            return Refusal.Of(ReadingOutcome.Unreadable, Refusal.Unknown, "The file is empty.");
        }

        if (length > limits.MaxFileBytes)
        {
            return Refusal.Of(ReadingOutcome.TooLarge, Refusal.Unknown, "The file is larger than can be read. Please split it.");
        }

        var reading = await ContentOfAsync(path, cancellationToken) switch
        {
            Content.Pdf => await pdf.ReadAsync(path, request, cancellationToken),
            Content.Package => await Task.Run(() => office.Read(path, budget, cancellationToken), cancellationToken),
            Content.CompoundFile => await legacy.ReadAsync(path, converted => office.Read(converted, budget, cancellationToken), cancellationToken),
            Content.Picture => await pictures.ReadAsync(path, request, cancellationToken),
            Content.RichText => await Task.Run(() => RtfReader.Read(path, limits, budget, cancellationToken), cancellationToken),
            Content.Html => await Task.Run(() => HtmlReader.Read(path, limits, budget, cancellationToken), cancellationToken),
            Content.Xml => await Task.Run(() => XmlFileReader.Read(path, limits, budget, cancellationToken), cancellationToken),
            Content.Mail => await new MailReader(limits, ReadAsync).ReadAsync(path, request, budget, depth, cancellationToken),
            _ => await Task.Run(() => PlainReader.Read(path, budget, cancellationToken), cancellationToken),
        };
        return reading is { Pages.Count: > 0 } ? reading with { Language = LanguageDetector.Detect(reading.Pages) } : reading;
    }

    private static IOcrEngine? EngineOf(IOcrEngine? service, IOcrEngine? local) => (service, local) switch
    {
        (not null, not null) => new FallbackEngine(service, local),
        _ => service ?? local,
    };

    private static Reading Unsupported(string format, string reason) => Refusal.Of(ReadingOutcome.Unsupported, format, reason);

    private static async Task<Content> ContentOfAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        var head = new byte[ContentSniffer.HeadBytes];
        var count = await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        return ContentSniffer.Sniff(head.AsSpan(0, count));
    }
}
