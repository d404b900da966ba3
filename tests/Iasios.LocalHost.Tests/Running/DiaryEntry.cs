using System.Text.Json;
using System.Text.Json.Nodes;

namespace Iasios.LocalHost.Tests.Running;

/// <summary>What the test handler wrote down of one invocation.</summary>
internal sealed record DiaryEntry(
    string Function,
    int ProcessId,
    IReadOnlyList<string> Arguments,
    string Folder,
    IReadOnlyList<string> Settings,
    DateTimeOffset At,
    long? ContentLength,
    IReadOnlyDictionary<string, string> Headers,
    string Body)
{
    public JsonObject Envelope => JsonNode.Parse(Body)!.AsObject();

    public JsonNode Data => Envelope[nameof(Data)]!.AsObject().Single().Value!;

    public JsonObject Metadata => Envelope[nameof(Metadata)]!.AsObject();

    /// <summary>The text of the queue message.</summary>
    public string Message => JsonSerializer.Deserialize<string>(Data.GetValue<string>())!;
}
