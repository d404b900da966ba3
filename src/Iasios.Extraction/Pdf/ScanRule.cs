using Iasios.Extraction.Ocr;

namespace Iasios.Extraction.Pdf;

/// <summary>A page's size, and the share of it that pictures cover, from 0 to 1.</summary>
internal readonly record struct PageLook(PageSize Size, double Cover);

/// <summary>Tells which pages of a PDF have to be recognised because their text is in a picture.</summary>
internal static class ScanRule
{
    /// <summary>Letters and digits from which a page is no scan, however large its pictures.</summary>
    public const int EnoughLetters = 100;

    /// <summary>A running title or a page number stamped on a scan stays under this; any page that says something is above it.</summary>
    public const int LegibleLetters = 25;

    private const double SomeCover = 0.1;
    private const double HalfCover = 0.5;
    private const double FullCover = 0.9;
    private const double MostIllegible = 0.05;

    /// <summary>Whether a page's text is missing or illegible; a page that could not be looked at is taken for a picture.</summary>
    public static bool NeedsOcr(PdfPage page, PageLook? look) => page.Letters switch
    {
        < LegibleLetters => look is not { Cover: < SomeCover },
        _ when 1 - page.Text.Confidence > MostIllegible => true,
        < EnoughLetters => look is { Cover: >= HalfCover },
        _ => false,
    };

    /// <summary>Whether a picture covers the whole page under its text.</summary>
    public static bool IsTextOverPicture(PdfPage page, PageLook? look) => page.Letters > 0 && look is { Cover: >= FullCover };
}
