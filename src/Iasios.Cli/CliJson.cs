using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Iasios.Cli;

/// <summary>How commands print JSON: camel case, enumerations as words.</summary>
internal static class CliJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        // Printed for programs and people, never put into a web page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>One object on one line.</summary>
    public static void WriteLine<T>(Stream output, T value)
    {
        JsonSerializer.Serialize(output, value, Options);
        output.WriteByte((byte)'\n');
        output.Flush();
    }

    /// <summary>An enumeration's value as JSON writes it, with a hyphen between words: "claim-only".</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
