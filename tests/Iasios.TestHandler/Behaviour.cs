using System.Globalization;
using System.Net.Mime;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Iasios.TestHandler;

/// <summary>The answers. A function whose name starts with Failing always fails, with Slow takes 1.5 seconds; otherwise a queue message says what to do.</summary>
internal static class Behaviour
{
    /// <summary>Answers an invocation, or does not.</summary>
    public static async Task<IResult> AnswerAsync(string function, JsonNode data, CancellationToken cancellationToken)
    {
        if (function.StartsWith("Failing", StringComparison.Ordinal))
        {
            return Results.StatusCode(500);
        }

        if (function.StartsWith("Slow", StringComparison.Ordinal))
        {
            await Task.Delay(1500, cancellationToken);
        }

        switch (MessageOf(data).Split(' '))
        {
            case ["fail"]:
                return Results.StatusCode(500);
            case ["empty"]:
                return Results.Bytes([], MediaTypeNames.Application.Json);
            case ["no-content"]:
                return Results.NoContent();
            case ["null"]:
                return Results.Text("null", MediaTypeNames.Application.Json);
            case ["text"]:
                return Results.Text("done");
            case ["wait", var milliseconds]:
                await Task.Delay(int.Parse(milliseconds, CultureInfo.InvariantCulture), cancellationToken);
                break;
            case ["hang"]:
                await Task.Delay(Timeout.Infinite, cancellationToken);
                break;
            case ["exit", var code]:
                Environment.Exit(int.Parse(code, CultureInfo.InvariantCulture));
                break;
        }

        return Results.Text("""{"Outputs":{},"Logs":["written for the log"],"ReturnValue":null}""", MediaTypeNames.Application.Json);
    }

    private static string MessageOf(JsonNode data) =>
        data.GetValueKind() == JsonValueKind.String ? JsonSerializer.Deserialize<string>(data.GetValue<string>())! : "";
}
