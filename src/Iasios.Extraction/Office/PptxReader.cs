using System.Globalization;
using Iasios.Core.Text;

namespace Iasios.Extraction.Office;

/// <summary>Reads the text of a PPTX: one page for each slide in the order of the show, its notes after its own text.</summary>
internal static class PptxReader
{
    public const string Format = "pptx";

    public static Reading Read(OfficePackage package, string mainPart, int maxSlides)
    {
        var slides = SlidesInOrder(package, mainPart);
        if (slides.Count == 0)
        {
            return Refusal.Of(ReadingOutcome.Unreadable, Format, "The presentation has no slides.");
        }

        var pages = slides
            .Take(maxSlides)
            .Select((slide, index) => new PageText(index + 1, ReadSlide(package, slide)))
            .Where(page => page.Text.Length > 0)
            .ToList();
        return pages.Count == 0
            ? Refusal.Of(ReadingOutcome.NeedsOcr, Format, "The slides have no text: they are empty, or pictures. Please hand in the presentation as PDF.")
            : slides.Count > maxSlides
                ? new(ReadingOutcome.Partial, Say($"Only the first {maxSlides} of {slides.Count} slides were read."), Format, slides.Count, pages)
                : new(ReadingOutcome.Read, Reason: null, Format, slides.Count, pages);
    }

    private static List<string> SlidesInOrder(OfficePackage package, string mainPart)
    {
        var parts = package.Relations(mainPart)
            .Where(relation => relation.Purpose == "slide")
            .DistinctBy(relation => relation.Id)
            .ToDictionary(relation => relation.Id, relation => relation.Part);
        var slides = new List<string>();
        using var xml = Open(package, mainPart);
        while (xml.Read())
        {
            // The slide's own "id" is a number; the relation's has a namespace, and stands after it.
            if (xml.StartsAt("sldId") && parts.Remove(xml.Attribute("id") ?? "", out var part))
            {
                slides.Add(part);
            }
        }

        return slides;
    }

    private static string ReadSlide(OfficePackage package, string slide)
    {
        var text = new FlowingText(package.Budget);
        ReadPart(package, slide, text);
        foreach (var other in package.Relations(slide).Where(relation => relation.Purpose is "diagramData" or "notesSlide").OrderBy(relation => relation.Purpose == "notesSlide"))
        {
            ReadPart(package, other.Part, text);
        }

        return string.Join('\n', text.Finish().Select(page => page.Text));
    }

    private static void ReadPart(OfficePackage package, string part, FlowingText text)
    {
        using var xml = Open(package, part);
        ParagraphXml.Read(xml, text, IsLeftOut, Start);
    }

    private static bool IsLeftOut(PartXml xml) => xml.Name is "Fallback" || (xml.Name == "fld" && xml.Attribute("type") == "slidenum");

    private static void Start(PartXml xml, FlowingText text)
    {
        if (xml.Name == "br")
        {
            text.Write("\n");
        }
    }

    private static PartXml Open(OfficePackage package, string part) => package.Open(part) ?? throw new InvalidDataException("A part is missing.");

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
