using System.Text;
using Iasios.Core.Text;
using Iasios.Extraction.Native;
using Iasios.Extraction.Office;
using Iasios.Extraction.Pdf;
using Iasios.Extraction.Plain;

namespace Iasios.Extraction;

/// <summary>Turns a file that a hospital handed in into pages of text, or says in plain words why it can't.</summary>
/// <param name="limits">What one document may cost.</param>
/// <param name="tools">The native programs that read PDFs.</param>
public sealed class DocumentReader(ReadingLimits limits, NativeTools tools)
{
    /// <summary>Changes whenever the same file may give other text; documents read by another version are read again.</summary>
    public const string Version = "1";

    private readonly PdfReader pdf = new(limits, tools);
    private readonly OfficeReader office = new(limits);
    private readonly PlainReader plain = new(limits);

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
            Content.Pdf => await pdf.ReadAsync(path, cancellationToken),
            Content.Package => await Task.Run(() => office.Read(path, cancellationToken), cancellationToken),
            Content.CompoundFile => await CompoundFileAsync(path, cancellationToken),
            Content.Picture => Unsupported("picture", "The file is a picture, and pictures can't be read. Please hand in the document with its text."),
            Content.RichText => Unsupported("rtf", $"Rich text (RTF) can't be read. {Refusal.SaveAs}"),
            Content.Markup => Unsupported("markup", $"Web pages and XML files can't be read. {Refusal.SaveAs}"),
            Content.Mail => Unsupported("mail", $"Saved e-mails can't be read. {Refusal.SaveAs}"),
            _ => await Task.Run(() => plain.Read(path, cancellationToken), cancellationToken),
        };
        return reading is { Pages.Count: > 0 } ? reading with { Language = LanguageDetector.Detect(reading.Pages) } : reading;
    }

    private static Reading Unsupported(string format, string reason) => Refusal.Of(ReadingOutcome.Unsupported, format, reason);

    private static async Task<Content> ContentOfAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        var head = new byte[ContentSniffer.HeadBytes];
        var count = await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        return ContentSniffer.Sniff(head.AsSpan(0, count));
    }

    // An Office document with a password is a compound file with a stream of this name; other compound files are the formats before DOCX and XLSX.
    private static async Task<Reading> CompoundFileAsync(string path, CancellationToken cancellationToken)
    {
        var encryptedPackage = Encoding.Unicode.GetBytes("EncryptedPackage");
        var content = await File.ReadAllBytesAsync(path, cancellationToken);
        return content.AsSpan().IndexOf(encryptedPackage) >= 0
            ? Refusal.Of(ReadingOutcome.Encrypted, "office", Refusal.PasswordNeeded)
            : Unsupported("old office", $"Office files of the old kind (DOC, XLS, PPT) can't be read. {Refusal.SaveAs}");
    }
}
