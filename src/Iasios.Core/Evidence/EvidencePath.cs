using Iasios.Core.Facilities;

namespace Iasios.Core.Evidence;

/// <summary>Where a document lies in the evidence container: <c>{facility}/{any/folders/}{file}</c>.</summary>
/// <param name="BlobName">The blob's exact name.</param>
/// <param name="Facility">The first folder, if it can be a facility's id; null: unassigned.</param>
/// <param name="PathInFacility">What follows the first folder; the whole name when unassigned.</param>
public sealed record EvidencePath(string BlobName, FacilityId? Facility, string PathInFacility)
{
    /// <summary>The document's key.</summary>
    public DocumentKey Key { get; } = DocumentKey.For(BlobName);

    /// <summary>True for what tools leave behind and nobody handed in: folder markers, Thumbs.db, .DS_Store, ~$ lock files.</summary>
    public bool IsIgnored { get; } =
        FileName(BlobName) is "" or "Thumbs.db" or ".DS_Store" || FileName(BlobName).StartsWith("~$", StringComparison.Ordinal);

    /// <summary>Reads a blob's name. Every name has a path.</summary>
    public static EvidencePath Parse(string blobName)
    {
        var slash = blobName.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && FacilityId.TryParse(blobName[..slash], out var facility)
            ? new(blobName, facility, blobName[(slash + 1)..])
            : new(blobName, null, blobName);
    }

    private static string FileName(string blobName) => blobName[(blobName.LastIndexOf('/') + 1)..];
}
