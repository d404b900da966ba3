using Iasios.Storage;
using Iasios.Storage.Azurite;
using Xunit;

namespace Iasios.TestSupport;

/// <summary>
/// One Azurite in memory for all tests of an assembly. It takes some seconds to start, so the tests share it and keep
/// apart by container, queue and table names of their own.
/// </summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private AzuriteProcess? azurite;

    /// <summary>The connection string of the emulator.</summary>
    public string ConnectionString => Running.ConnectionString;

    /// <summary>The emulator's storage account.</summary>
    public StorageAccount Account => StorageAccount.FromConnectionString(ConnectionString);

    private AzuriteProcess Running => azurite ?? throw new InvalidOperationException("Azurite has not been started.");

    /// <inheritdoc />
    public async Task InitializeAsync() => azurite = await AzuriteProcess.StartAsync(new AzuriteOptions());

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        if (azurite is not null)
        {
            await azurite.DisposeAsync();
        }
    }
}
