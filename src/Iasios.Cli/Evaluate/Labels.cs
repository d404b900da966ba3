using System.Text.Json;

namespace Iasios.Cli.Evaluate;

/// <summary>What careful people say of one document.</summary>
/// <param name="File">Its path below the folder.</param>
/// <param name="Labels">The codes that it is evidence for; empty for a negative.</param>
/// <param name="Tolerated">Codes on which careful people may differ: a tag there is neither right nor wrong.</param>
/// <param name="Currency">In the words of <c>iasios tag</c>; null when nobody judged it.</param>
/// <param name="EffectiveDate">A day, or a month such as 2026-03; null when the document bears none.</param>
/// <param name="ReviewDue">Likewise.</param>
/// <param name="Quarantine">Whether it holds patients' data.</param>
internal sealed record LabelledDocument(
    string File,
    IReadOnlyList<Label>? Labels,
    IReadOnlyList<string>? Tolerated,
    string? Currency,
    string? EffectiveDate,
    string? ReviewDue,
    bool Quarantine)
{
    /// <exception cref="InvalidDataException">The file is no list of labels.</exception>
    public static IReadOnlyList<LabelledDocument> Load(string path)
    {
        try
        {
            using var file = System.IO.File.OpenRead(path);
            return JsonSerializer.Deserialize<List<LabelledDocument>>(file, CliJson.Options) ?? [];
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"{path} is not as labels are written: {exception.Message}", exception);
        }
    }
}

/// <summary>One code of a document.</summary>
/// <param name="Code">Such as "8c".</param>
/// <param name="Strength">"primary" or "secondary".</param>
/// <param name="Quote">The passage that proves it; null when nobody marked one.</param>
internal sealed record Label(string Code, string? Strength, string? Quote);
