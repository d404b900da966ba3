using Iasios.Storage;
using Iasios.TestSupport;

namespace Iasios.LocalHost.Tests.Running;

/// <summary>One Azurite for all test classes, which run at the same time. The first starts it, the last ends it.</summary>
public sealed class SharedAzurite : IAsyncLifetime
{
    private static readonly SemaphoreSlim Gate = new(1, 1);
    private static AzuriteFixture? running;
    private static int users;

    private AzuriteFixture? azurite;

    public string ConnectionString => azurite!.ConnectionString;

    public StorageAccount Account => azurite!.Account;

    public async Task InitializeAsync()
    {
        await Gate.WaitAsync();
        try
        {
            if (running is null)
            {
                running = new();
                await running.InitializeAsync();
            }

            azurite = running;
            users++;
        }
        finally
        {
            Gate.Release();
        }
    }

    public async Task DisposeAsync()
    {
        await Gate.WaitAsync();
        try
        {
            if (--users == 0)
            {
                await running!.DisposeAsync();
                running = null;
            }
        }
        finally
        {
            Gate.Release();
        }
    }
}
