using System.Text;
using Iasios.Core.Text;
using Iasios.Extraction.Plain;

namespace Iasios.Extraction.Mail;

/// <summary>Takes a message apart into private files, without recursion and without holding any part as a whole.</summary>
internal sealed class MimeParser(MimeLines lines, string folder, ReadingLimits limits, DocumentBudget budget, int depth, CancellationToken cancellationToken)
{
    private readonly List<Multipart> open = [];
    private readonly List<MailPart> parts = [];
    private int choices;
    private int met;
    private int inline;
    private int unread;

    /// <exception cref="UnusableDocumentException">The message is over a limit.</exception>
    public MailMessage Parse()
    {
        var message = MimeHeaders.Read(lines);
        var headers = message;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (++met > limits.MaxPackageParts)
            {
                throw new UnusableDocumentException(ReadingOutcome.TooLarge, "The e-mail has more parts than can be read. Please hand its attachments in one by one.");
            }

            if (headers.IsMultipart && headers.Parameter("Content-Type", "boundary") is { Length: > 0 } boundary)
            {
                Open(headers, boundary);
                SkipToBoundary();
            }
            else
            {
                ReadLeaf(headers);
            }

            headers = open.Count > 0 ? MimeHeaders.Read(lines) : null;
        }
        while (headers is not null);

        return new(message, parts, unread);
    }

    private void Open(MimeHeaders headers, string boundary)
    {
        if (open.Count + depth >= limits.MaxMailDepth)
        {
            throw new UnusableDocumentException(ReadingOutcome.Unreadable, "The e-mail is nested too deeply. Please hand its attachments in one by one.");
        }

        int? choice = headers.MediaType == "multipart/alternative" ? ++choices : open.LastOrDefault()?.Choice;
        open.Add(new(Encoding.UTF8.GetBytes("--" + boundary), choice, headers.MediaType == "multipart/related"));
    }

    // Passes over the preamble, or over what stands after the last part.
    private void SkipToBoundary()
    {
        while (open.Count > 0)
        {
            if (!lines.Read())
            {
                open.Clear();
                return;
            }

            if (lines.BeginsLine && MeetsBoundary() is { } isLast && !isLast)
            {
                return;
            }
        }
    }

    // A boundary of an outer multipart ends the inner ones, too. Gives whether it was the last of its multipart; null when the line is none.
    private bool? MeetsBoundary()
    {
        for (var at = open.Count - 1; at >= 0; at--)
        {
            var boundary = open[at].Boundary;
            if (lines.Line.StartsWith(boundary))
            {
                var rest = lines.Line[boundary.Length..].TrimEnd(" \t\r\n"u8);
                if (rest.Length == 0 || rest.SequenceEqual("--"u8))
                {
                    var isLast = rest.Length > 0;
                    open.RemoveRange(isLast ? at : at + 1, open.Count - (isLast ? at : at + 1));
                    return isLast;
                }
            }
        }

        return null;
    }

    private void ReadLeaf(MimeHeaders headers)
    {
        var kind = KindOf(headers);
        var choice = open.LastOrDefault()?.Choice;
        var isRead = kind is { } read && Take(read);
        var path = Path.Combine(folder, $"part{parts.Count}");
        bool? isLast = null;
        using (var content = isRead ? File.Create(path) : Stream.Null)
        {
            var decoder = new TransferDecoder(headers["Content-Transfer-Encoding"], content, budget);
            while (lines.Read() && !(lines.BeginsLine && (isLast = MeetsBoundary()) is not null))
            {
                if (isRead)
                {
                    decoder.Write(lines.Line);
                }
            }

            decoder.Finish();
        }

        if (isRead)
        {
            parts.Add(new(path, kind!.Value, choice));
            Unify(headers, kind.Value, path);
        }

        if (isLast == true)
        {
            SkipToBoundary();
        }
        else if (isLast is null)
        {
            open.Clear();
        }
    }

    private MailPartKind? KindOf(MimeHeaders headers) => headers.MediaType switch
    {
        "application/pkcs7-signature" or "application/x-pkcs7-signature" or "application/pgp-signature" or "application/pgp-encrypted" => null,
        // One without a boundary is broken; what it holds is text most often.
        _ when headers.IsMultipart => MailPartKind.PlainBody,
        "text/plain" when !headers.IsAttachment => MailPartKind.PlainBody,
        "text/html" when !headers.IsAttachment => MailPartKind.HtmlBody,
        _ when headers.MediaType.StartsWith("image/", StringComparison.Ordinal) && headers["Content-ID"] is not null && open.Any(multipart => multipart.IsRelated) =>
            MailPartKind.Decoration,
        _ => MailPartKind.Attachment,
    };

    // Each part is a file for a while: a message of a million empty bodies must not become a million files.
    private bool Take(MailPartKind kind)
    {
        var isTaken = kind is MailPartKind.Attachment ? budget.TryTakeAttachment() : ++inline <= Math.Max(1, limits.MaxAttachments);
        unread += isTaken ? 0 : 1;
        return isTaken;
    }

    // A body says itself in which encoding it is: it is written again as UTF-8, with the mark that says so.
    private static void Unify(MimeHeaders headers, MailPartKind kind, string path)
    {
        if (kind is MailPartKind.PlainBody or MailPartKind.HtmlBody
            && headers.Parameter("Content-Type", "charset") is { } charset
            && TextEncoding.Named(charset) is { } encoding and not UTF8Encoding)
        {
            var unified = path + ".utf8";
            using (var reader = new StreamReader(path, encoding))
            using (var writer = new StreamWriter(unified, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
            {
                var block = new char[16 * 1024];
                int count;
                while ((count = reader.Read(block)) > 0)
                {
                    writer.Write(block, 0, count);
                }
            }

            File.Move(unified, path, overwrite: true);
        }
    }

    /// <param name="Boundary">With its two dashes.</param>
    /// <param name="Choice">As in <see cref="MailPart"/>.</param>
    /// <param name="IsRelated">Its parts are one page and what the page shows.</param>
    private sealed record Multipart(byte[] Boundary, int? Choice, bool IsRelated);
}
