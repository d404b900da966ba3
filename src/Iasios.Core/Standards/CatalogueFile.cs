using System.Text.Json;

namespace Iasios.Core.Standards;

/// <summary>Reads a catalogue from JSON and checks every row before anything relies on it.</summary>
public static class CatalogueFile
{
    internal const string WorkingName = "catalogue.json";

    /// <summary>Reads and checks a catalogue.</summary>
    /// <param name="stream">The JSON, UTF-8.</param>
    /// <param name="fileName">What the messages call the file.</param>
    /// <exception cref="InvalidCatalogueException">The file is no JSON of this shape, or breaks a rule; every broken rule is listed.</exception>
    public static Catalogue Load(Stream stream, string fileName = WorkingName)
    {
        CatalogueJson? json;
        try
        {
            json = JsonSerializer.Deserialize(stream, CatalogueJsonContext.Default.CatalogueJson);
        }
        catch (JsonException fault)
        {
            throw new InvalidCatalogueException([$"{fileName}: line {fault.LineNumber + 1}, {fault.Path}: this is not the JSON of a catalogue."]);
        }

        var reader = new CatalogueReader(fileName);
        var catalogue = reader.Read(json);
        return reader.Problems.Count == 0 ? catalogue : throw new InvalidCatalogueException(reader.Problems);
    }

    internal static Catalogue LoadWorking()
    {
        using var stream = typeof(CatalogueFile).Assembly.GetManifestResourceStream(WorkingName)
            ?? throw new InvalidOperationException($"The program was built without {WorkingName}.");
        return Load(stream);
    }
}
