using System.Text;
using Iasios.Core.Text;
using Iasios.Extraction.Tests.Support;

namespace Iasios.Extraction.Tests;

public sealed class MailTests
{
    private const string Head = "From: =?utf-8?Q?Anna_M=C3=BCller?= <a@example.org>\r\nTo: b@example.org\r\nSubject: =?iso-8859-1?B?UHL8?=\r\n =?iso-8859-1?Q?fung?=\r\nDate: Mon, 2 Mar 2026 10:00:00 +0100\r\nMIME-Version: 1.0\r\n";
    private const string HeadText = "Subject: Prüfung\nFrom: Anna Müller <a@example.org>\nTo: b@example.org\nDate: Mon, 2 Mar 2026 10:00:00 +0100";

    [Fact]
    public async Task Headers_are_decoded_and_stand_before_the_text()
    {
        var reading = await EvidenceFile.ReadAsync(Head + "Content-Type: text/plain; charset=iso-8859-15\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n100 =A4 f=FCr =\r\ndie Ger=E4te\r\n");

        Assert.Equal((ReadingOutcome.Read, "mail"), (reading.Outcome, reading.Format));
        Assert.Equal([new(1, HeadText + "\n\n100 € für die Geräte")], reading.Pages);
    }

    [Fact]
    public async Task Plain_text_is_preferred_to_the_web_page_that_says_the_same()
    {
        var reading = await EvidenceFile.ReadAsync(Head + Multipart("alternative", "a",
            "Content-Type: text/plain\r\n\r\nplain",
            "Content-Type: text/html\r\n\r\n<html><p>page</p></html>"));

        Assert.Equal(HeadText + "\n\nplain", Assert.Single(reading.Pages).Text);
    }

    [Fact]
    public async Task A_web_page_is_read_when_it_is_all_there_is()
    {
        var reading = await EvidenceFile.ReadAsync(Head + "Content-Type: text/html; charset=utf-8\r\n\r\n<html><p>Prüfung</p></html>");

        Assert.Equal(HeadText + "\n\nPrüfung", Assert.Single(reading.Pages).Text);
    }

    [Fact]
    public async Task Attachments_are_further_pages_of_the_same_document()
    {
        var inner = Head + Multipart("mixed", "inner", "\r\ninner text", Attachment(Encoding.UTF8.GetBytes("Device;Serial\nPump;7\n")));
        var reading = await EvidenceFile.ReadAsync(Head + Multipart("mixed", "outer",
            "Content-Type: text/plain\r\n\r\nSee the attachments.",
            Attachment(EvidenceFile.Sample("control-table.pdf")),
            "Content-Type: message/rfc822\r\n\r\n" + inner));

        Assert.Equal((ReadingOutcome.Read, (string?)null), (reading.Outcome, reading.Reason));
        Assert.Equal(Enumerable.Range(1, reading.Pages.Count), reading.Pages.Select(page => page.Number));
        Assert.StartsWith(HeadText + "\n\nSee the", reading.Pages[0].Text, StringComparison.Ordinal);
        Assert.Equal([HeadText + "\n\ninner text", "Device\tSerial\nPump\t7"], reading.Pages.TakeLast(2).Select(page => page.Text));
        Assert.Equal(reading.PageCount, reading.Pages.Count);
    }

