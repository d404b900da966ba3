namespace Iasios.Extraction;

/// <summary>A private temporary folder, gone with its content when it is disposed of.</summary>
public sealed class ScratchFolder : IDisposable
{
    private const string Prefix = "iasios-scratch-";

    // An invocation ends itself long before.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory(Prefix);

    /// <summary>The folder's path.</summary>
    public string Path => folder.FullName;

    /// <summary>Deletes what killed processes left behind: it may be a copy of a hospital's document.</summary>
    public static void Sweep(TimeProvider clock)
    {
        var leftOver = new DirectoryInfo(System.IO.Path.GetTempPath())
            .EnumerateDirectories(Prefix + "*")
            .Where(old => clock.GetUtcNow().UtcDateTime - old.LastWriteTimeUtc > Longest);
        foreach (var old in leftOver)
        {
            try
            {
                old.Delete(recursive: true);
            }
            catch (DirectoryNotFoundException)
            {
                // Another instance was quicker.
            }
            catch (UnauthorizedAccessException)
            {
                // Another user's.
            }
        }
    }

    /// <inheritdoc />
    public void Dispose() => folder.Delete(recursive: true);
}
