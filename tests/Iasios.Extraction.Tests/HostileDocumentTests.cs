using System.Globalization;
using System.Text;
using Iasios.Core.Text;
using Iasios.Extraction.Tests.Support;

namespace Iasios.Extraction.Tests;

/// <summary>Documents that were made to break their readers.</summary>
public sealed class HostileDocumentTests
{
    private const string Mail = "From: a@example.org\r\nMIME-Version: 1.0\r\n";

    [Theory]
    [InlineData(Mail + "Subject: =?utf-7?Q?abc?=\r\n\r\nHand hygiene")]
    [InlineData(Mail + "Content-Type: text/plain; charset=utf-7\r\n\r\nHand hygiene")]
    [InlineData("<html><head><meta charset=\"utf-7\"></head><body>Hand hygiene</body></html>")]
    public async Task An_encoding_that_nobody_may_decode_is_passed_over(string content)
    {
        var reading = await EvidenceFile.ReadAsync(content);

        Assert.Equal(ReadingOutcome.Read, reading.Outcome);
        Assert.Contains("Hand hygiene", reading.Pages[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_title_that_poses_as_the_sizes_of_pages_does_not_mislead()
    {
        var reading = await EvidenceFile.ReadAsync(Titled("a\\nPage    1 size:  595 x 842 pts\\nPage    1 size:  1 x 1 pts\\nPages: 7"));

        Assert.Equal((ReadingOutcome.Read, 1), (reading.Outcome, reading.PageCount));
    }

    [Fact]
    public async Task Directories_of_a_TIFF_that_lie_over_each_other_are_no_pages()
    {
        var tiff = new byte[1 << 20];
        "II*\0"u8.CopyTo(tiff);
        for (var at = 4; at < tiff.Length; at++)
        {
            tiff[at] = 0xFF;
        }

        tiff[4] = 8;
        tiff[5] = tiff[6] = tiff[7] = 0;

        Assert.Equal(ReadingOutcome.Unreadable, (await EvidenceFile.ReadAsync(tiff)).Outcome);
    }

    [Fact]
    public async Task The_text_of_a_PDF_counts_toward_the_limit_of_characters()
    {
        var reading = await EvidenceFile.ReadAsync(Titled("policy"), new() { MaxCharacters = 10 });

        Assert.Equal((ReadingOutcome.TooLarge, 0), (reading.Outcome, reading.Pages.Count));
        Assert.NotNull(reading.Reason);
    }

    [Theory]
    [InlineData("<h1>Hand hygiene</h1><p>Hands are disinfected.</p>")]
    [InlineData("<!-- made by hand --><p class=\"a\">Hands are disinfected.</p>")]
    public async Task A_piece_of_a_web_page_is_read_without_its_tags(string content)
    {
        var reading = await EvidenceFile.ReadAsync(content);

        Assert.Equal("html", reading.Format);
        Assert.DoesNotContain('<', reading.Pages[0].Text);
    }

    private static byte[] Titled(string title)
    {
        var body = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
            "<< /Length 55 >>\nstream\nBT /F 12 Tf 50 700 Td (Hands are disinfected here) Tj ET \nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            $"<< /Title ({title}) >>",
        ];
        foreach (var (text, index) in objects.Select((text, index) => (text, index)))
        {
            offsets.Add(body.Length);
            body.Append(index + 1).Append(" 0 obj\n").Append(text).Append("\nendobj\n");
        }

        var table = body.Length;
        body.Append("xref\n0 7\n0000000000 65535 f \n");
        offsets.ForEach(offset => body.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        body.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size 7 /Root 1 0 R /Info 6 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(body.ToString());
    }
}
