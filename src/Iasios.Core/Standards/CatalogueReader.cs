namespace Iasios.Core.Standards;

/// <summary>Turns the file's rows into the catalogue and notes every broken rule on the way.</summary>
internal sealed class CatalogueReader(string fileName)
{
    private const int StandardCount = 13;

    // Stands in for a code that cannot be read; its problem is noted, so it never leaves the reader.
    private static readonly RequirementCode NoCode = RequirementCode.Parse("1a");

    private readonly List<string> problems = [];
    private readonly HashSet<RequirementCode> codes = [];

    public IReadOnlyList<string> Problems => problems;

    public Catalogue Read(CatalogueJson? json)
    {
        var standards = (json?.Standards ?? []).Select((row, index) => ReadStandard(row, $"row {index + 1}")).ToList();
        if (!standards.Select(standard => standard.Number).SequenceEqual(Enumerable.Range(1, StandardCount)))
        {
            Note("standards", "number", $"the Standards must be 1 to {StandardCount}, each once and in order");
        }

        return new(Text(json?.Version, "catalogue", "version"), Flag(json?.Complete, "catalogue", "complete"), standards);
    }

    private Standard ReadStandard(StandardJson? row, string place)
    {
        if (row?.Number is >= 1 and <= StandardCount)
        {
            place = $"Standard {row.Number}";
        }
        else
        {
            Note(place, "number", $"a Standard's number is 1 to {StandardCount}");
        }

        return new(
            row?.Number ?? 0,
            Text(row?.Section, place, "section"),
            Text(row?.Title, place, "title"),
            OurWords(row?.TitleProvenance, place, "titleProvenance"),
            [.. (row?.Requirements ?? []).Select(requirement => ReadRequirement(requirement, row?.Number, place))]);
    }

    private Requirement ReadRequirement(RequirementJson? row, int? standard, string place)
    {
        if (!RequirementCode.TryParse(row?.Code, out var code))
        {
            Note(place, "code", $"'{row?.Code}' is no code such as 8c");
            code = NoCode;
        }
        else
        {
            place = code.ToString();
            CheckPlace(code, standard, place);
        }

        var tier = Word<Tier>(row?.Tier, place, "tier");
        var tierProvenance = Word<Provenance>(row?.TierProvenance, place, "tierProvenance");
        if (tier == Tier.Extended && tierProvenance == Provenance.Official)
        {
            Note(place, "tierProvenance", "only core tiers are stated by IASIOS");
        }

        return new(
            code,
            Word<Provenance>(row?.CodeProvenance, place, "codeProvenance"),
            tier,
            tierProvenance,
            Text(row?.Wording, place, "wording"),
            OurWords(row?.WordingProvenance, place, "wordingProvenance"),
            Text(row?.Evidence, place, "evidence"),
            OurWords(row?.EvidenceProvenance, place, "evidenceProvenance"),
            Topics(row?.Topics, place),
            Flag(row?.AcceptsAutomatically, place, "acceptsAutomatically"));
    }

    private void CheckPlace(RequirementCode code, int? standard, string place)
    {
        if (code.Standard != standard)
        {
            Note(place, "code", $"it stands under Standard {standard}");
        }

        if (!codes.Add(code))
        {
            Note(place, "code", "it is there twice");
        }
    }

    private IReadOnlyList<string> Topics(IReadOnlyList<string>? topics, string place)
    {
        if (topics is null || topics.Any(string.IsNullOrWhiteSpace) || topics.Distinct(StringComparer.Ordinal).Count() != topics.Count)
        {
            Note(place, "topics", "it must be a list of different names, or an empty one");
        }

        return topics ?? [];
    }

    private Provenance OurWords(string? value, string place, string field)
    {
        if (string.Equals(value, "official", StringComparison.Ordinal))
        {
            Note(place, field, "the wording of IASIOS is not in this catalogue, so it cannot be 'official'");
        }

        return Word<Provenance>(value, place, field);
    }

    private T Word<T>(string? value, string place, string field)
        where T : struct, Enum
    {
        foreach (var known in Enum.GetValues<T>())
        {
            if (string.Equals(value, known.ToString().ToLowerInvariant(), StringComparison.Ordinal))
            {
                return known;
            }
        }

        Note(place, field, $"'{value}' is not one of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}");
        return default;
    }

    private string Text(string? value, string place, string field)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            Note(place, field, "it is missing");
        }

        return value ?? "";
    }

    private bool Flag(bool? value, string place, string field)
    {
        if (value is null)
        {
            Note(place, field, "it must be true or false");
        }

        return value ?? false;
    }

    private void Note(string place, string field, string problem) => problems.Add($"{fileName}: {place}, {field}: {problem}.");
}
