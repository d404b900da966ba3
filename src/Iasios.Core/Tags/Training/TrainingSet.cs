using System.Text.Json;
using System.Text.Json.Serialization;
using Iasios.Core.Standards;
using Iasios.Core.Text;

namespace Iasios.Core.Tags.Training;

/// <summary>One labelled document as its file of labels has it.</summary>
internal sealed record LabelledDocumentJson(string File, string? Language, IReadOnlyList<LabelJson>? Labels, IReadOnlyList<string>? Tolerated, bool Quarantine);

/// <summary>One label of it.</summary>
internal sealed record LabelJson(string? Topic, string Code, string? Quote);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(List<LabelledDocumentJson>))]
internal sealed partial class TrainingSetJsonContext : JsonSerializerContext;

/// <summary>A document that people have labelled.</summary>
/// <param name="File">Its name in the set.</param>
/// <param name="Language">The language that it was written in.</param>
/// <param name="Pages">Its pages.</param>
/// <param name="Topics">The topics that it is evidence for; empty for a negative.</param>
/// <param name="Tolerated">Topics on which careful people may differ.</param>
/// <param name="Quotes">The passages that prove them, by topic.</param>
public sealed record TrainingDocument(
    string File,
    string Language,
    IReadOnlyList<PageText> Pages,
    IReadOnlySet<string> Topics,
    IReadOnlySet<string> Tolerated,
    IReadOnlyList<KeyValuePair<string, string>> Quotes);

/// <summary>Reads a labelled set: <c>documents/**</c> as plain text, pages parted by form feeds, and <c>labels/*.json</c>.</summary>
public static class TrainingSet
{
    /// <summary>The documents by file name; those with patients' data are left out, for they are never tagged.</summary>
    /// <exception cref="InvalidDataException">A file of labels is not as labels are written; it is named.</exception>
    /// <exception cref="IOException">A file is missing or cannot be read.</exception>
    public static IReadOnlyList<TrainingDocument> Load(string folder, Catalogue catalogue) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(folder, "labels"), "*.json")
            .Order(StringComparer.Ordinal)
            .SelectMany(Labels)
            .Where(document => !document.Quarantine)
            .OrderBy(document => document.File, StringComparer.Ordinal)
            .Select(document => Read(folder, document, catalogue)),
    ];

    private static List<LabelledDocumentJson> Labels(string file)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(file), TrainingSetJsonContext.Default.ListLabelledDocumentJson) ?? [];
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"{file} is not as labels are written: {fault.Message}", fault);
        }
    }

    private static TrainingDocument Read(string folder, LabelledDocumentJson document, Catalogue catalogue)
    {
        var text = File.ReadAllText(Path.Combine(folder, "documents", document.File)).ReplaceLineEndings("\n");
        var labels = document.Labels ?? [];
        return new(
            document.File,
            document.Language ?? "",
            [.. text.Split('\f').Select((page, index) => new PageText(index + 1, page))],
            labels.SelectMany(label => TopicsOf(label.Topic, label.Code, catalogue)).ToHashSet(StringComparer.Ordinal),
            (document.Tolerated ?? []).SelectMany(code => TopicsOf(null, code, catalogue)).ToHashSet(StringComparer.Ordinal),
            [.. labels.Where(label => label.Quote is not null).SelectMany(label => TopicsOf(label.Topic, label.Code, catalogue).Select(topic => KeyValuePair.Create(topic, label.Quote!)))]);
    }

    private static IEnumerable<string> TopicsOf(string? topic, string code, Catalogue catalogue) =>
        topic is not null ? [topic] : RequirementCode.TryParse(code, out var parsed) ? catalogue.Find(parsed)?.Topics ?? [] : [];
}
