using System.Globalization;
using System.Text;
using Iasios.Core.Text;
using Iasios.Extraction.Native;
using Iasios.Extraction.Ocr;

namespace Iasios.Extraction.Pdf;

/// <summary>
/// Reads the text of a PDF with poppler's pdftotext, in a fenced child process, and has those pages recognised that are pictures.
/// </summary>
/// <param name="limits">What one document may cost.</param>
/// <param name="tools">The native programs.</param>
/// <param name="engine">Recognises pages; null when pages that are pictures are only reported.</param>
internal sealed class PdfReader(ReadingLimits limits, NativeTools tools, IOcrEngine? engine)
{
    private const string Format = "pdf";
    private const string PageTotal = "Pages:";

    private readonly PageLooks looks = new(tools);
    private readonly PdfVerdict verdict = new(limits, engine is not null);
    private readonly OcrPages? ocr = engine is null ? null : new(engine, limits.MaxOcrPages);

    private readonly NativeLimits wholeFile = new(
        limits.ToolCpuSeconds,
        TimeSpan.FromSeconds(limits.ToolWallSeconds),
        limits.ToolMemoryBytes,
        limits.ToolOutputBytes,
        limits.ToolOpenFiles);

    /// <returns>Null when it paused before the last page that needs recognition.</returns>
    public async Task<Reading?> ReadAsync(string path, ReadingRequest request, CancellationToken cancellationToken)
    {
        // A third of the time is kept for reading page by page, should this run be stopped.
        var atOnce = wholeFile with { Wall = wholeFile.Wall * 2 / 3 };
        var run = await tools.RunAsync(NativeTools.PdfToText, Arguments(path, 1, limits.MaxPages), atOnce, cancellationToken);
        return run switch
        {
            { ExitCode: 0 } => await FinishAsync(path, await WholeAsync(path, run, cancellationToken), request, cancellationToken),
            _ when Says(run, "Incorrect password") || Says(run, "security handler") => Refused(ReadingOutcome.Encrypted, Refusal.PasswordNeeded),
            { ExitCode: not null } when !Says(run, "ut of memory") && !Says(run, "bad_alloc") =>
                Refused(ReadingOutcome.Unreadable, "The PDF is damaged and can't be opened. Please make it again."),
            _ => await FinishAsync(path, await PageByPageAsync(path, run, cancellationToken), request, cancellationToken),
        };
    }

    private async Task<PdfText> WholeAsync(string path, NativeRun run, CancellationToken cancellationToken)
    {
        var pages = PdfPages.Complete(run.Output, 1);
        var more = pages.Count == limits.MaxPages;
        var total = more ? await CountPagesAsync(path, OnePage(wholeFile.Wall), cancellationToken) : pages.Count;
        return new(pages, total, Unread: 0, wholeFile.Wall - run.Elapsed);
    }

    /// <summary>
    /// A child that was stopped had not written out the pages it was on. They and the following are read one by one in what is
    /// left of the document's time, so that only the bad ones are lost.
    /// </summary>
    private async Task<PdfText> PageByPageAsync(string path, NativeRun stopped, CancellationToken cancellationToken)
    {
        var pages = PdfPages.Complete(stopped.Output, 1);
        var wall = wholeFile.Wall - stopped.Elapsed;
        var output = limits.ToolOutputBytes - stopped.Output.Length;
        var total = wall > TimeSpan.Zero ? await CountPagesAsync(path, OnePage(wall), cancellationToken) : null;
        var last = Math.Min(total ?? 0, limits.MaxPages);

        for (var number = pages.Count + 1; number <= last && wall > TimeSpan.Zero && output > 0; number++)
        {
            var run = await tools.RunAsync(
                NativeTools.PdfToText, Arguments(path, number, number), OnePage(wall) with { OutputBytes = output }, cancellationToken);
            wall -= run.Elapsed;
            output -= run.Output.Length;
            pages.AddRange(run.ExitCode == 0 ? PdfPages.Complete(run.Output, number) : []);
        }

        return new(pages, total, total is null ? null : last - pages.Count, wall);
    }

    private async Task<Reading?> FinishAsync(string path, PdfText read, ReadingRequest request, CancellationToken cancellationToken)
    {
        var seen = await LookAsync(path, read, cancellationToken);
        PageLook? Look(PdfPage page) => seen.TryGetValue(page.Text.Number, out var look) ? look : null;

        var pages = read.Pages.Select(page => page with { Text = page.Text with { IsTextOverPicture = ScanRule.IsTextOverPicture(page, Look(page)) } });
        var found = read with { Pages = [.. pages] };
        List<int> needed = [.. found.Pages.Where(page => ScanRule.NeedsOcr(page, Look(page))).Select(page => page.Text.Number)];
        var file = new ScannedFile(path, IsPdf: true) { Sizes = seen.ToDictionary(page => page.Key, page => page.Value.Size) };
        var recognised = ocr is null
            ? OcrResult.Nothing
            : await ocr.RecogniseAsync(file, needed, request with { Languages = LanguagesOf(found, needed, request) }, cancellationToken);
        return recognised is null ? null : verdict.Of(found, needed, recognised, PdfTail.IsMissing(path));
    }

    // The pages of one document are mostly in one language.
    private static IReadOnlyList<DocumentLanguage> LanguagesOf(PdfText found, List<int> needed, ReadingRequest request)
    {
        var told = LanguageDetector.Detect([.. found.Pages.Select(page => page.Text).Where(page => !needed.Contains(page.Number))]);
        return told is DocumentLanguage.Other ? request.Languages : [told, .. request.Languages.Where(language => language != told)];
    }

    // Only a file that holds pictures like scanned pages is looked at as a whole: text may lie over them.
    private async Task<Dictionary<int, PageLook>> LookAsync(string path, PdfText read, CancellationToken cancellationToken)
    {
        var all = read.Pages.Count > 0 && PagePictures.Has(path);
        List<int> wanted = [.. read.Pages.Where(page => all || page.Letters < ScanRule.EnoughLetters || ScanRule.NeedsOcr(page, look: null)).Select(page => page.Text.Number)];
        return wanted.Count > 0 && read.Left > TimeSpan.Zero
            ? await looks.LookAsync(path, wanted[0], wanted[^1], wholeFile with { Wall = read.Left }, cancellationToken)
            : [];
    }

    private async Task<int?> CountPagesAsync(string path, NativeLimits allowed, CancellationToken cancellationToken)
    {
        var run = await tools.RunAsync(NativeTools.PdfInfo, [Path.GetFullPath(path)], allowed, cancellationToken);
        var pages = Encoding.UTF8.GetString(run.Output.Span).Split('\n').FirstOrDefault(line => line.StartsWith(PageTotal, StringComparison.Ordinal));
        return int.TryParse(pages?[PageTotal.Length..], NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out var count) ? count : null;
    }

    private NativeLimits OnePage(TimeSpan wall) => wholeFile with { CpuSeconds = Math.Max(1, limits.ToolCpuSeconds / 10), Wall = wall };

    // -layout keeps a table's row on one line; without it, a column of labels is written first and their values after it.
    private static string[] Arguments(string path, int first, int last) =>
        ["-layout", "-enc", "UTF-8", "-eol", "unix", "-f", Say($"{first}"), "-l", Say($"{last}"), Path.GetFullPath(path), "-"];

    private static Reading Refused(ReadingOutcome outcome, string reason) => Refusal.Of(outcome, Format, reason);

    private static bool Says(NativeRun run, string words) => run.Errors.Contains(words, StringComparison.Ordinal);

    private static string Say(FormattableString text) => FormattableString.Invariant(text);
}
