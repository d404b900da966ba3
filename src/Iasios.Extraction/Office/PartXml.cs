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
internal sealed class PartXml(CountedStream part, int maxDepth, CancellationToken cancellationToken) : IDisposable
{
    // No DTD: neither external files nor entities that grow.
    private static XmlReaderSettings Settings(XmlNameTable names) => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CloseInput = true,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        NameTable = names,
    };

    private readonly XmlReader xml = XmlReader.Create(part, Settings(new CappedNames()));
    private readonly char[] chunk = new char[8 * 1024];
    private int chunkLength;

    public XmlMark Mark { get; private set; } = XmlMark.End;

    public string Name => xml.LocalName;

    /// <summary>A piece of text; long texts come in several, so that none is held as a whole.</summary>
    public ReadOnlySpan<char> Text => chunk.AsSpan(0, chunkLength);

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

        if (Mark is XmlMark.Text && ReadChunk())
        {
            return true;
        }

        while (ReadNode())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (xml.Depth > maxDepth)
            {
                throw new UnusableDocumentException(ReadingOutcome.Unreadable, "The file is nested too deeply to be a document. Please make it again.");
            }

            if (MarkOf(xml.NodeType) is { } mark)
            {
                Mark = mark;
                if (mark is not XmlMark.Text || ReadChunk())
                {
                    return true;
                }
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

    private bool ReadNode()
    {
        part.BeginPiece();
        return xml.Read();
    }

    private bool ReadChunk()
    {
        part.BeginPiece();
        chunkLength = xml.ReadValueChunk(chunk, 0, chunk.Length);
        return chunkLength > 0;
    }

    private static XmlMark? MarkOf(XmlNodeType node) => node switch
    {
        XmlNodeType.Element => XmlMark.Start,
        XmlNodeType.EndElement => XmlMark.End,
        XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace => XmlMark.Text,
        _ => null,
    };

    // Names are kept for as long as a part is read: a part made of ever new ones would fill the memory.
    private sealed class CappedNames : NameTable
    {
        private const int MaxNames = 20_000;

        private int names;

        public override string Add(char[] key, int start, int len)
        {
            if (Get(key, start, len) is null && ++names > MaxNames)
            {
                throw new UnusableDocumentException(ReadingOutcome.TooLarge, "The file holds more kinds of parts than a document may. Please make it again.");
            }

            return base.Add(key, start, len);
        }
    }
}
