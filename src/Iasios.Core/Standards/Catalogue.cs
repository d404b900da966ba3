namespace Iasios.Core.Standards;

/// <summary>What a sub-requirement is needed for.</summary>
public enum Tier
{
    /// <summary>Needed for Accredited Centre.</summary>
    Core,

    /// <summary>Needed, besides all core ones, for Centre of Excellence.</summary>
    Extended,
}

/// <summary>Where a field of the catalogue comes from.</summary>
public enum Provenance
{
    /// <summary>Stated by IASIOS.</summary>
    Official,

    /// <summary>Said by a centre's staff in a published interview.</summary>
    Interview,

    /// <summary>Must exist if letters run on from a.</summary>
    Inferred,

    /// <summary>Our own working words, never IASIOS text.</summary>
    Working,
}

/// <summary>One lettered sub-requirement.</summary>
/// <param name="Code">Its code.</param>
/// <param name="CodeProvenance">How we know that the code exists.</param>
/// <param name="Tier">Core or extended.</param>
/// <param name="TierProvenance">How we know the tier.</param>
/// <param name="Wording">What it asks, in the catalogue's words.</param>
/// <param name="WordingProvenance">Whose words these are.</param>
/// <param name="TypicalEvidence">Documents that usually prove it.</param>
/// <param name="EvidenceProvenance">Whose list that is.</param>
/// <param name="Topics">The evidence topics that count toward it; empty: nothing is accepted automatically.</param>
/// <param name="AcceptsAutomatically">False where every tag must wait for a person.</param>
public sealed record Requirement(
    RequirementCode Code,
    Provenance CodeProvenance,
    Tier Tier,
    Provenance TierProvenance,
    string Wording,
    Provenance WordingProvenance,
    string TypicalEvidence,
    Provenance EvidenceProvenance,
    IReadOnlyList<string> Topics,
    bool AcceptsAutomatically);

/// <summary>One of the 13 Standards.</summary>
/// <param name="Number">1 to 13.</param>
/// <param name="Section">The section's official name.</param>
/// <param name="Title">The Standard's title in the catalogue's words.</param>
/// <param name="TitleProvenance">Whose words these are.</param>
/// <param name="Requirements">Its sub-requirements in the order of their letters.</param>
public sealed record Standard(
    int Number,
    string Section,
    string Title,
    Provenance TitleProvenance,
    IReadOnlyList<Requirement> Requirements);

/// <summary>The 13 Standards as far as they are known.</summary>
/// <param name="Version">Changes whenever a row changes; documents tagged under another version are tagged again.</param>
/// <param name="Complete">True only once a facility has confirmed that no letter is missing.</param>
/// <param name="Standards">All 13, in order.</param>
public sealed record Catalogue(string Version, bool Complete, IReadOnlyList<Standard> Standards)
{
    private static readonly Lazy<Catalogue> WorkingCatalogue = new(CatalogueFile.LoadWorking);

    /// <summary>The catalogue that comes with the program, in our own working words.</summary>
    public static Catalogue Working => WorkingCatalogue.Value;

    /// <summary>All sub-requirements in order.</summary>
    public IReadOnlyList<Requirement> Requirements { get; } = [.. Standards.SelectMany(standard => standard.Requirements)];

    /// <summary>The sub-requirement of a code, or null when the catalogue does not hold it.</summary>
    public Requirement? Find(RequirementCode code) => Requirements.FirstOrDefault(requirement => requirement.Code == code);
}
