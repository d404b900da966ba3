namespace Iasios.Extraction.Mail;

/// <summary>What a part is to its message.</summary>
internal enum MailPartKind
{
    PlainBody,
    HtmlBody,
    Attachment,

    /// <summary>A picture that the body shows, most often a logo.</summary>
    Decoration,
}

/// <summary>A part without parts of its own, decoded into a private file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Kind">What it is to the message.</param>
/// <param name="Choice">The number of the alternatives that it is one of; null when it is none.</param>
internal sealed record MailPart(string Path, MailPartKind Kind, int? Choice);

/// <summary>A message, taken apart.</summary>
/// <param name="Headers">Those of the message itself.</param>
/// <param name="Parts">In their order.</param>
/// <param name="Unread">Texts and attachments over the limit.</param>
internal sealed record MailMessage(MimeHeaders Headers, IReadOnlyList<MailPart> Parts, int Unread);
