using System.Globalization;

namespace Iasios.Extraction;

/// <summary>A private temporary folder, gone with its content when it is disposed of.</summary>
public sealed class ScratchFolder : IDisposable
{
    private static readonly Lazy<ScratchRoot> Root = new(ScratchRoot.Create);
    private static int count;

    /// <summary>Makes an empty folder that only this user may look into.</summary>
    public ScratchFolder()
    {
        Path = System.IO.Path.Combine(Root.Value.Path, Interlocked.Increment(ref count).ToString(CultureInfo.InvariantCulture));
        Directory.CreateDirectory(Path);
    }

    /// <summary>The folder's path.</summary>
    public string Path { get; }

    /// <summary>Deletes what killed processes left behind: it may be a copy of a hospital's document. The first folder of a process does so too.</summary>
    public static void Sweep() => _ = Root.Value;

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
