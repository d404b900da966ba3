using System.Text;
using Iasios.Core.Text;
using Iasios.Extraction.Tests.Support;

namespace Iasios.Extraction.Tests;

public sealed class FormatTests
{
    private static readonly byte[] CompoundFileMark = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static TheoryData<string, byte[]> WithoutReader => new()
    {
        { "picture", [.. "GIF89a"u8, 0, 0] },
        { "rtf", [.. @"{\rtf1\ansi Hand hygiene}"u8] },
        { "markup", [.. "\r\n<!DOCTYPE html><html><body>Hand hygiene</body></html>"u8] },
        { "mail", [.. "From: a@example.org\r\nMIME-Version: 1.0\r\n\r\nHand hygiene"u8] },
        { "zip", Package.Zip(("notes.txt", "Hand hygiene")) },
        { "pptx", Package.Zip(Package.Root("ppt/presentation.xml"), ("ppt/presentation.xml", "<p/>")) },
        { "zip", Package.Zip(Package.Root("xl/workbook.bin"), ("xl/workbook.bin", "")) },
        { "unknown", [1, 2, 3, 0, 0, 0] },
        { "old office", OfficeFileOf("WordDocument") },
    };

    [Theory]
    [MemberData(nameof(WithoutReader))]
    public async Task A_format_without_a_reader_is_unsupported_and_the_reason_says_what_to_do(string format, byte[] content)
    {
        var reading = await EvidenceFile.ReadAsync(content);

        Assert.Equal((ReadingOutcome.Unsupported, format), (reading.Outcome, reading.Format));
        Assert.Contains("Please ", reading.Reason);
        Assert.Empty(reading.Pages);
    }

    [Fact]
    public async Task An_office_document_with_a_password_is_encrypted() =>
        Assert.Equal(ReadingOutcome.Encrypted, (await EvidenceFile.ReadAsync(OfficeFileOf("EncryptedPackage"))).Outcome);

    [Fact]
    public async Task An_empty_file_is_unreadable() =>
        Assert.Equal((ReadingOutcome.Unreadable, "The file is empty."), await OutcomeAsync([]));

    [Fact]
    public async Task A_file_of_blanks_is_unreadable() =>
        Assert.Equal((ReadingOutcome.Unreadable, "The file has no text."), await OutcomeAsync("  \r\n\r\n"u8.ToArray()));

    [Fact]
    public async Task A_file_over_the_size_limit_is_not_opened() =>
        Assert.Equal(ReadingOutcome.TooLarge, (await EvidenceFile.ReadAsync("%PDF-1.7", new() { MaxFileBytes = 7 })).Outcome);

    [Fact]
    public async Task A_file_that_is_not_there_is_a_fault() =>
        await Assert.ThrowsAsync<FileNotFoundException>(() => new DocumentReader(new(), new()).ReadAsync("/nowhere/at/all", CancellationToken.None));

    private static async Task<(ReadingOutcome Outcome, string? Reason)> OutcomeAsync(byte[] content)
    {
        var reading = await EvidenceFile.ReadAsync(content);
        return (reading.Outcome, reading.Reason);
    }

    // A compound file names its streams in UTF-16, in directory entries of 128 bytes after a header of 512.
    private static byte[] OfficeFileOf(string stream)
    {
        var file = new byte[1024];
        CompoundFileMark.CopyTo(file, 0);
        Encoding.Unicode.GetBytes(stream).CopyTo(file, 512 + 128);
        return file;
    }
}
