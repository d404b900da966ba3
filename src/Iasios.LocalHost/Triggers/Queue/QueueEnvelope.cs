using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Storage.Queues.Models;
using Iasios.LocalHost.Configuration;
using Iasios.LocalHost.Handler;

namespace Iasios.LocalHost.Triggers.Queue;

/// <summary>The envelope of a queue message. Nearly every value is a string that holds JSON.</summary>
internal static class QueueEnvelope
{
    /// <summary>Builds the envelope of a message whose text has been decoded.</summary>
    public static JsonObject Create(QueueFunction function, QueueMessage message, byte[] content, DateTimeOffset now)
    {
        var text = Encoding.UTF8.GetString(content);
        var metadata = new JsonObject(new JsonNodeOptions { PropertyNameCaseInsensitive = true })
        {
            ["DequeueCount"] = message.DequeueCount.ToString(CultureInfo.InvariantCulture),
            ["ExpirationTime"] = Envelope.Time(message.ExpiresOn),
            ["Id"] = Envelope.Quoted(message.MessageId),
            ["InsertionTime"] = Envelope.Time(message.InsertedOn),
            ["NextVisibleTime"] = Envelope.Time(message.NextVisibleOn),
            ["PopReceipt"] = Envelope.Quoted(message.PopReceipt),
            ["sys"] = Envelope.Sys(function.Name, now),
        };
        Merge(text, metadata);
        return Envelope.Create(function.Binding, function.Binary ? Convert.ToBase64String(content) : Envelope.Quoted(text), metadata);
    }

    // The real host merges what a JSON message has at its top, arrays apart. It replaces host data of the same name:
    // an event's "id" takes the place of the message's Id.
    private static void Merge(string text, JsonObject metadata)
    {
        try
        {
            if (text.AsSpan().TrimStart() is ['{', ..] && JsonNode.Parse(text) is JsonObject message)
            {
                foreach (var (name, value) in message.Where(property => property.Value is not JsonArray).ToList())
                {
                    metadata[name] = value is JsonObject ? value.DeepClone() : Envelope.Quoted(value?.ToString() ?? "");
                }
            }
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException)
        {
            // Text that only looks like JSON, or names a property twice, is passed as it is.
        }
    }
}
