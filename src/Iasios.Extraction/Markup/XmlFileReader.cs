using System.Xml;
using Iasios.Core.Text;
using Iasios.Extraction.Office;

namespace Iasios.Extraction.Markup;

/// <summary>Reads the text of an XML file: what stands in an element is a line.</summary>
internal static class XmlFileReader
{
    public const string Format = "xml";

    public static Reading Read(string path, ReadingLimits limits, DocumentBudget budget, CancellationToken cancellationToken)
    {
        try
        {
            var text = new FlowingText(budget);
            using var xml = new PartXml(new CountedStream(File.OpenRead(path), limits.MaxPartBytes, budget), limits.MaxXmlDepth, cancellationToken);
            text.StartParagraph();
            while (xml.Read())
            {
                if (xml.Mark is XmlMark.Text)
                {
                    text.Write(xml.Text);
                }
                else
                {
                    text.EndParagraph();
                    text.StartParagraph();
                }
            }

            var pages = text.Finish();
            return pages.Count > 0
                ? new(ReadingOutcome.Read, Reason: null, Format, PageCount: null, pages)
                : Refusal.Of(ReadingOutcome.Unreadable, Format, "The file has no text.");
        }
        catch (UnusableDocumentException unusable)
        {
            return Refusal.Of(unusable.Outcome, Format, unusable.Message);
        }
        catch (XmlException)
        {
            return Refusal.Of(ReadingOutcome.Unreadable, Format, $"The file is no sound XML, or defines entities. {Refusal.SaveAs}");
        }
    }
}
