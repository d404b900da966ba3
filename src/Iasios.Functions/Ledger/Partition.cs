using Iasios.Core.Facilities;

namespace Iasios.Functions.Ledger;

/// <summary>Partitions of the ledger: one a facility, so that everything that must change together can.</summary>
public static class Partition
{
    /// <summary>For blobs that belong to no known facility. No facility's id begins with a tilde.</summary>
    public const string Unassigned = "~unassigned";

    /// <summary>For what all facilities share.</summary>
    public const string WholeApp = "~app";

    /// <summary>A facility's partition; <see cref="Unassigned"/> for none.</summary>
    public static string Of(FacilityId? facility) => facility?.Value ?? Unassigned;
}
