using Iasios.Core.Text;

namespace Iasios.Extraction.Ocr;

/// <summary>Reads documents that are pictures: photos, screenshots, scans of one page or many.</summary>
/// <param name="limits">What one document may cost.</param>
/// <param name="engine">Null when this machine can't recognise text.</param>
internal sealed class PictureReader(ReadingLimits limits, IOcrEngine? engine)
{
    private const string Format = "picture";

    public async Task<Reading?> ReadAsync(string path, ReadingRequest request, CancellationToken cancellationToken)
    {
        if (PictureSizes.Read(path, limits.MaxPages) is not { } sizes)
        {
            return Refused(ReadingOutcome.Unsupported, "Pictures of this kind can't be read. Please save it as PDF, PNG or JPEG and hand that in.");
        }

        var opened = Enumerable.Range(1, sizes.Count).Where(page => !sizes[page - 1].IsAbsurd).ToList();
        var pages = opened.Where(page => sizes[page - 1].Dots <= limits.MaxPictureDots).ToList();
        return (opened, pages, engine) switch
        {
            ({ Count: 0 }, _, _) => Damaged(),
            (_, { Count: 0 }, _) => Refused(ReadingOutcome.TooLarge, "The picture has more dots than can be read. Please save it at a lower resolution."),
            (_, _, null) => new(
                ReadingOutcome.NeedsOcr, "The file is a picture, and text recognition is not set up here. Please hand in the document with its text.", Format, sizes.Count, []),
            _ => await RecogniseAsync(new(path, IsPdf: false), pages, sizes.Count, request, cancellationToken),
        };
    }

    private async Task<Reading?> RecogniseAsync(ScannedFile file, List<int> numbers, int total, ReadingRequest request, CancellationToken cancellationToken)
    {
        var known = request.Recognised.ToDictionary(page => page.Number);
        var left = numbers.Where(number => !known.ContainsKey(number)).ToList();
        await foreach (var page in engine!.RecogniseAsync(file, left, request.Languages, cancellationToken))
        {
            known[page.Number] = page;
            await request.OnRecognised(new(page, known.Count, numbers.Count), cancellationToken);
            if (request.Pause.IsCancellationRequested && known.Count < numbers.Count)
            {
                return null;
            }
        }

        var pages = known.Values.OrderBy(page => page.Number).ToList();
        var lost = total - pages.Count(page => page.Confidence > 0);
        if (lost == total)
        {
            return Damaged();
        }

        var texts = pages.Where(page => page.Text.Length > 0).ToList();
        return (texts.Count, lost) switch
        {
            (0, _) => new(ReadingOutcome.NeedsOcr, "No text was recognised in the picture. Please hand in the document with its text.", Format, total, []),
            (_, 0) => new(ReadingOutcome.Read, null, Format, total, texts),
            _ => new(ReadingOutcome.Partial, FormattableString.Invariant($"{lost} of {total} pages could not be read."), Format, total, texts),
        };
    }

    private static Reading Damaged() => Refused(ReadingOutcome.Unreadable, "The picture is damaged and can't be opened. Please make it again.");

    private static Reading Refused(ReadingOutcome outcome, string reason) => Refusal.Of(outcome, Format, reason);
}
