using Iasios.Core.Text;

namespace Iasios.Extraction.Ocr;

/// <summary>Reads documents that are pictures: photos, screenshots, scans of one page or many.</summary>
/// <param name="limits">What one document may cost.</param>
/// <param name="engine">Null when this machine can't recognise text.</param>
internal sealed class PictureReader(ReadingLimits limits, IOcrEngine? engine)
{
    private const string Format = "picture";

    private readonly OcrPages? ocr = engine is null ? null : new(engine, limits.MaxOcrPages);

    public async Task<Reading?> ReadAsync(string path, ReadingRequest request, CancellationToken cancellationToken)
    {
        if (PictureSizes.Read(path, limits.MaxPages) is not { } sizes)
        {
            return Refused(ReadingOutcome.Unsupported, "Pictures of this kind can't be read. Please save it as PDF, PNG or JPEG and hand that in.");
        }

        var opened = Enumerable.Range(1, sizes.Count).Where(page => !sizes[page - 1].IsAbsurd).ToList();
        var pages = opened.Where(page => sizes[page - 1].Dots <= limits.MaxPictureDots).ToList();
        return (opened, pages, ocr) switch
        {
            ({ Count: 0 }, _, _) => Damaged(),
            (_, { Count: 0 }, _) => Refused(ReadingOutcome.TooLarge, "The picture has more dots than can be read. Please save it at a lower resolution."),
            (_, _, null) => NotSetUp(sizes.Count),
            _ => await RecogniseAsync(new(path, IsPdf: false), pages, sizes.Count, request, cancellationToken),
        };
    }

    private async Task<Reading?> RecogniseAsync(ScannedFile file, List<int> numbers, int total, ReadingRequest request, CancellationToken cancellationToken)
    {
        if (await ocr!.RecogniseAsync(file, numbers, request, cancellationToken) is not { } recognised)
        {
            return null;
        }

        var shortcomings = string.Join(' ', recognised.Shortcomings);
        if (recognised.Pages.Count == 0)
        {
            return shortcomings.Length > 0 ? NotTaken(total, shortcomings) : NotSetUp(total);
        }

        var pages = recognised.Pages.Values.Where(page => !OcrPages.HasFailed(page)).OrderBy(page => page.Number).ToList();
        var lost = total - pages.Count;
        if (lost == total)
        {
            return Damaged();
        }

        var texts = pages.Where(page => page.Text.Length > 0).ToList();
        return (texts.Count, lost) switch
        {
            (0, _) => new(ReadingOutcome.Unreadable, "No text was recognised in the picture.", Format, total, []),
            (_, 0) when shortcomings.Length == 0 => new(ReadingOutcome.Read, null, Format, total, texts),
            (_, 0) => new(ReadingOutcome.Partial, shortcomings, Format, total, texts),
            _ => new(ReadingOutcome.Partial, FormattableString.Invariant($"{lost} of {total} pages could not be read. {shortcomings}").TrimEnd(), Format, total, texts),
        };
    }

    private static Reading NotTaken(int total, string shortcomings) => new(
        ReadingOutcome.NeedsOcr, $"The file is a picture and was not recognised. {shortcomings} Please hand in the document with its text.", Format, total, []);

    private static Reading NotSetUp(int total) => new(
        ReadingOutcome.NeedsOcr, "The file is a picture, and text recognition is not set up here. Please hand in the document with its text.", Format, total, []);

    private static Reading Damaged() => Refused(ReadingOutcome.Unreadable, "The picture is damaged and can't be opened. Please make it again.");

    private static Reading Refused(ReadingOutcome outcome, string reason) => Refusal.Of(outcome, Format, reason);
}
