using System.Text.Json.Serialization;

namespace Iasios.Extraction.Ocr.DocumentIntelligence;

/// <summary>The state of an analysis: notStarted, running, succeeded, failed, canceled or skipped.</summary>
internal sealed record AnalyseOperation(string Status, AnalyseResult? AnalyzeResult = null, ServiceError? Error = null);

/// <summary>What was read.</summary>
internal sealed record AnalyseResult(IReadOnlyList<AnalysedPage> Pages);

/// <summary>One page: its number within the file, and what is on it in reading order; a blank page may lack both.</summary>
internal sealed record AnalysedPage(int PageNumber, IReadOnlyList<AnalysedLine>? Lines = null, IReadOnlyList<AnalysedWord>? Words = null);

/// <summary>One line of a page.</summary>
internal sealed record AnalysedLine(string Content);

/// <summary>One word of a page and how sure the service is of it, from 0 to 1.</summary>
internal sealed record AnalysedWord(double Confidence);

/// <summary>The body of an error.</summary>
internal sealed record ServiceErrorBody(ServiceError Error);

/// <summary>An error. The inner one is the more precise.</summary>
internal sealed record ServiceError(string? Code = null)
{
    [JsonPropertyName("innererror")]
    public ServiceError? Inner { get; init; }

    public string MostPrecise => Inner?.MostPrecise ?? Code ?? "unknown";
}

/// <summary>Reads the service's JSON. What it must hold and does not is a <see cref="System.Text.Json.JsonException"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(AnalyseOperation))]
[JsonSerializable(typeof(ServiceErrorBody))]
internal sealed partial class AnalysisJson : JsonSerializerContext;
