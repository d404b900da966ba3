using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Iasios.Core.Text;
using Iasios.Extraction.Native;

namespace Iasios.Extraction.Ocr;

/// <summary>Recognises pages with Tesseract, on this machine and in fenced child processes.</summary>
internal sealed class TesseractEngine(ReadingLimits limits, NativeTools tools) : IOcrEngine
{
    /// <summary>A page whose words are on average less sure than this is looked at again.</summary>
    public const double Sure = 0.88;

    // A look at a page: how finely it is drawn and whether Tesseract finds out which way is up.
    private static readonly Look[] Looks = [new(200, FindsUp: false), new(300, FindsUp: false), new(200, FindsUp: true)];

    private IReadOnlySet<string>? installed;

    public async IAsyncEnumerable<PageText> RecogniseAsync(
        ScannedFile file,
        IReadOnlyList<int> pages,
        IReadOnlyList<DocumentLanguage> languages,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var folder = new ScratchFolder();
        var images = new PageImages(file, folder.Path, tools);
        var choice = new LanguageChoice(languages, await InstalledAsync(cancellationToken));
        foreach (var number in pages)
        {
            yield return await RecogniseAsync(images, number, choice, cancellationToken) is { } read
                ? new(number, read.Text) { OcrStart = 0, Confidence = read.Words == 0 ? 1 : read.Confidence }
                : new(number, "") { OcrStart = 0, Confidence = 0 };
        }
    }

    /// <summary>Tesseract's names of the languages whose data this machine has.</summary>
    public async Task<IReadOnlySet<string>> InstalledAsync(CancellationToken cancellationToken)
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
        RecognisedText? best = null;
        foreach (var look in Looks)
        {
            if (best is { Confidence: >= Sure })
            {
                break;
            }

            if (await images.GetAsync(page, look.Dpi, time, cancellationToken) is not { } image)
            {
                continue;
            }

            var read = await ReadAsync(image, look, choice.Current, time, cancellationToken);
            if (read is not null && choice.Learn(LanguageGuess.Of(read.Text)))
            {
                read = Better(read, await ReadAsync(image, look, choice.Current, time, cancellationToken));
            }

            best = Better(best, read);
        }

        return best;
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

    private sealed record Look(int Dpi, bool FindsUp);
}
