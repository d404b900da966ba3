using System.IO.Compression;
using Iasios.Core.Text;

namespace Iasios.Extraction.Office;

/// <summary>How one part names another: by an id, for a purpose such as "header".</summary>
internal sealed record Relation(string Id, string Purpose, string Part);

/// <summary>An Office document's ZIP package: its parts by name, and their relations, all read under counted caps.</summary>
/// <exception cref="InvalidDataException">From every member: the file is no whole ZIP.</exception>
internal sealed class OfficePackage(string path, ReadingLimits limits, CancellationToken cancellationToken) : IDisposable
{
    private readonly ZipArchive archive = ZipFile.OpenRead(path);
    private readonly UnpackBudget unpack = new(limits.MaxUnpackedBytes);

    /// <summary>The characters that the document may still give.</summary>
    public TextBudget Budget { get; } = new(limits.MaxCharacters);

    /// <summary>The part that the document begins with, such as "word/document.xml"; null when the ZIP is no Office document.</summary>
    /// <exception cref="UnusableDocumentException">The package has too many parts.</exception>
    public string? FindMainPart() => archive.Entries.Count <= limits.MaxPackageParts
        ? Relations("").FirstOrDefault(relation => relation.Purpose == "officeDocument")?.Part
        : throw new UnusableDocumentException(ReadingOutcome.TooLarge, "The file holds more parts than a document may.");

    /// <summary>Opens a part; null when the package has none of that name.</summary>
    public PartXml? Open(string part) => archive.GetEntry(part) is { } entry
        ? new(new CountedStream(entry.Open(), limits.MaxPartBytes, unpack), limits.MaxXmlDepth, cancellationToken)
        : null;

    /// <summary>The parts that a part names, in its order. Links out of the package are left out.</summary>
    public IReadOnlyList<Relation> Relations(string part)
    {
        var folder = part[..(part.LastIndexOf('/') + 1)];
        var relations = new List<Relation>();
        using var xml = Open($"{folder}_rels/{part[folder.Length..]}.rels");
        while (xml?.Read() == true)
        {
            if (xml.StartsAt("Relationship")
                && xml.Attribute("TargetMode") != "External"
                && (xml.Attribute("Id"), xml.Attribute("Type"), xml.Attribute("Target")) is ({ } id, { } type, { } target))
            {
                relations.Add(new(id, type[(type.LastIndexOf('/') + 1)..], Resolve(folder, target)));
            }
        }

        return relations;
    }

    public void Dispose() => archive.Dispose();

    private static string Resolve(string folder, string target)
    {
        var steps = new List<string>();
        var full = target.StartsWith('/') ? target : folder + target;
        foreach (var step in full.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step != "..")
            {
                steps.Add(step);
            }
            else if (steps.Count > 0)
            {
                steps.RemoveAt(steps.Count - 1);
            }
        }

        return string.Join('/', steps);
    }
}
