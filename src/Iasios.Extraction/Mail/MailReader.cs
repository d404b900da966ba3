using System.Globalization;
using Iasios.Core.Text;
using Iasios.Extraction.Markup;
using Iasios.Extraction.Plain;

namespace Iasios.Extraction.Mail;

/// <summary>Reads one attachment as a document of its own; null when it paused.</summary>
internal delegate Task<Reading?> AttachmentRead(string path, ReadingRequest request, DocumentBudget budget, int depth, CancellationToken cancellationToken);

/// <summary>
/// Reads an e-mail: subject, sender, receivers and date as its first lines, then its text, then each attachment as further pages.
/// </summary>
internal sealed class MailReader(ReadingLimits limits, AttachmentRead readAttachment)
{
    private const string Format = "mail";

    private const int MostReasons = 3;

    private static readonly string[] Shown = ["Subject", "From", "To", "Date"];

    /// <param name="path">The message.</param>
    /// <param name="request">For the attachments' pages, numbered as in the whole e-mail.</param>
    /// <param name="budget">Of the whole e-mail.</param>
    /// <param name="depth">How many e-mails and multiparts it stands in.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>Null when it paused.</returns>
    public async Task<Reading?> ReadAsync(string path, ReadingRequest request, DocumentBudget budget, int depth, CancellationToken cancellationToken)
    {
        if (depth >= limits.MaxMailDepth)
        {
            return Refusal.Of(ReadingOutcome.Unreadable, Format, "E-mails are nested too deeply in each other. Please hand their attachments in one by one.");
        }

        using var scratch = new ScratchFolder();
        try
        {
            var message = await Task.Run(() => Parse(path, scratch.Path, budget, depth, cancellationToken), cancellationToken);
            if (message.Headers.MediaType is "multipart/encrypted" or "application/pkcs7-mime" or "application/x-pkcs7-mime")
            {
                return Refusal.Of(ReadingOutcome.Encrypted, Format, "The e-mail is encrypted or sealed. Please save it without encryption and hand that in.");
            }

            var pages = await Task.Run(() => ReadBody(message, budget, cancellationToken), cancellationToken);
            return await ReadAttachmentsAsync(message, pages, request, budget, depth, cancellationToken);
        }
        catch (UnusableDocumentException unusable)
        {
            return Refusal.Of(unusable.Outcome, Format, unusable.Message);
        }
    }

    private MailMessage Parse(string path, string folder, DocumentBudget budget, int depth, CancellationToken cancellationToken)
    {
        using var file = File.OpenRead(path);
        return new MimeParser(new(file), folder, limits, budget, depth, cancellationToken).Parse();
    }

    private List<PageText> ReadBody(MailMessage message, DocumentBudget budget, CancellationToken cancellationToken)
    {
        var text = new PagedText(budget);
        foreach (var name in Shown)
        {
            if (message.Headers[name] is { } value)
            {
                text.AppendLine($"{name}: {EncodedWords.Decode(value)}");
            }
        }

        // The plain text of a message is what its author wrote; its web page says the same.
        var plain = message.Parts.Where(part => part.Kind is MailPartKind.PlainBody && part.Choice is not null).Select(part => part.Choice).ToHashSet();
        foreach (var part in message.Parts)
        {
            var body = part.Kind switch
            {
                MailPartKind.PlainBody => PlainReader.Read(part.Path, budget, cancellationToken),
                MailPartKind.HtmlBody when part.Choice is null || !plain.Contains(part.Choice) => HtmlReader.Read(part.Path, limits, budget, cancellationToken),
                _ => null,
            };
            foreach (var page in body?.Pages ?? [])
            {
                text.AppendLine("");
                text.AppendLine(page.Text);
            }

            if (body?.Outcome is ReadingOutcome.TooLarge)
            {
                throw new UnusableDocumentException(body.Outcome, body.Reason!);
            }
        }

        return [.. text.Finish()];
    }

    private async Task<Reading?> ReadAttachmentsAsync(
        MailMessage message, List<PageText> pages, ReadingRequest request, DocumentBudget budget, int depth, CancellationToken cancellationToken)
    {
        var attachments = message.Parts.Where(part => part.Kind is MailPartKind.Attachment or MailPartKind.Decoration).ToList();
        var total = attachments.Count(part => part.Kind is MailPartKind.Attachment);
        var (before, number) = (pages.Count, 0);
        var reasons = new List<string>();
        foreach (var attachment in attachments)
        {
            number += attachment.Kind is MailPartKind.Attachment ? 1 : 0;
            if (await readAttachment(attachment.Path, Part(request, before), budget, depth + 1, cancellationToken) is not { } reading)
            {
                return null;
            }

            File.Delete(attachment.Path);
            pages.AddRange(reading.Pages.Select(page => page with { Number = page.Number + before }));
            before += Math.Max(reading.PageCount ?? 0, reading.Pages.Select(page => page.Number).DefaultIfEmpty(0).Max());
            if (reading.Reason is not null && attachment.Kind is MailPartKind.Attachment)
            {
                reasons.Add(string.Create(CultureInfo.InvariantCulture, $"Attachment {number} of {total} {Shortcoming(reading)}"));
            }
        }

        if (reasons.Count > MostReasons)
        {
            var more = reasons.Count - MostReasons;
            reasons.RemoveRange(MostReasons, more);
            reasons.Add(string.Create(CultureInfo.InvariantCulture, $"So it is with {more} more attachments."));
        }

        if (message.Unread > 0)
        {
            reasons.Add(string.Create(CultureInfo.InvariantCulture, $"Further parts of the e-mail, more than one may have, were not read: {message.Unread}."));
        }

        return Judge(pages, before, reasons);
    }

    // The reasons of an e-mail in an e-mail in an e-mail would grow with each of them.
    private static string Shortcoming(Reading reading) => reading switch
    {
        { Outcome: ReadingOutcome.Partial, Format: Format } => "is an e-mail that was read in part.",
        { Outcome: ReadingOutcome.Partial } => $"was read in part: {reading.Reason}",
        _ => $"could not be read: {reading.Reason}",
    };

    private static Reading Judge(List<PageText> pages, int count, List<string> reasons) => pages.Count == 0
        ? Refusal.Of(ReadingOutcome.Unreadable, Format, reasons.Count > 0 ? string.Join(' ', reasons) : "The e-mail has no text.")
        : new(reasons.Count > 0 ? ReadingOutcome.Partial : ReadingOutcome.Read, reasons.Count > 0 ? string.Join(' ', reasons) : null, Format, count, pages);

    // An attachment's pages are numbered on from those before it, in what is known of them as in what is told.
    private static ReadingRequest Part(ReadingRequest whole, int before) => whole with
    {
        Recognised = [.. whole.Recognised.Where(page => page.Number > before).Select(page => page with { Number = page.Number - before })],
        OnRecognised = (page, cancellationToken) =>
            whole.OnRecognised(page with { Page = page.Page with { Number = page.Page.Number + before } }, cancellationToken),
    };
}
