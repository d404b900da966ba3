using System.Globalization;
using System.Net.Mime;
using System.Text.Json;

namespace Iasios.LocalHost.Handler;

/// <summary>Judges the handler's answer: success is 2xx with a JSON object and its content type.</summary>
internal static class HandlerResponse
{
    private const string HangsForReal =
        "the answer was empty or null; the real host would wait for functionTimeout and then kill the handler. Answer {}";

    /// <summary>Reads the answer; lines under <c>Logs</c> go to <paramref name="log"/>.</summary>
    public static async Task<InvocationResult> ReadAsync(HttpResponseMessage response, Action<string> log, CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode)
        {
            return new InvocationResult.Failed(string.Create(CultureInfo.InvariantCulture, $"the handler answered {(int)response.StatusCode}"));
        }

        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        if (body.Length == 0)
        {
            return new InvocationResult.Failed(HangsForReal);
        }

        if (response.Content.Headers.ContentType?.MediaType != MediaTypeNames.Application.Json)
        {
            return new InvocationResult.Failed("the answer's content type is not application/json");
        }

        try
        {
            using var json = JsonDocument.Parse(body);
            return Judge(json.RootElement, log);
        }
        catch (JsonException)
        {
            return new InvocationResult.Failed("the answer is not JSON");
        }
    }

    private static InvocationResult Judge(JsonElement answer, Action<string> log)
    {
        switch (answer.ValueKind)
        {
            case JsonValueKind.Null:
                return new InvocationResult.Failed(HangsForReal);
            case JsonValueKind.Object:
                LogLines(answer, log);
                return new InvocationResult.Succeeded();
            default:
                return new InvocationResult.Failed("the answer is not a JSON object");
        }
    }

    private static void LogLines(JsonElement answer, Action<string> log)
    {
        if (answer.TryGetProperty("Logs", out var lines) && lines.ValueKind == JsonValueKind.Array)
        {
            foreach (var line in lines.EnumerateArray())
            {
                log(line.ToString());
            }
        }
    }
}
