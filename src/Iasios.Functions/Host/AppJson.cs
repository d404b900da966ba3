using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Iasios.Core.Evidence;
using Iasios.Core.Standards;

namespace Iasios.Functions.Host;

/// <summary>How the app writes and reads JSON: camel case, enumerations as words, codes and keys as text.</summary>
public static class AppJson
{
    /// <summary>For rows and files.</summary>
    public static JsonSerializerOptions Options { get; } = Configure(new(JsonSerializerDefaults.Web));

    /// <summary>Gives other options the same habits.</summary>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        // Read by JSON parsers only, never put into HTML: a quote in German or French stays legible and short.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        options.Converters.Add(new TextConverter<RequirementCode>(RequirementCode.Parse));
        options.Converters.Add(new TextConverter<DocumentKey>(text =>
            DocumentKey.TryParse(text, out var key) ? key : throw new FormatException("Not a document's key.")));
        return options;
    }

    private sealed class TextConverter<T>(Func<string, T> parse) : JsonConverter<T>
        where T : notnull
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            try
            {
                return parse(reader.GetString() ?? "");
            }
            catch (FormatException exception)
            {
                throw new JsonException(exception.Message, exception);
            }
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
