using Iasios.Core.Text;
using Iasios.Extraction.Ocr;

namespace Iasios.Extraction.Pdf;

/// <summary>Puts the text of a PDF's pages together and says what is missing.</summary>
/// <param name="limits">What one document may cost.</param>
/// <param name="isRecognising">Whether there is an engine that recognises pictures.</param>
internal sealed class PdfVerdict(ReadingLimits limits, bool isRecognising)
{
    private const string Format = "pdf";

    /// <summary>Judges one file.</summary>
    /// <param name="found">What the file itself gave.</param>
    /// <param name="needed">The pages that need recognition, in order.</param>
    /// <param name="recognised">What was recognised of them.</param>
    /// <param name="isCutOff">The file's end is missing.</param>
    public Reading Of(PdfText found, IReadOnlyList<int> needed, OcrResult recognised, bool isCutOff)
    {
        List<PageText> pages = [.. found.Pages.Select(page => recognised.Pages.TryGetValue(page.Text.Number, out var seen) ? OcrPages.Merge(page.Text, seen) : page.Text)];
        List<int> pictures = [.. needed.Where(number => !recognised.Pages.TryGetValue(number, out var seen) || OcrPages.HasFailed(seen))];
        var isLegible = recognised.Pages.Values.Any(page => page.Text.Length > 0)
            || found.Pages.Any(page => page.Letters >= ScanRule.LegibleLetters || (page.Letters > 0 && pictures.Count == 0));
        if (!isLegible)
        {
            return Nothing(found, pictures.Count, recognised.Shortcomings);
        }

        var reason = string.Join(' ', Shortcomings(found, pictures, needed.Count, isCutOff).Concat(recognised.Shortcomings));
        return new(
            reason.Length == 0 ? ReadingOutcome.Read : ReadingOutcome.Partial,
            reason.Length == 0 ? null : reason,
            Format,
            found.Total,
            [.. pages.Where(page => page.Text.Length > 0)]);
    }

    private static Reading Nothing(PdfText found, int pictures, IReadOnlyList<string> shortcomings) => found switch
    {
        { Unread: not 0 } => Refusal.Of(
            ReadingOutcome.TooLarge, Format, "Reading the PDF takes more time or memory than one file may take. Please make it again or split it."),
        { Pages.Count: 0 } => Refusal.Of(ReadingOutcome.Unreadable, Format, "The PDF has no pages."),
        _ when pictures == 0 => new(ReadingOutcome.Unreadable, "The PDF has no text.", Format, found.Total, []),
        _ => new(
            ReadingOutcome.NeedsOcr,
            string.Join(' ', ["The pages have hardly any text: they look like scans.", .. shortcomings, "Please hand in the document with its text."]),
            Format,
            found.Total,
            []),
    };

    private IEnumerable<string> Shortcomings(PdfText found, List<int> pictures, int needed, bool isCutOff)
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

        var beyond = isRecognising ? Math.Max(0, needed - limits.MaxOcrPages) : 0;
        if (beyond > 0)
        {
            yield return Say($"{needed} pages are pictures; only the first {limits.MaxOcrPages} of them were recognised.");
        }

        if (pictures.Count > beyond)
        {
            yield return isRecognising
                ? Say($"The text of {pictures.Count - beyond} of {found.Pages.Count} pages, which are pictures, could not be recognised.")
                : Say($"Hardly any text was found on {pictures.Count} of {found.Pages.Count} pages, which may be pictures.");
        }

        if (isCutOff)
        {
            yield return "The end of the file is missing, so pages may be missing too.";
        }
    }

    private static string Say(FormattableString text) => FormattableString.Invariant(text);
}
