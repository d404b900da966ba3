namespace Iasios.Extraction;

/// <summary>
/// One folder a process, which holds all its temporary ones. A lock that the kernel lets go with the process tells the next one
/// which folders nobody uses any more, in other containers too.
/// </summary>
internal sealed class ScratchRoot
{
    private const string Prefix = "iasios-scratch-";
    private const string LockName = "in-use";

    // Between making a folder and locking it lies an instant in which it looks forsaken.
    private static readonly TimeSpan Young = TimeSpan.FromMinutes(1);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory(Prefix);
    private readonly FileStream inUse;

    private ScratchRoot() => inUse = TryLock(folder) ?? throw new IOException("The temporary folder can't be locked.");

    public string Path => folder.FullName;

    public static ScratchRoot Create()
    {
        var root = new ScratchRoot();
        foreach (var other in new DirectoryInfo(System.IO.Path.GetTempPath()).EnumerateDirectories(Prefix + "*").Where(other => other.FullName != root.Path))
        {
            Sweep(other);
        }

        AppDomain.CurrentDomain.ProcessExit += (_, _) => root.Delete();
        return root;
    }

    private static void Sweep(DirectoryInfo other)
    {
        try
        {
            var isLocked = File.Exists(System.IO.Path.Combine(other.FullName, LockName));
            if (!isLocked && TimeProvider.System.GetUtcNow().UtcDateTime - other.LastWriteTimeUtc < Young)
            {
                return;
            }

            using var forsaken = TryLock(other);
            if (forsaken is not null)
            {
                other.Delete(recursive: true);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Another process was quicker, or it is another user's.
        }
    }

    private static FileStream? TryLock(DirectoryInfo folder)
    {
        try
        {
            return new(System.IO.Path.Combine(folder.FullName, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private void Delete()
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A child that still writes; the next process sweeps.
        }

        inUse.Dispose();
    }
}
