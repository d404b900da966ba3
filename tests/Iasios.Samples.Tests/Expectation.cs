using System.Text.Json;

namespace Iasios.Samples.Tests;

/// <summary>What an independent reader expects of the sample evidence.</summary>
internal sealed record Expectation(DateOnly AsOf, IReadOnlyDictionary<string, ExpectedCode> Codes, IReadOnlyDictionary<string, ExpectedDocument> Documents)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static Expectation Load(string file) => JsonSerializer.Deserialize<Expectation>(File.ReadAllText(file), Options)!;
}

/// <summary>How a code should stand.</summary>
internal sealed record ExpectedCode(string State);

/// <summary>What a document should give. A null currency asks nothing: the document is no evidence at all.</summary>
internal sealed record ExpectedDocument(
    string Processing,
    string Outcome,
    string? Currency,
    IReadOnlyList<string> Codes,
    IReadOnlyList<string> AlsoPlausible,
    DateOnly? EffectiveDate,
    DateOnly? ReviewDue,
    DateOnly? ValidUntil)
{
    /// <summary>True when nothing may be found through it.</summary>
    public bool IsNoEvidence => Codes.Count == 0 && AlsoPlausible.Count == 0 && Outcome == "read";
}
