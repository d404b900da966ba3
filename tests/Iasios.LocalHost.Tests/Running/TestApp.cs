using System.Text;
using System.Text.Json;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Iasios.LocalHost.Tests.Running;

/// <summary>A published app in a folder of its own, with queues of its own, whose handler is the scripted one.</summary>
internal sealed class TestApp : IDisposable
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private readonly string id = Guid.NewGuid().ToString("N")[..12];
    private readonly string connection;

    public TestApp(SharedAzurite azurite, string hostJson = "{}")
        : this(azurite.ConnectionString, hostJson)
    {
    }

    public TestApp(string connection, string hostJson = "{}")
    {
        this.connection = connection;
        Folder = Directory.CreateTempSubdirectory("local-host-").FullName;
        Diary = Path.Combine(Folder, "diary.jsonl");
        Write("host.json", HostJson(hostJson));
        Settings = new()
        {
            ["AzureWebJobsStorage"] = connection,
            ["AzureFunctionsWebHost__hostid"] = id,
            ["TEST_HANDLER_DIARY"] = Diary,
        };
    }

    public string Folder { get; }

    public string Diary { get; }

    public Dictionary<string, string?> Settings { get; }

    public string HostId => id;

    public QueueClient Queue(string name) => new(connection, QueueName(name));

    public string QueueName(string name) => $"{id}-{name}";

    public TestApp WithQueue(string function, string queue = "work", string more = "") => With(
        function, $$"""{"bindings":[{"type":"queueTrigger","direction":"in","name":"msg","queueName":"{{QueueName(queue)}}"{{more}}}]}""");

    public TestApp WithTimer(string function, string schedule, string more = "", string retry = "") => With(
        function, $$"""{"bindings":[{"type":"timerTrigger","direction":"in","name":"timer","schedule":"{{schedule}}"{{more}}}]{{retry}}}""");

    public TestApp WithHttp(string function, string route, string methods = "\"get\",\"post\"") => With(
        function,
        $$"""
        {"bindings":[{"type":"httpTrigger","direction":"in","name":"req","authLevel":"anonymous","route":"{{route}}","methods":[{{methods}}]},
        {"type":"http","direction":"out","name":"res"}]}
        """);

    public TestApp With(string function, string functionJson)
    {
        Write($"{function}/function.json", functionJson);
        return this;
    }

    public void Write(string file, string content)
    {
        var path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    /// <summary>Sends a message as Azure's own tools do: base64 of its text.</summary>
    public async Task SendAsync(string text, string queue = "work")
    {
        await Queue(queue).CreateIfNotExistsAsync();
        await Queue(queue).SendMessageAsync(Convert.ToBase64String(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>How many messages a queue holds, visible or not.</summary>
    public async Task<int> CountAsync(string queue)
    {
        try
        {
            QueueProperties properties = await Queue(queue).GetPropertiesAsync();
            return properties.ApproximateMessagesCount;
        }
        catch (Azure.RequestFailedException fault) when (fault.Status == 404)
        {
            return 0;
        }
    }

    public Task UntilCountAsync(string queue, int count) =>
        Eventually.BeAsync(async () => await CountAsync(queue) == count, () => $"{queue} does not come to hold {count} messages.");

    public IReadOnlyList<DiaryEntry> ReadDiary() => File.Exists(Diary)
        ? [.. File.ReadAllLines(Diary).Select(line => JsonSerializer.Deserialize<DiaryEntry>(line, Web)!)]
        : [];

    public async Task<IReadOnlyList<DiaryEntry>> UntilInvokedAsync(int times)
    {
        await Eventually.BeAsync(() => ReadDiary().Count >= times, () => $"{ReadDiary().Count} invocations instead of {times}.");
        return ReadDiary();
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string HostJson(string more)
    {
        var host = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(more)!;
        host.TryAdd("version", JsonSerializer.SerializeToElement("2.0"));
        host.TryAdd("customHandler", JsonSerializer.SerializeToElement(new
        {
            description = new { defaultExecutablePath = Path.Combine(AppContext.BaseDirectory, "Iasios.TestHandler") },
            enableProxyingHttpRequest = true,
        }));
        return JsonSerializer.Serialize(host);
    }
}
