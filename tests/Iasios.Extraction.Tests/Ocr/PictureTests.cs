using System.Buffers.Binary;
using Iasios.Core.Text;
using Iasios.Extraction.Tests.Support;
using Iasios.OcrRig;

namespace Iasios.Extraction.Tests.Ocr;

[Collection(PrintedPagesGroup.Name)]
public sealed class PictureTests(PrintedPages printed)
{
    private const int Dpi = PrintedPages.Dpi;

    // Where the tests' TIFF has its first directory's entries for width and height, and the way to the second directory.
    private const int TiffWidth = 10 + 8;
    private const int TiffHeight = 22 + 8;
    private const int TiffNext = 10 + (10 * 12);

    [Fact]
    public async Task A_png_is_read() => AssertReads(await EvidenceFile.ReadAsync(ScanFile.Png(Dpi, printed.ShortPage)));

    [Fact]
    public async Task A_jpeg_is_read() => AssertReads(await EvidenceFile.ReadAsync(ScanFile.Jpeg(Dpi, printed.ShortPage)));

    [Theory]
    [InlineData(1, 0)]
    [InlineData(8, 1)]
    [InlineData(3, 2)]
    [InlineData(6, 3)]
    public async Task A_photo_is_read_the_way_up_that_the_camera_noted(byte orientation, int quarters)
    {
        var page = printed.ShortPage;
        for (var quarter = 0; quarter < quarters; quarter++)
        {
            page = page.Turned();
        }

        AssertReads(await EvidenceFile.ReadAsync(WithOrientation(ScanFile.Jpeg(Dpi, page), orientation)));
    }

    [Fact]
    public async Task A_picture_that_stands_on_its_head_is_read()
    {
        var page = printed.Draw(DocumentLanguage.En).Turned().Turned();

        var reading = await EvidenceFile.ReadInAsync(ScanFile.Png(Dpi, page), DocumentLanguage.En);

        Assert.Contains("On the day", Assert.Single(reading.Pages).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_of_a_tiff_is_read()
    {
        var reading = await EvidenceFile.ReadAsync(ScanFile.Tiff(Dpi, printed.ShortPage, printed.Draw(DocumentLanguage.En), printed.ShortPage));

        Assert.Equal((ReadingOutcome.Read, 3), (reading.Outcome, reading.PageCount));
        Assert.Equal([1, 2, 3], reading.Pages.Select(page => page.Number));
        Assert.Contains("On the day", reading.Pages[1].Text, StringComparison.Ordinal);
        Assert.All([reading.Pages[0], reading.Pages[2]], page => Assert.Contains(PrintedPages.ShortSentence, page.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_tiff_whose_pages_run_in_a_circle_ends()
    {
        var file = ScanFile.Tiff(Dpi, printed.ShortPage);
        Put(file, TiffNext, 8);

        AssertReads(await EvidenceFile.ReadAsync(file));
    }

    [Fact]
    public async Task A_tiff_page_of_billions_of_dots_costs_only_itself()
    {
        var file = ScanFile.Tiff(Dpi, printed.ShortPage, printed.ShortPage);
        Put(file, TiffWidth, 60_000);
        Put(file, TiffHeight, 60_000);

        var reading = await EvidenceFile.ReadAsync(file);

        Assert.Equal((ReadingOutcome.Partial, "1 of 2 pages could not be read.", 2), (reading.Outcome, reading.Reason, reading.PageCount));
        Assert.Equal(2, Assert.Single(reading.Pages).Number);
    }

    [Theory]
    [InlineData(60_000u, 60_000u, ReadingOutcome.TooLarge)]
    [InlineData(2_000_000_000u, 1u, ReadingOutcome.TooLarge)]
    [InlineData(0u, 100u, ReadingOutcome.Unreadable)]
    [InlineData(uint.MaxValue, uint.MaxValue, ReadingOutcome.Unreadable)]
    [InlineData(10u, 10u, ReadingOutcome.Unreadable)]
    public async Task The_size_in_a_header_is_asked_before_a_picture_is_opened(uint width, uint height, ReadingOutcome outcome)
    {
        var file = ScanFile.Png(Dpi, printed.ShortPage);
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(16), width);
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(20), height);

        var reading = await EvidenceFile.ReadAsync(file);

        Assert.Equal(outcome, reading.Outcome);
        Assert.NotNull(reading.Reason);
    }

    [Fact]
    public async Task A_jpeg_of_billions_of_dots_is_too_large()
    {
        var file = ScanFile.Jpeg(Dpi, printed.ShortPage);
        var frame = file.AsSpan().IndexOf(new byte[] { 0xFF, 0xC0 });
        file.AsSpan(frame + 5, 4).Fill(0xFF);

        Assert.Equal(ReadingOutcome.TooLarge, (await EvidenceFile.ReadAsync(file)).Outcome);
    }

    [Fact]
    public async Task A_file_that_breaks_off_ends_with_what_can_be_read_of_it()
    {
        byte[][] files = [ScanFile.Png(Dpi, printed.ShortPage), ScanFile.Jpeg(Dpi, printed.ShortPage), ScanFile.Tiff(Dpi, printed.ShortPage)];
        foreach (var file in files)
        {
            foreach (var length in new[] { 12, 60, 400 })
            {
                var reading = await EvidenceFile.ReadAsync(file[..length]);

                Assert.NotEqual(ReadingOutcome.Read, reading.Outcome);
                Assert.NotNull(reading.Reason);
            }
        }
    }

    [Theory]
    [InlineData("GIF89a")]
    [InlineData("BM\u0010\u0010\0\0\0\0\0\0\u0036\0\0\0")]
    [InlineData("RIFF\u0010\u0010\0\0WEBPVP8 ")]
    [InlineData("\0\0\0\u0018ftypheic\0\0\0\0")]
    [InlineData("II+\0\u0008\0\0\0")]
    public async Task Pictures_of_other_kinds_are_unsupported_with_advice(string start)
    {
        var reading = await EvidenceFile.ReadAsync([.. start.Select(character => (byte)character), .. new byte[100]]);

        Assert.Equal(ReadingOutcome.Unsupported, reading.Outcome);
        Assert.Equal("Pictures of this kind can't be read. Please save it as PDF, PNG or JPEG and hand that in.", reading.Reason);
    }

    [Fact]
    public async Task A_picture_without_words_is_unreadable()
    {
        var blank = new GreyImage(800, 600, [.. Enumerable.Repeat((byte)255, 800 * 600)]);

        var reading = await EvidenceFile.ReadAsync(ScanFile.Png(Dpi, blank));

        Assert.Equal((ReadingOutcome.Unreadable, "No text was recognised in the picture.", 1), (reading.Outcome, reading.Reason, reading.PageCount));
    }

    private static void AssertReads(Reading reading)
    {
        Assert.Equal((ReadingOutcome.Read, 1), (reading.Outcome, reading.PageCount));
        var page = Assert.Single(reading.Pages);
        Assert.Equal(TextSource.Ocr, page.Source);
        Assert.Contains(PrintedPages.ShortSentence, page.Text, StringComparison.Ordinal);
    }

    private static void Put(byte[] file, int offset, int number) => BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(offset), number);

    // The note goes right behind the mark that begins every JPEG: one directory with one entry.
    private static byte[] WithOrientation(byte[] jpeg, byte orientation) =>
        [.. jpeg[..2], 0xFF, 0xE1, 0, 34, .. "Exif\0\0MM\0*\0\0\0\b"u8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0, .. jpeg[2..]];
}
