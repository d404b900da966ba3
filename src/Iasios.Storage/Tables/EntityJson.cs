using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Iasios.Storage.Tables;

/// <summary>A row as the table service writes and reads it: JSON with a type beside every value that needs one.</summary>
internal static class EntityJson
{
    private const string TypeSuffix = "@odata.type";

    /// <summary>Everything but ASCII escaped: the emulator splits letters of several bytes where its chunks of 64 KiB end.</summary>
    public static readonly JsonWriterOptions Ascii = new() { Encoder = JavaScriptEncoder.Default };

    /// <summary>As short as can be, for a transaction's size is limited. The text goes to a table, never into HTML.</summary>
    public static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whether a property is the caller's own and not a key or a field of the service.</summary>
    public static bool IsOwn(string name) =>
        name is not (TableEntity.PartitionKeyName or TableEntity.RowKeyName or TableEntity.TimestampName or TableEntity.ETagName);

    public static void Write(TableEntity entity, IBufferWriter<byte> target, JsonWriterOptions options)
    {
        using var json = new Utf8JsonWriter(target, options);
        json.WriteStartObject();
        json.WriteString(TableEntity.PartitionKeyName, entity.PartitionKey);
        json.WriteString(TableEntity.RowKeyName, entity.RowKey);
        foreach (var (name, value) in entity)
        {
            if (IsOwn(name) && value is not null)
            {
                WriteProperty(json, name, value);
            }
        }

        json.WriteEndObject();
    }

    public static TableEntity Read(JsonElement row)
    {
        var entity = new TableEntity();
        string? type = null;
        foreach (var property in row.EnumerateObject())
        {
            // The type stands before the value that it belongs to.
            if (property.Name.EndsWith(TypeSuffix, StringComparison.Ordinal))
            {
                type = property.Value.GetString();
                continue;
            }

            if (property.Name == TableEntity.ETagName || !property.Name.StartsWith("odata.", StringComparison.Ordinal))
            {
                entity[property.Name] = ReadValue(property, type);
            }

            type = null;
        }

        return entity;
    }

    private static void WriteProperty(Utf8JsonWriter json, string name, object value)
    {
        switch (value)
        {
            case string text:
                json.WriteString(name, text);
                break;
            case bool truth:
                json.WriteBoolean(name, truth);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case long number:
                WriteTyped(json, name, "Edm.Int64", number.ToString(CultureInfo.InvariantCulture));
                break;
            case double number:
                WriteDouble(json, name, number);
                break;
            case DateTimeOffset time:
                WriteTyped(json, name, "Edm.DateTime", ODataText.Of(time));
                break;
            case Guid guid:
                WriteTyped(json, name, "Edm.Guid", guid.ToString());
                break;
            case byte[] bytes:
                WriteTyped(json, name, "Edm.Binary", Convert.ToBase64String(bytes));
                break;
        }
    }

    // Without its type, 1.0 would come back as a whole number.
    private static void WriteDouble(Utf8JsonWriter json, string name, double number)
    {
        if (double.IsFinite(number))
        {
            json.WriteString($"{name}{TypeSuffix}", "Edm.Double");
            json.WriteNumber(name, number);
        }
        else
        {
            WriteTyped(json, name, "Edm.Double", number.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static void WriteTyped(Utf8JsonWriter json, string name, string type, string value)
    {
        json.WriteString($"{name}{TypeSuffix}", type);
        json.WriteString(name, value);
    }

    private static object? ReadValue(JsonProperty property, string? type) => (type, property.Value.ValueKind) switch
    {
        (_, JsonValueKind.Null) => null,
        (_, JsonValueKind.True) => true,
        (_, JsonValueKind.False) => false,
        ("Edm.Int64", _) => long.Parse(property.Value.GetString()!, CultureInfo.InvariantCulture),
        ("Edm.Guid", _) => property.Value.GetGuid(),
        ("Edm.Binary", _) => property.Value.GetBytesFromBase64(),
        ("Edm.DateTime", _) => property.Value.GetDateTimeOffset(),
        ("Edm.Double", JsonValueKind.String) => double.Parse(property.Value.GetString()!, CultureInfo.InvariantCulture),
        ("Edm.Double", _) => property.Value.GetDouble(),
        (_, JsonValueKind.Number) when property.Value.TryGetInt32(out var number) => number,
        (_, JsonValueKind.Number) => property.Value.GetDouble(),
        _ when property.NameEquals(TableEntity.TimestampName) => property.Value.GetDateTimeOffset(),
        _ => property.Value.GetString(),
    };
}
