using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Iasios.LocalHost.Tests.Running;

/// <summary>What remains of an envelope when its values are replaced by what kind of value they are.</summary>
internal static class Shape
{
    public static string OfSample(string file) =>
        Of(JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "invocation-samples", file))));

    public static string Of(JsonNode? node) => node switch
    {
        null => "null",
        JsonObject inner => $"{{{string.Join(',', inner.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}:{Of(pair.Value)}"))}}}",
        JsonValue value when value.GetValueKind() == JsonValueKind.String => OfText(value.GetValue<string>()),
        _ => node.GetValueKind().ToString(),
    };

    private static string OfText(string text)
    {
        if (Guid.TryParse(text, out _))
        {
            return "guid";
        }

        if (DateTimeOffset.TryParseExact(text, "yyyy-MM-ddTHH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            return text.EndsWith('Z') ? "time in UTC" : "time with offset";
        }

        try
        {
            return $"JSON {JsonNode.Parse(text)!.GetValueKind()} in a string";
        }
        catch (JsonException)
        {
            return "text";
        }
    }
}
