using Iasios.Storage;
using Iasios.TestSupport;

namespace Iasios.Functions.Tests.Support;

/// <summary>
/// One storage emulator and one app for the tests that need nothing but a facility of their own. The facilities exist
/// before the app starts, since it looks for new ones every few seconds only.
/// </summary>
public sealed class Product : IAsyncLifetime
{
    public const int LargestFile = 300_000;
    private const int Facilities = 150;

    private readonly AzuriteFixture azurite = new();
    private App? app;
    private int given;

    internal App App => app ?? throw new InvalidOperationException("The app has not been started.");

    internal string Storage => azurite.ConnectionString;

    internal StorageAccount Account => azurite.Account;

    /// <summary>A port that the host's own setting names and nobody may listen on.</summary>
    internal int HostPort { get; } = App.FreePort();

    internal Hospital NewHospital() => Interlocked.Increment(ref given) is var number && number <= Facilities
        ? new(App, Account, NameOf(number))
        : throw new InvalidOperationException("There are more tests than facilities.");

    public async Task InitializeAsync()
    {
        await azurite.InitializeAsync();
        await Task.WhenAll(Enumerable.Range(1, Facilities).Select(number => Hospital.RegisterAsync(Account, NameOf(number))));
        app = await App.StartAsync(
            Storage,
            ("ASPNETCORE_URLS", $"http://0.0.0.0:{HostPort}"),
            ("Reading__MaxFileBytes", $"{LargestFile}"));
    }

    public async Task DisposeAsync()
    {
        if (app is not null)
        {
            await app.DisposeAsync();
        }

        await azurite.DisposeAsync();
    }

    private static string NameOf(int number) => FormattableString.Invariant($"hospital-{number:D3}");
}

/// <summary>The classes that share one <see cref="Product"/>.</summary>
[CollectionDefinition(nameof(UsesProduct))]
public sealed class UsesProduct : ICollectionFixture<Product>;
