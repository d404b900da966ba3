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
        { "zip", Package.Zip(("notes.txt", "Hand hygiene")) },
        { "zip", Package.Zip(Package.Root("xl/workbook.bin"), ("xl/workbook.bin", "")) },
        { "unknown", [1, 2, 3, 0, 0, 0] },
        { "doc", OfficeFileOf("WordDocument") },
        { "xls", OfficeFileOf("Workbook") },
        { "ppt", OfficeFileOf("PowerPoint Document") },
        { "msg", OfficeFileOf("__properties_version1.0") },
        { "unknown", OfficeFileOf("Thumbnail") },
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

    // A compound file names its streams in UTF-16, in directory entries of 128 bytes after a header of 512; the name's length and the kind of entry follow.
    private static byte[] OfficeFileOf(string stream)
    {
        var file = new byte[1024];
        CompoundFileMark.CopyTo(file, 0);
        Encoding.Unicode.GetBytes(stream).CopyTo(file, 512 + 128);
        file[512 + 128 + 64] = (byte)((stream.Length + 1) * 2);
        file[512 + 128 + 66] = 2;
        return file;
    }
}
