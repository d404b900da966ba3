using System.Xml;
using Iasios.Core.Text;

namespace Iasios.Extraction.Office;

/// <summary>Finds out which Office document a ZIP is, and has it read.</summary>
internal sealed class OfficeReader(ReadingLimits limits)
{
    public const string Zip = "zip";
    private const string Damaged = "The file is damaged and can't be opened. Please save it again.";

    /// <summary>Reads synchronously: unpacking is work for a processor, not for a disk.</summary>
    public Reading Read(string path, DocumentBudget budget, CancellationToken cancellationToken)
    {
        var format = Zip;
        try
        {
            using var package = new OfficePackage(path, limits, budget, cancellationToken);
            var mainPart = package.FindMainPart();
            format = mainPart is null ? OpenDocument.FormatOf(package.MediaType()) : FormatOf(mainPart);
            var reading = format switch
            {
                DocxReader.Format => DocxReader.Read(package, mainPart!),
                XlsxReader.Format => new XlsxReader(package, mainPart!).Read(),
                PptxReader.Format => PptxReader.Read(package, mainPart!, limits.MaxPages),
                OpenDocument.Text or OpenDocument.Presentation => OdtReader.Read(package, format),
                OpenDocument.Workbook => OdsReader.Read(package),
                _ => Refusal.Of(ReadingOutcome.Unsupported, format, $"This kind of file can't be read. {Refusal.SaveAs} Documents in a ZIP file are handed in one by one."),
            };
            return reading with { Properties = OfficeProperties.Read(package) };
        }
        catch (UnusableDocumentException unusable)
        {
            return Refusal.Of(unusable.Outcome, format, unusable.Message);
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException)
        {
            return Refusal.Of(ReadingOutcome.Unreadable, format, Damaged);
        }
    }

    private static string FormatOf(string mainPart) => mainPart.Split('/') switch
    {
        ["word", var name] when IsXml(name) => DocxReader.Format,
        ["xl", var name] when IsXml(name) => XlsxReader.Format,
        ["ppt", var name] when IsXml(name) => PptxReader.Format,
        _ => Zip,
    };

    private static bool IsXml(string name) => name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);
}
