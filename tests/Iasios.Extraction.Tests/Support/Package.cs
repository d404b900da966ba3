using System.IO.Compression;
using System.Text;

namespace Iasios.Extraction.Tests.Support;

/// <summary>Writes Office packages part by part, well-formed or not.</summary>
internal static class Package
{
    public const string WordNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string OfficeRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>A DOCX with this body.</summary>
    public static byte[] Word(string body) => WordDocument($"""<w:document xmlns:w="{WordNamespace}"><w:body>{body}</w:body></w:document>""");

    /// <summary>A DOCX with this main part.</summary>
    public static byte[] WordDocument(string xml) => Zip(Root("word/document.xml"), ("word/document.xml", xml));

    /// <summary>The part that says which part the document begins with.</summary>
    public static (string Part, string Content) Root(string mainPart) => (
        "_rels/.rels",
        $"""<Relationships xmlns="{Relations}"><Relationship Id="r1" Type="{OfficeRelations}/officeDocument" Target="{mainPart}"/></Relationships>""");

    public static byte[] Zip(params IEnumerable<(string Part, string Content)> parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (part, content) in parts)
            {
                using var stream = zip.CreateEntry(part, CompressionLevel.Fastest).Open();
                stream.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return file.ToArray();
    }
}
