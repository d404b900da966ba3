using System.Text.Json;
using System.Text.Json.Serialization;

namespace Iasios.Core.Standards;

/// <summary>The catalogue as it stands in the file, before anything is checked.</summary>
internal sealed record CatalogueJson(string? Version, bool? Complete, IReadOnlyList<StandardJson?>? Standards);

/// <summary>A Standard as it stands in the file.</summary>
internal sealed record StandardJson(
    int? Number,
    string? Section,
    string? Title,
    string? TitleProvenance,
    IReadOnlyList<RequirementJson?>? Requirements);

/// <summary>A sub-requirement as it stands in the file.</summary>
internal sealed record RequirementJson(
    string? Code,
    string? CodeProvenance,
    string? Tier,
    string? TierProvenance,
    string? Wording,
    string? WordingProvenance,
    string? Evidence,
    string? EvidenceProvenance,
    IReadOnlyList<string>? Topics,
    bool? AcceptsAutomatically);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    ReadCommentHandling = JsonCommentHandling.Skip,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(CatalogueJson))]
internal sealed partial class CatalogueJsonContext : JsonSerializerContext;
