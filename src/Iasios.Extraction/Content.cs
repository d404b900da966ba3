using System.Text;
using Iasios.Extraction.Plain;

namespace Iasios.Extraction;

/// <summary>What a file holds, by its bytes.</summary>
internal enum Content
{
    Pdf,
    Package,
    CompoundFile,
    Picture,
    RichText,
    Html,
    Xml,
    Mail,

    /// <summary>None of the above: plain text, or nothing we know.</summary>
    Other,
}

/// <summary>Tells a file's content by its first bytes. The name is never asked: it is the user's and may be wrong.</summary>
internal static class ContentSniffer
{
    /// <summary>The bytes from the start of a file that are looked at.</summary>
    public const int HeadBytes = 8 * 1024;

    // Readers of PDF accept its mark anywhere in the first 1,024 bytes.
    private const int PdfMarkWithin = 1024;

    private static readonly string[] HtmlStarts =
    [
        "<!doctype html", "<html", "<head", "<body", "<table", "<div", "<meta", "<title", "<style", "<script", "<p>", "<p ", "<h1", "<h2", "<h3", "<ul", "<ol",
        "<span", "<center", "<font", "<br",
    ];

    // The first of these, or the mark of MIME, stands in the head of every e-mail that went through a server.
    private static readonly string[] MailHeaders = ["MIME-Version:", "Received:", "Return-Path:", "Message-ID:"];

    public static Content Sniff(ReadOnlySpan<byte> head) => head switch
    {
        _ when head[..Math.Min(head.Length, PdfMarkWithin)].IndexOf("%PDF-"u8) >= 0 => Content.Pdf,
        [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..] => Content.Package,
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => Content.CompoundFile,
        [0xFF, 0xD8, 0xFF, ..] or [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => Content.Picture,
        [(byte)'I', (byte)'I', 42 or 43, 0, ..] or [(byte)'M', (byte)'M', 0, 42 or 43, ..] => Content.Picture,
        [(byte)'B', (byte)'M', _, _, _, _, 0, 0, 0, 0, ..] => Content.Picture,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => Content.Picture,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'h' or (byte)'m' or (byte)'a', _, _, _, ..] => Content.Picture,
        _ => SniffText(Decode(head).TrimStart('\uFEFF', ' ', '\r', '\n', '\t')),
    };

    private static Content SniffText(string head) => head switch
    {
        _ when head.StartsWith(@"{\rtf", StringComparison.Ordinal) => Content.RichText,
        _ when HtmlStarts.Any(start => head.StartsWith(start, StringComparison.OrdinalIgnoreCase)) => Content.Html,
        _ when head.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<!--", StringComparison.Ordinal) =>
            HtmlStarts.Any(start => head.Contains(start, StringComparison.OrdinalIgnoreCase)) ? Content.Html : head[1] == '?' ? Content.Xml : Content.Other,
        _ when IsMail(head) => Content.Mail,
        _ => Content.Other,
    };

    // It begins with a header, and one that only programs write stands before the first empty line.
    private static bool IsMail(string head)
    {
        var headers = head.ReplaceLineEndings("\n").Split("\n\n")[0].Split('\n');
        var name = headers[0].Split(':')[0];
        return headers[0].Contains(':', StringComparison.Ordinal)
            && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_')
            && headers.Any(line => MailHeaders.Any(header => line.StartsWith(header, StringComparison.OrdinalIgnoreCase)));
    }

    private static string Decode(ReadOnlySpan<byte> head) => (TextEncoding.Marked(head) ?? Encoding.UTF8).GetString(head);
}
