using System.Text.Json;
using System.Text.Json.Nodes;

namespace Iasios.Functions.Host;

/// <summary>What the Functions host posts for a trigger that is not HTTP.</summary>
/// <param name="Data">One value per binding, by the binding's name.</param>
/// <param name="Metadata">About the trigger. Never read an event's id here: a JSON message's own properties are merged over it.</param>
public sealed record Invocation(JsonObject? Data, JsonObject? Metadata)
{
    /// <summary>
    /// The text of a binding. The host writes text as JSON inside a JSON string; a bare string is taken as it is.
    /// </summary>
    /// <exception cref="BadHttpRequestException">There is no such binding, or its value is no text.</exception>
    public string Text(string binding)
    {
        if (Data?[binding] is not JsonValue value || !value.TryGetValue<string>(out var text))
        {
            throw new BadHttpRequestException($"The invocation has no text for the binding '{binding}'.");
        }

        try
        {
            return text.StartsWith('"') ? JsonSerializer.Deserialize<string>(text) ?? "" : text;
        }
        catch (JsonException)
        {
            return text;
        }
    }
}

/// <summary>What the host wants back. An empty body or JSON null would leave the invocation hanging until its time-out.</summary>
/// <param name="Outputs">Values for output bindings: there are none.</param>
/// <param name="Logs">Lines that the host logs with the invocation.</param>
public sealed record InvocationAnswer(IReadOnlyDictionary<string, string> Outputs, IReadOnlyList<string> Logs)
{
    /// <summary>An answer with one log line, or with none.</summary>
    public static InvocationAnswer Of(string? log = null) => new(new Dictionary<string, string>(StringComparer.Ordinal), log is null ? [] : [log]);
}
