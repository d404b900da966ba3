namespace Iasios.Storage.Azurite;

/// <summary>The command line that starts an Azurite.</summary>
internal static class AzuriteCommand
{
    /// <summary>The exit code that says that another Azurite holds the folder.</summary>
    public const int FolderInUse = 75;

    // A predecessor that is being ended needs a moment to write its data.
    private const string LockSeconds = "3";

    public static IReadOnlyList<string> For(AzuriteOptions options, string script)
    {
        List<string> azurite =
        [
            "node", script, "--silent", "--disableTelemetry",
            "--blobHost", "127.0.0.1", "--blobPort", $"{options.BlobPort}",
            "--queueHost", "127.0.0.1", "--queuePort", $"{options.QueuePort}",
            "--tableHost", "127.0.0.1", "--tablePort", $"{options.TablePort}",
        ];

        return options.DataFolder is { } folder
            ? [.. Locked(folder), .. azurite, "--location", folder]
            : [.. azurite, "--inMemoryPersistence"];
    }

    // Azurite itself starts twice on one folder, and the last to write wins. Node inherits the lock, so that it is
    // held for exactly as long as there is an Azurite, even if this program is gone before.
    private static string[] Locked(string folder) =>
    [
        "flock", "--no-fork", "--timeout", LockSeconds, "--conflict-exit-code", $"{FolderInUse}",
        Path.Combine(folder, "azurite.lock"),
    ];
}
