namespace Iasios.Storage.Azurite;

/// <summary>
/// A storage emulator on this machine, listening on 127.0.0.1 only. It ends when it is disposed of, and also when the
/// program that started it dies. Needs Linux with util-linux, node, and the package in <c>tools/azurite</c>.
/// </summary>
public sealed class AzuriteProcess : IAsyncDisposable
{
    private const string Script = "tools/azurite/node_modules/azurite/dist/src/azurite.js";

    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(15);

    private readonly TiedProcess process;

    private AzuriteProcess(TiedProcess process, AzuriteOutput output)
    {
        this.process = process;
        ConnectionString = $"DefaultEndpointsProtocol=http;AccountName={EmulatorAccount.Name};AccountKey={EmulatorAccount.Key};"
            + $"BlobEndpoint=http://127.0.0.1:{output.BlobPort}/{EmulatorAccount.Name};"
            + $"QueueEndpoint=http://127.0.0.1:{output.QueuePort}/{EmulatorAccount.Name};"
            + $"TableEndpoint=http://127.0.0.1:{output.TablePort}/{EmulatorAccount.Name};";
    }

    /// <summary>The connection string of the running emulator, with the ports it really listens on.</summary>
    public string ConnectionString { get; }

    /// <summary>The id of the emulator's process.</summary>
    public int ProcessId => process.Id;

    /// <summary>Starts an emulator and waits, at most 60 seconds, until its three services listen.</summary>
    /// <exception cref="InvalidOperationException">
    /// Azurite is not installed, a port is taken, or another Azurite uses the folder; the message says which.
    /// </exception>
    public static async Task<AzuriteProcess> StartAsync(AzuriteOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);

        var command = AzuriteCommand.For(options, FindScript());
        if (options.DataFolder is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        var output = new AzuriteOutput();
        var azurite = await TiedProcess.StartAsync(command, output.OnOutput, output.OnError);
        try
        {
            await Task.WhenAny(output.Ready, azurite.Exited).WaitAsync(StartTimeout, cancellationToken);
            return output.Ready.IsCompleted
                ? new(azurite, output)
                : throw new InvalidOperationException(Reason(await azurite.Exited, options, output));
        }
        catch
        {
            await azurite.StopAsync(StopTimeout);
            throw;
        }
    }

    /// <summary>Finds Azurite's script in <c>tools/azurite</c> beside this program or in a folder above it.</summary>
    /// <exception cref="InvalidOperationException">It is not installed; the message says how to install it.</exception>
    public static string FindScript()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var script = Path.Combine(folder.FullName, Script);
            if (File.Exists(script))
            {
                return script;
            }
        }

        throw new InvalidOperationException(
            "Azurite is not installed. Run this in the repository: npm ci --ignore-scripts --prefix tools/azurite");
    }

    /// <summary>Lets the emulator write its data and stop; ends it by force after 15 seconds.</summary>
    public async ValueTask DisposeAsync() => await process.StopAsync(StopTimeout);

    private static string Reason(int exitCode, AzuriteOptions options, AzuriteOutput output) =>
        exitCode == AzuriteCommand.FolderInUse
            ? $"Another Azurite uses the folder {options.DataFolder}. Stop it first, or choose another folder."
            : $"Azurite could not be started (exit code {exitCode}). {output.Errors}";
}
