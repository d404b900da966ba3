using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Iasios.Core.Text;
using Iasios.Extraction.Native;

namespace Iasios.Extraction.Ocr;

/// <summary>Recognises pages with Tesseract, on this machine and in fenced child processes.</summary>
internal sealed class TesseractEngine(ReadingLimits limits, NativeTools tools) : IOcrEngine
{
    // A page whose words are on average less sure than this is drawn again, more finely; docs/measurements.md has the figures.
    private const double Sure = 0.91;

    // Words of a page that stands on its head are about 0.4 sure, those of a poor scan 0.85.
    private const double Guessed = 0.6;

    // One cell in a hundred words; less than that is as often lost as won.
    private const double ClearGain = 1.01;

    private static readonly Look Plain = new(IsFinest: false, FindsUp: false, FindsTables: true);
    private static readonly Look Flat = new(IsFinest: false, FindsUp: false, FindsTables: false);
    private static readonly Look Finest = new(IsFinest: true, FindsUp: false, FindsTables: true);
    private static readonly Look Turned = new(IsFinest: false, FindsUp: true, FindsTables: true);

    private IReadOnlySet<string>? installed;

    public async IAsyncEnumerable<PageText> RecogniseAsync(OcrRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var installedLanguages = await InstalledAsync(cancellationToken);
        if (installedLanguages.Count == 0)
        {
            yield break;
        }

        using var folder = new ScratchFolder();
        var images = new PageImages(request.File, folder.Path, tools);
        var choice = new LanguageChoice(request.Languages, installedLanguages);
        foreach (var number in request.Pages.TakeWhile(_ => !request.Pause.IsCancellationRequested))
        {
            yield return await RecogniseAsync(images, number, choice, cancellationToken) is { } read
                ? new(number, read.Text) { OcrStart = 0, Confidence = read.Words == 0 ? 1 : read.Confidence }
                : new(number, "") { OcrStart = 0, Confidence = 0 };
        }

        foreach (var language in choice.Lacking.Order())
        {
            request.Tell(TesseractLanguages.Lack(language));
        }
    }

    // Tesseract's names of the languages whose data this machine has.
    private async Task<IReadOnlySet<string>> InstalledAsync(CancellationToken cancellationToken)
    {
        if (installed is null)
        {
            var run = await new PageTime(limits).RunAsync(tools, NativeTools.Tesseract, ["--list-langs"], cancellationToken);
            var names = Encoding.UTF8.GetString(run!.Output.Span).Split('\n');
            installed = names.Intersect(TesseractLanguages.All, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        }

        return installed;
    }

    private async Task<RecognisedText?> RecogniseAsync(PageImages images, int page, LanguageChoice choice, CancellationToken cancellationToken)
    {
        var time = new PageTime(limits);
        var best = await LookAsync(images, page, Plain, choice, time, cancellationToken);
        if (best?.Text.Contains('\t', StringComparison.Ordinal) == true)
        {
            // Of what it takes for a table Tesseract drops some cells without a sign; a clearly longer reading shows it.
            var flat = await LookAsync(images, page, Flat, choice, time, cancellationToken);
            best = flat?.Score > best.Score * ClearGain ? flat : best;
        }

        Look[] further = best is null or { Confidence: < Guessed } ? [Turned, Finest] : [Finest];
        foreach (var look in further.TakeWhile(_ => best is not { Confidence: >= Sure }))
        {
            best = Better(best, await LookAsync(images, page, look, choice, time, cancellationToken));
        }

        return best;
    }

    private async Task<RecognisedText?> LookAsync(
        PageImages images, int page, Look look, LanguageChoice choice, PageTime time, CancellationToken cancellationToken)
    {
        if (await images.GetAsync(page, look.IsFinest, time, cancellationToken) is not { } image)
        {
            return null;
        }

        var read = await ReadAsync(image, look, choice.Current, time, cancellationToken);
        return read is not null && choice.Learn(LanguageDetector.Detect([new(page, read.Text)]))
            ? Better(read, await ReadAsync(image, look, choice.Current, time, cancellationToken))
            : read;
    }

    private async Task<RecognisedText?> ReadAsync(PageImage image, Look look, string languages, PageTime time, CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            image.Path,
            "stdout",
            "-l", languages,
            "--psm", look.FindsUp ? "1" : "3",
            .. image.Dpi is { } dpi ? ["--dpi", dpi.ToString(CultureInfo.InvariantCulture)] : Array.Empty<string>(),
            "-c", "tessedit_create_tsv=1",
            .. look.FindsTables ? Array.Empty<string>() : ["-c", "textord_tabfind_find_tables=0"],
            "-c", string.Create(CultureInfo.InvariantCulture, $"tessedit_page_number={image.Index}"),
        ];
        var run = await time.RunAsync(tools, NativeTools.Tesseract, arguments, cancellationToken);
        if (run is not { ExitCode: 0 })
        {
            return null;
        }

        // An empty page is one thing, a page that could not be drawn another.
        var read = TesseractTable.Read(run.Output.Span);
        return read.Words == 0 && image.IsDamaged ? null : read;
    }

    private static RecognisedText? Better(RecognisedText? first, RecognisedText? second) =>
        first is null || second?.Score > first.Score ? second : first;

    // How finely a page is drawn, whether Tesseract finds out which way is up, and whether it looks for tables.
    private sealed record Look(bool IsFinest, bool FindsUp, bool FindsTables);
}
