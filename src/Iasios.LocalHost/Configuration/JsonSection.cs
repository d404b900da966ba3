using System.Globalization;
using System.Text.Json;

namespace Iasios.LocalHost.Configuration;

/// <summary>An object in a configuration file. Every fault names the file and the field's full path.</summary>
internal sealed class JsonSection
{
    private static readonly JsonDocumentOptions Lenient =
        new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly string file;
    private readonly string path;
    private readonly JsonElement? element;

    private JsonSection(string file, string path, JsonElement? element)
    {
        this.file = file;
        this.path = path;
        this.element = element is { ValueKind: JsonValueKind.Object } or null
            ? element
            : throw new ConfigurationException($"{file}: {(path.Length == 0 ? "the file" : path)} must be a JSON object.");
    }

    /// <summary>Whether the file holds this object at all; reading from an absent one gives the fall-backs.</summary>
    public bool Exists => element is not null;

    /// <summary>Reads a file below the app's folder.</summary>
    public static JsonSection ReadFile(string root, string file)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(root, file)), Lenient);
            return new(file, "", document.RootElement.Clone());
        }
        catch (JsonException fault)
        {
            throw new ConfigurationException($"{file}: is not JSON (line {fault.LineNumber + 1}).");
        }
        catch (FileNotFoundException)
        {
            throw new ConfigurationException($"{file}: is missing in {root}.");
        }
    }

    /// <summary>The object of that name, or an absent one.</summary>
    public JsonSection Child(string name) => new(file, PathOf(name), Find(name));

    /// <summary>The objects of an array, which must be there.</summary>
    public IReadOnlyList<JsonSection> Items(string name) => Find(name) is { ValueKind: JsonValueKind.Array } array
        ? [.. array.EnumerateArray().Select((item, index) =>
            new JsonSection(file, string.Create(CultureInfo.InvariantCulture, $"{PathOf(name)}[{index}]"), item))]
        : throw Fault(name, "must be an array");

    /// <summary>The strings of an array; none when it is absent.</summary>
    public IReadOnlyList<string> Texts(string name) => Find(name) switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } array when array.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) =>
            [.. array.EnumerateArray().Select(item => item.GetString()!)],
        _ => throw Fault(name, "must be an array of strings"),
    };

    /// <summary>A string that must be there.</summary>
    public string Text(string name) => OptionalText(name) is { Length: > 0 } text ? text : throw Fault(name, "is missing");

    /// <summary>A string, or null when it is absent.</summary>
    public string? OptionalText(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } value => value.GetString(),
        _ => throw Fault(name, "must be a string"),
    };

    /// <summary>A whole number within limits.</summary>
    public int Number(string name, int fallback, int least, int most) => Find(name) switch
    {
        null => fallback,
        { ValueKind: JsonValueKind.Number } value when value.TryGetInt32(out var number) && number >= least && number <= most => number,
        _ => throw Fault(name, string.Create(CultureInfo.InvariantCulture, $"must be a whole number from {least} to {most}")),
    };

    /// <summary>A length of time, such as <c>00:00:30</c>, not below a limit.</summary>
    public TimeSpan Time(string name, TimeSpan fallback, TimeSpan least) => OptionalText(name) switch
    {
        null => fallback,
        var text when TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) && time >= least => time,
        _ => throw Fault(name, string.Create(CultureInfo.InvariantCulture, $"must be a time of at least {least}, such as \"00:00:30\"")),
    };

    /// <summary>True or false; <paramref name="fallback"/> when it is absent.</summary>
    public bool Flag(string name, bool fallback = false) => Find(name) switch
    {
        null => fallback,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => throw Fault(name, "must be true or false"),
    };

    /// <summary>The fault of one field, to be thrown.</summary>
    public ConfigurationException Fault(string name, string problem) => new($"{file}: {PathOf(name)} {problem}.");

    private string PathOf(string name) => path.Length == 0 ? name : $"{path}.{name}";

    private JsonElement? Find(string name)
    {
        foreach (var property in element?.EnumerateObject() ?? default)
        {
            if (property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return property.Value.ValueKind == JsonValueKind.Null ? null : property.Value;
            }
        }

        return null;
    }
}
