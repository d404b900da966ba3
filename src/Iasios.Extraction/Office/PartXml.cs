using System.Xml;
using Iasios.Core.Text;

namespace Iasios.Extraction.Office;

/// <summary>What stands at a place in a part.</summary>
internal enum XmlMark
{
    Start,
    End,
    Text,
}

/// <summary>
/// Walks a part's XML from start to end without ever holding it as a whole. An empty element gives a start and an end, as any other.
/// Names are local: the transitional and the strict form of Office XML differ in their namespaces only.
/// </summary>
internal sealed class PartXml(Stream part, int maxDepth, CancellationToken cancellationToken) : IDisposable
{
    // No DTD: neither external files nor entities that grow.
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true };

    private readonly XmlReader xml = XmlReader.Create(part, Settings);

    public XmlMark Mark { get; private set; } = XmlMark.End;

    public string Name => xml.LocalName;

    public string Text => xml.Value;

    public string? Attribute(string name)
    {
        string? value = null;
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            value = xml.LocalName == name && xml.NamespaceURI != "http://www.w3.org/2000/xmlns/" ? xml.Value : value;
        }

        xml.MoveToElement();
        return value;
    }

    public bool StartsAt(string name) => Mark is XmlMark.Start && Name == name;

    public bool EndsAt(string name) => Mark is XmlMark.End && Name == name;

    /// <summary>Moves on; false at the end of the part.</summary>
    public bool Read()
    {
        if (Mark is XmlMark.Start && xml.IsEmptyElement)
        {
            Mark = XmlMark.End;
            return true;
        }

        while (xml.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (xml.Depth > maxDepth)
            {
                throw new UnusableDocumentException(ReadingOutcome.Unreadable, "The file is nested too deeply to be a document. Please make it again.");
            }

            if (MarkOf(xml.NodeType) is { } mark)
            {
                Mark = mark;
                return true;
            }
        }

        return false;
    }

    /// <summary>From an element's start to its end.</summary>
    public void Skip()
    {
        var depth = xml.Depth;
        while (Read() && !(Mark is XmlMark.End && xml.Depth == depth))
        {
        }
    }

    public void Dispose() => xml.Dispose();

    private static XmlMark? MarkOf(XmlNodeType node) => node switch
    {
        XmlNodeType.Element => XmlMark.Start,
        XmlNodeType.EndElement => XmlMark.End,
        XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace => XmlMark.Text,
        _ => null,
    };
}
