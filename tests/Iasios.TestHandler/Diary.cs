using System.Text.Json;

namespace Iasios.TestHandler;

/// <summary>Writes down, one line of JSON each, what the handler was sent.</summary>
internal sealed class Diary(TimeProvider clock)
{
    private readonly string file = Environment.GetEnvironmentVariable("TEST_HANDLER_DIARY")!;
    private readonly Lock gate = new();

    /// <summary>Writes one invocation.</summary>
    public void Write(string function, HttpRequest request, string body)
    {
        var line = JsonSerializer.Serialize(new
        {
            function,
            processId = Environment.ProcessId,
            arguments = Environment.GetCommandLineArgs()[1..],
            folder = Environment.CurrentDirectory,
            settings = Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(name => name.StartsWith("FUNCTIONS_", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            at = clock.GetUtcNow(),
            request.ContentLength,
            headers = request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body,
        });
        lock (gate)
        {
            File.AppendAllText(file, line + "\n");
        }
    }
}
