using System.Collections.Frozen;
using System.Xml;

namespace Iasios.Extraction.Office;

/// <summary>Reads the properties that an Office or OpenDocument file holds beside its text: title, subject, author and the like.</summary>
internal static class OfficeProperties
{
    private const int MostProperties = 20;
    private const int Longest = 500;

    private static readonly string[] Parts = ["docProps/core.xml", "meta.xml"];

    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        "title", "subject", "creator", "initial-creator", "description", "keywords", "keyword", "category", "lastModifiedBy");

    /// <summary>Their values, shortened to 500 characters each.</summary>
    public static IReadOnlyList<string> Read(OfficePackage package)
    {
        var properties = new List<string>();
        foreach (var part in Parts)
        {
            try
            {
                using var xml = package.Open(part);
                Read(xml, properties);
            }
            catch (XmlException)
            {
                // Damaged properties take nothing from the document.
            }
        }

        return properties;
    }

    private static void Read(PartXml? xml, List<string> properties)
    {
        var inProperty = false;
        while (properties.Count < MostProperties && xml?.Read() == true)
        {
            if (xml.Mark is XmlMark.Text && inProperty && !xml.Text.IsWhiteSpace())
            {
                properties.Add(xml.Text[..Math.Min(xml.Text.Length, Longest)].ToString());
            }

            inProperty = xml.Mark is XmlMark.Start ? Names.Contains(xml.Name) : inProperty && xml.Mark is not XmlMark.End;
        }
    }
}
