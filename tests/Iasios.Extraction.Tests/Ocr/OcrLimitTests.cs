using System.Runtime.Versioning;
using Iasios.Core.Text;
using Iasios.Extraction.Native;
using Iasios.Extraction.Tests.Support;
using Iasios.OcrRig;

namespace Iasios.Extraction.Tests.Ocr;

[Collection(PrintedPagesGroup.Name)]
[SupportedOSPlatform("linux")]
public sealed class OcrLimitTests(PrintedPages printed)
{
    private static readonly string[] Programs = ["prlimit", "pdftotext", "pdfinfo", "pdfimages", "pdftoppm", "tesseract"];

    [Fact]
    public async Task A_machine_without_tesseract_says_what_to_do()
    {
        using var document = new EvidenceFile(ScanFile.Png(PrintedPages.Dpi, printed.ShortPage));
        var tools = new NativeTools(Folder(document, Programs.Except(["tesseract"], StringComparer.Ordinal)));

        var reading = await new DocumentReader(new(), tools).ReadAsync(document.Path, CancellationToken.None);

        Assert.Equal(["tesseract"], tools.Missing());
        Assert.Equal(
            (ReadingOutcome.NeedsOcr, "The file is a picture, and text recognition is not set up here. Please hand in the document with its text."),
            (reading.Outcome, reading.Reason));
    }

    [Fact]
    public async Task A_page_that_takes_too_long_costs_only_itself()
    {
        using var document = new EvidenceFile(ScanFile.Tiff(PrintedPages.Dpi, printed.ShortPage, printed.ShortPage));
        var folder = Folder(document, Programs);
        await WrapTesseractAsync(folder, "case \"$*\" in *tessedit_page_number=0*) exec sleep 60;; esac");

        var reading = await new DocumentReader(new() { OcrPageSeconds = 2 }, new NativeTools(folder)).ReadAsync(document.Path, CancellationToken.None);

        Assert.Equal((ReadingOutcome.Partial, "1 of 2 pages could not be read."), (reading.Outcome, reading.Reason));
        Assert.Equal(2, Assert.Single(reading.Pages).Number);
    }

    [Fact]
    public async Task A_language_without_data_is_replaced_by_one_that_is_there()
    {
        using var document = new EvidenceFile(ScanFile.Png(PrintedPages.Dpi, printed.ShortPage));
        var folder = Folder(document, Programs);
        await WrapTesseractAsync(folder, "case \"$*\" in --list-langs) echo eng; exit;; *deu*) exit 1;; esac");

        var reading = await new DocumentReader(new(), new NativeTools(folder))
            .ReadAsync(document.Path, new ReadingRequest { Languages = [DocumentLanguage.De] }, CancellationToken.None);

        Assert.Contains(PrintedPages.ShortSentence, Assert.Single(reading!.Pages).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_in_a_language_without_data_is_read_in_part_and_the_reason_names_the_language()
    {
        using var document = new EvidenceFile(ScanFile.Png(PrintedPages.Dpi, printed.Draw(DocumentLanguage.De)));
        var folder = Folder(document, Programs);
        await WrapTesseractAsync(folder, "case \"$*\" in --list-langs) echo eng; exit;; esac");

        var reading = await new DocumentReader(new(), new NativeTools(folder)).ReadAsync(document.Path, CancellationToken.None);

        Assert.Equal(
            (ReadingOutcome.Partial, "Tesseract lacks German (deu): accents and other letters of that language may be wrong."),
            (reading.Outcome, reading.Reason));
        Assert.Single(reading.Pages);
    }

    [Fact]
    public async Task A_machine_without_any_language_data_says_what_to_do()
    {
        using var document = new EvidenceFile(ScanFile.Png(PrintedPages.Dpi, printed.ShortPage));
        var folder = Folder(document, Programs);
        await WrapTesseractAsync(folder, "exit 1");

        var reading = await new DocumentReader(new(), new NativeTools(folder)).ReadAsync(document.Path, CancellationToken.None);

        Assert.Equal(ReadingOutcome.NeedsOcr, reading.Outcome);
    }

    [Fact]
    public async Task Nothing_is_left_behind_whatever_the_outcome()
    {
        using var document = new EvidenceFile(ScanFile.Jpeg(PrintedPages.Dpi, printed.ShortPage));
        var folder = Folder(document, Programs);
        var calls = Path.Combine(folder, "calls");
        foreach (var then in new[] { "", "exit 1", "exec sleep 60" })
        {
            await WrapTesseractAsync(folder, $"case \"$*\" in --list-langs) ;; *) echo \"$1\" >> {calls}; {then};; esac");

            await new DocumentReader(new() { OcrPageSeconds = 2 }, new NativeTools(folder)).ReadAsync(document.Path, CancellationToken.None);
        }

        var pictures = await File.ReadAllLinesAsync(calls);
        Assert.True(pictures.Length >= 3);
        Assert.All(pictures, picture => Assert.False(Directory.Exists(Path.GetDirectoryName(picture))));
    }

    [Fact]
    public async Task Cancelling_kills_tesseract()
    {
        using var document = new EvidenceFile(ScanFile.Png(PrintedPages.Dpi, printed.Draw(DocumentLanguage.En)));
        using var cancel = new CancellationTokenSource();
        var reading = new DocumentReader(new(), new NativeTools()).ReadAsync(document.Path, cancel.Token);
        await Children.WaitForAsync(document, 1);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.Equal(0, Children.On(document));
    }

    private static string Folder(EvidenceFile document, IEnumerable<string> programs)
    {
        foreach (var program in programs)
        {
            File.CreateSymbolicLink(Path.Combine(document.Folder, program), Path.Combine("/usr/bin", program));
        }

        return document.Folder;
    }

    private static async Task WrapTesseractAsync(string folder, string first)
    {
        var program = Path.Combine(folder, "tesseract");
        File.Delete(program);
        await File.WriteAllTextAsync(program, $"#!/bin/sh\nPATH=/usr/bin:/bin\n{first}\nexec tesseract \"$@\"");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }
}
