using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Iasios.TestSupport.DocumentIntelligence;

/// <summary>The bodies of the states of an analysis, with all the properties that the reference says are always there.</summary>
internal static class AnalysisBody
{
    private static readonly double[] Polygon = [0, 0, 1, 0, 1, 1, 0, 1];

    public static string State(string status) => Operation(status).ToJsonString();

    public static string Failed(string code)
    {
        var operation = Operation("failed");
        operation["error"] = JsonSerializer.SerializeToNode(Error("InvalidRequest", code));
        return operation.ToJsonString();
    }

    public static string Succeeded(IEnumerable<int> pages)
    {
        var operation = Operation("succeeded");
        operation["analyzeResult"] = JsonSerializer.SerializeToNode(new
        {
            apiVersion = "2024-11-30",
            modelId = "prebuilt-read",
            stringIndexType = "textElements",
            content = string.Join('\n', pages.SelectMany(Lines)),
            pages = pages.Select(Page),
        });
        return operation.ToJsonString();
    }

    public static object Error(string code, string? inner) => inner is null
        ? new { code, message = "It was refused." }
        : new { code, message = "It was refused.", innererror = new { code = inner, message = "It was refused." } };

    private static JsonObject Operation(string status) => new()
    {
        ["status"] = status,
        ["createdDateTime"] = "2026-11-22T10:00:00Z",
        ["lastUpdatedDateTime"] = "2026-11-22T10:00:01Z",
    };

    private static object Page(int number) => new
    {
        pageNumber = number,
        angle = 0.1,
        width = 8.5,
        height = 11,
        unit = "inch",
        spans = new[] { Span },
        words = Lines(number).SelectMany(line => line.Split(' ')).Select(word => new { content = word, polygon = Polygon, confidence = 0.9, span = Span }),
        lines = Lines(number).Select(line => new { content = line, polygon = Polygon, spans = new[] { Span } }),
    };

    private static object Span => new { offset = 0, length = 1 };

    private static string[] Lines(int number) => [string.Create(CultureInfo.InvariantCulture, $"Page {number}"), "of the scan"];
}
