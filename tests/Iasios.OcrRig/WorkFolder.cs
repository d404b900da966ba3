namespace Iasios.OcrRig;

/// <summary>A temporary folder for the files that tools hand each other.</summary>
public sealed class WorkFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("iasios-rig-");

    /// <summary>The path of a file in it.</summary>
    public string File(string name) => Path.Combine(folder.FullName, name);

    /// <summary>Writes a file and gives its path.</summary>
    public string Write(string name, byte[] content)
    {
        System.IO.File.WriteAllBytes(File(name), content);
        return File(name);
    }

    /// <inheritdoc />
    public void Dispose() => folder.Delete(recursive: true);
}
