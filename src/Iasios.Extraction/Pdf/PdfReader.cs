using System.Globalization;
using System.Text;
using Iasios.Core.Text;
using Iasios.Extraction.Native;

namespace Iasios.Extraction.Pdf;

/// <summary>Reads the text of a PDF with poppler's pdftotext, in a fenced child process.</summary>
internal sealed class PdfReader(ReadingLimits limits, NativeTools tools)
{
    private const string Format = "pdf";
    private const string PageTotal = "Pages:";

    private readonly NativeLimits wholeFile = new(
        limits.ToolCpuSeconds,
        TimeSpan.FromSeconds(limits.ToolWallSeconds),
        limits.ToolMemoryBytes,
        limits.ToolOutputBytes,
        limits.ToolOpenFiles);

    public async Task<Reading> ReadAsync(string path, CancellationToken cancellationToken)
    {
        // A third of the time is kept for reading page by page, should this run be stopped.
        var atOnce = wholeFile with { Wall = wholeFile.Wall * 2 / 3 };
        var run = await tools.RunAsync(NativeTools.PdfToText, Arguments(path, 1, limits.MaxPages), atOnce, cancellationToken);
        return run switch
        {
            { ExitCode: 0 } => await WholeAsync(path, PdfPages.Complete(run.Output, 1), cancellationToken),
            _ when Says(run, "Incorrect password") || Says(run, "security handler") => Refused(ReadingOutcome.Encrypted, Refusal.PasswordNeeded),
            { ExitCode: not null } when !Says(run, "ut of memory") && !Says(run, "bad_alloc") =>
                Refused(ReadingOutcome.Unreadable, "The PDF is damaged and can't be opened. Please make it again."),
            _ => await PageByPageAsync(path, run, cancellationToken),
        };
    }

    private async Task<Reading> WholeAsync(string path, List<PageText> pages, CancellationToken cancellationToken)
    {
        var more = pages.Count == limits.MaxPages;
        var total = more ? await CountPagesAsync(path, OnePage(wholeFile.Wall), cancellationToken) : pages.Count;
        return Judge(new(pages, total, Unread: 0, IsCutOff: PdfTail.IsMissing(path)));
    }

    /// <summary>
    /// A child that was stopped had not written out the pages it was on. They and the following are read one by one in what is
    /// left of the document's time, so that only the bad ones are lost.
    /// </summary>
    private async Task<Reading> PageByPageAsync(string path, NativeRun stopped, CancellationToken cancellationToken)
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

        return Judge(new(pages, total, total is null ? null : last - pages.Count, PdfTail.IsMissing(path)));
    }

    private Reading Judge(PdfText found)
    {
        var legible = found.Pages.Count(PdfPages.IsLegible);
        if (legible == 0)
        {
            return found switch
            {
                { Unread: not 0 } => Refused(
                    ReadingOutcome.TooLarge, "Reading the PDF takes more time or memory than one file may take. Please make it again or split it."),
                { Pages.Count: 0 } => Refused(ReadingOutcome.Unreadable, "The PDF has no pages."),
                _ => new(
                    ReadingOutcome.NeedsOcr, "The pages have hardly any text: they look like scans. Please hand in the document with its text.", Format, found.Total, []),
            };
        }

        var reason = string.Join(' ', Shortcomings(found, found.Pages.Count - legible));
        return new(
            reason.Length == 0 ? ReadingOutcome.Read : ReadingOutcome.Partial,
            reason.Length == 0 ? null : reason,
            Format,
            found.Total,
            [.. found.Pages.Where(page => page.Text.Length > 0)]);
    }

    private IEnumerable<string> Shortcomings(PdfText found, int illegible)
    {
        if (found.Total is null)
        {
            yield return "Some pages could not be read; how many is not known.";
        }

        if (found.Total > limits.MaxPages)
        {
            yield return Say($"Only the first {limits.MaxPages} of {found.Total} pages were read.");
        }

        if (found.Unread > 0)
        {
            yield return Say($"{found.Unread} of {found.Total} pages could not be read in the time or memory that one file may take.");
        }

        if (illegible > 0)
        {
            yield return Say($"Hardly any text was found on {illegible} of {found.Pages.Count} pages, which may be pictures.");
        }

        if (found.IsCutOff)
        {
            yield return "The end of the file is missing, so pages may be missing too.";
        }
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

    /// <param name="Pages">Those that were read to their end.</param>
    /// <param name="Total">As the file says; null when even that could not be learned.</param>
    /// <param name="Unread">Pages within the limit that gave nothing; null when not known.</param>
    /// <param name="IsCutOff">The file's end is missing.</param>
    private sealed record PdfText(IReadOnlyList<PageText> Pages, int? Total, int? Unread, bool IsCutOff);
}