    [Fact]
    public async Task An_attachment_that_cannot_be_read_makes_the_mail_partial_and_its_name_is_not_told()
    {
        var reading = await EvidenceFile.ReadAsync(Head + Multipart("mixed", "b",
            "\r\ntext",
            Attachment(Package.Zip(("notes.txt", "hidden"))),
            Attachment(Encoding.UTF8.GetBytes("second"))));

        Assert.Equal(ReadingOutcome.Partial, reading.Outcome);
        Assert.StartsWith("Attachment 1 of 2 could not be read: This kind of file can't be read.", reading.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", reading.Reason, StringComparison.Ordinal);
        Assert.Equal("second", reading.Pages[^1].Text);
    }

    [Fact]
    public async Task An_e_mail_of_very_many_empty_bodies_is_too_large()
    {
        var bodies = string.Concat(Enumerable.Repeat("--b\r\n\r\na\r\n", 6_000));
        var reading = await EvidenceFile.ReadAsync(Head + "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + bodies);

        Assert.Equal((ReadingOutcome.TooLarge, 0), (reading.Outcome, reading.Pages.Count));
        Assert.Contains("more parts", reading.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_bodies_than_attachments_may_be_are_reported()
    {
        var bodies = string.Concat(Enumerable.Range(0, 5).Select(number => $"--b\r\n\r\nbody {number}\r\n"));
        var reading = await EvidenceFile.ReadAsync(Head + "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + bodies + "--b--", new() { MaxAttachments = 3 });

        Assert.Equal(ReadingOutcome.Partial, reading.Outcome);
        Assert.Contains("body 2", reading.Pages[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("body 3", reading.Pages[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_attachments_than_the_limit_are_reported()
    {
        var attachments = Enumerable.Range(0, 5).Select(number => Attachment(Encoding.UTF8.GetBytes($"attachment {number}")));
        var reading = await EvidenceFile.ReadAsync(Head + Multipart("mixed", "b", attachments.ToArray()), new() { MaxAttachments = 3 });

        Assert.Equal((ReadingOutcome.Partial, "Further parts of the e-mail, more than one may have, were not read: 2."), (reading.Outcome, reading.Reason));
        Assert.Equal(4, reading.Pages.Count);
    }

    [Fact]
    public async Task Multiparts_nested_too_deeply_are_unreadable()
    {
        var nested = string.Concat(Enumerable.Range(0, 21).Select(level => $"Content-Type: multipart/mixed; boundary=b{level}\r\n\r\n--b{level}\r\n"));
        var reading = await EvidenceFile.ReadAsync(Head + nested + "\r\ntext");

        Assert.Equal(ReadingOutcome.Unreadable, reading.Outcome);
        Assert.Contains("nested too deeply", reading.Reason);
    }

    [Fact]
    public async Task Mails_in_mails_are_read_to_the_limit_and_no_deeper()
    {
        var mail = Head + "\r\nlast";
        for (var level = 0; level < 6; level++)
        {
            mail = Head + "Content-Type: message/rfc822\r\n\r\n" + mail;
        }

        var reading = await EvidenceFile.ReadAsync(mail, new() { MaxMailDepth = 4 });

        Assert.Equal((ReadingOutcome.Partial, "Attachment 1 of 1 is an e-mail that was read in part."), (reading.Outcome, reading.Reason));
        Assert.Equal(4, reading.Pages.Count);
    }

    [Fact]
    public async Task Attachments_that_together_are_too_large_make_the_mail_too_large()
    {
        var reading = await EvidenceFile.ReadAsync(
            Head + Multipart("mixed", "b", Attachment(new byte[6_000]), Attachment(new byte[6_000])), new() { MaxUnpackedBytes = 10_000 });

        Assert.Equal(ReadingOutcome.TooLarge, reading.Outcome);
    }

    [Theory]
    [InlineData("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\ntext")]
    [InlineData("Content-Type: multipart/mixed; boundary=\"b\r\n\r\ntext")]
    [InlineData("Content-Type: multipart/mixed\r\n\r\ntext")]
    [InlineData("Content-Transfer-Encoding: base64\r\n\r\ndGV4dA")]
    [InlineData("Content-Transfer-Encoding: quoted-printable\r\n\r\n=74ext=")]
    [InlineData("Content-Type: text/plain; charset=nothing\r\n\r\ntext")]
    public async Task A_malformed_mail_still_gives_its_text(string rest) =>
        Assert.Contains("text", Assert.Single((await EvidenceFile.ReadAsync(Head + rest)).Pages).Text, StringComparison.Ordinal);

    [Fact]
    public async Task An_encrypted_mail_is_encrypted() =>
        Assert.Equal(ReadingOutcome.Encrypted, (await EvidenceFile.ReadAsync(Head + "Content-Type: application/pkcs7-mime\r\n\r\nAAAA")).Outcome);

    private static string Multipart(string kind, string boundary, params string[] parts) =>
        $"Content-Type: multipart/{kind}; boundary=\"{boundary}\"\r\n\r\npreamble\r\n"
        + string.Concat(parts.Select(part => $"--{boundary}\r\n{part}\r\n")) + $"--{boundary}--\r\nepilogue\r\n";

    private static string Attachment(byte[] content) =>
        "Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=\"secret.bin\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + Convert.ToBase64String(content, Base64FormattingOptions.InsertLineBreaks);
}
