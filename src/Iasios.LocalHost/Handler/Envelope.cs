using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Iasios.LocalHost.Handler;

/// <summary>Builds the body of an invocation: <c>{"Data":{…},"Metadata":{…}}</c>.</summary>
internal static class Envelope
{
    /// <summary>Writes quotes as <c>\"</c>, as the real host does.</summary>
    public static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A plain value as the real host sends it: a string that holds JSON.</summary>
    public static JsonNode Quoted(string text) => JsonSerializer.Serialize(text, Json);

    /// <summary>A time as the real host sends it: ISO 8601, encoded once.</summary>
    public static JsonNode? Time(DateTimeOffset? time) => JsonSerializer.SerializeToNode(time, Json);

    /// <summary>The whole body. <paramref name="metadata"/> gets the part <c>sys</c>, unless the message brought one.</summary>
    public static JsonObject Create(string binding, JsonNode data, JsonObject metadata) =>
        new() { ["Data"] = new JsonObject { [binding] = data }, ["Metadata"] = metadata };

    /// <summary>The part <c>sys</c> of every invocation's metadata.</summary>
    public static JsonObject Sys(string function, DateTimeOffset now) => new()
    {
        ["MethodName"] = function,
        ["UtcNow"] = now.UtcDateTime,
        ["RandGuid"] = Guid.NewGuid().ToString(),
    };
}
