using System.Security.Cryptography;
using Iasios.Core.Facilities;

namespace Iasios.Cli.Run;

/// <summary>Where a machine keeps the data between runs. Open in one run at a time.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream held;
    private readonly string root;

    private DataFolder(string root, FileStream held) => (this.root, this.held) = (root, held);

    public string Azurite => Sub("azurite");

    public string Outbox => Sub("outbox");

    public string Log => Path.Combine(Sub("logs"), "local-host.log");

    public string ConnectionString => Path.Combine(root, "connection-string.txt");

    public static DataFolder Open(RunSettings settings)
    {
        var path = Directory.CreateDirectory(settings.Data.FullName).FullName;
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        FileStream claimed;
        try
        {
            claimed = new FileStream(Path.Combine(path, "run.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception)
        {
            throw new RunException("Another run is using this folder. Two at once would lose data: stop the other one first.", exception);
        }

        var folder = new DataFolder(path, claimed);
        if (settings.Fresh)
        {
            folder.Forget();
        }

        return folder;
    }

    /// <summary>The facility's access token, made at first use and kept readable by this user only.</summary>
    public string Token(FacilityId facility)
    {
        var file = Path.Combine(Sub("access"), facility.Value);
        if (!File.Exists(file))
        {
            WritePrivately(file, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
        }

        return File.ReadAllText(file).Trim();
    }

    public static void WritePrivately(string file, string text)
    {
        using var stream = new FileStream(file, new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        using var writer = new StreamWriter(stream);
        writer.Write(text);
    }

    public void Dispose() => held.Dispose();

    private string Sub(string name) => Directory.CreateDirectory(Path.Combine(root, name)).FullName;

    private void Forget()
    {
        foreach (var folder in Directory.GetDirectories(root))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
