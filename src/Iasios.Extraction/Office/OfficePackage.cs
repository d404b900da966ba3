using System.IO.Compression;
using System.Text;
using Iasios.Core.Text;

namespace Iasios.Extraction.Office;

/// <summary>How one part names another: by an id, for a purpose such as "header".</summary>
internal sealed record Relation(string Id, string Purpose, string Part);

/// <summary>An Office document's ZIP package: its parts by name, and their relations, all read under counted caps.</summary>
/// <exception cref="InvalidDataException">From every member: the file is no whole ZIP.</exception>
internal sealed class OfficePackage : IDisposable
{
    private const int LongestMediaType = 100;

    private readonly ZipArchive archive;
    private readonly ReadingLimits limits;
    private readonly CancellationToken cancellationToken;

    /// <exception cref="UnusableDocumentException">The package has too many parts.</exception>
    public OfficePackage(string path, ReadingLimits limits, DocumentBudget budget, CancellationToken cancellationToken)
    {
        (this.limits, Budget, this.cancellationToken) = (limits, budget, cancellationToken);
        if (ZipDirectory.HasMoreThan(limits.MaxPackageParts, path))
        {
            throw TooManyParts();
        }

        archive = ZipFile.OpenRead(path);
    }

    /// <summary>What the document may still cost.</summary>
    public DocumentBudget Budget { get; }

    /// <summary>The part that an Office Open XML document begins with, such as "word/document.xml"; null when the ZIP is none.</summary>
    public string? FindMainPart() => Relations("").FirstOrDefault(relation => relation.Purpose == "officeDocument")?.Part;

    /// <summary>What an OpenDocument says that it is, such as "application/vnd.oasis.opendocument.text"; null when the ZIP is none.</summary>
    public string? MediaType()
    {
        if (archive.GetEntry("mimetype") is not { } entry)
        {
            return null;
        }

        using var part = new CountedStream(entry.Open(), limits.MaxPartBytes, Budget);
        var name = new byte[LongestMediaType];
        return Encoding.ASCII.GetString(name, 0, part.ReadAtLeast(name, name.Length, throwOnEndOfStream: false)).Trim();
    }

    /// <summary>Opens a part; null when the package has none of that name.</summary>
    public PartXml? Open(string part) => archive.GetEntry(part) is { } entry
        ? new(new CountedStream(entry.Open(), limits.MaxPartBytes, Budget), limits.MaxXmlDepth, cancellationToken)
        : null;

    /// <summary>The parts that a part names, in its order. Links out of the package are left out.</summary>
    /// <exception cref="UnusableDocumentException">The part names more parts than a package may have.</exception>
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
                if (relations.Count > limits.MaxPackageParts)
                {
                    throw TooManyParts();
                }
            }
        }

        return relations;
    }

    public void Dispose() => archive.Dispose();

    private static UnusableDocumentException TooManyParts() => new(ReadingOutcome.TooLarge, "The file holds more parts than a document may.");

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
