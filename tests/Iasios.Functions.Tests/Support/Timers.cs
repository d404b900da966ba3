using Iasios.Storage;
using Iasios.TestSupport;

namespace Iasios.Functions.Tests.Support;

/// <summary>
/// An emulator and an app for the tests of timers, which look at every facility there is: few facilities, and short
/// waits.
/// </summary>
public sealed class Timers : IAsyncLifetime
{
    private const int Facilities = 16;

    private readonly AzuriteFixture azurite = new();
    private readonly DirectoryInfo outbox = Directory.CreateTempSubdirectory("outbox-");
    private App? app;
    private int given;

    internal App App => app ?? throw new InvalidOperationException("The app has not been started.");

    internal StorageAccount Account => azurite.Account;

    internal string Outbox => outbox.FullName;

    /// <summary>A facility with somebody to write to.</summary>
    internal Hospital WithContact => new(App, Account, "with-contact");

    /// <summary>The address of that somebody.</summary>
    internal static string Contact => "qualität@hospital.example";

    internal Hospital NewHospital() => Interlocked.Increment(ref given) is var number && number <= Facilities
        ? new(App, Account, NameOf(number))
        : throw new InvalidOperationException("There are more tests than facilities.");

    public async Task InitializeAsync()
    {
        await azurite.InitializeAsync();
        await Task.WhenAll(Enumerable.Range(1, Facilities).Select(number => Hospital.RegisterAsync(Account, NameOf(number))));
        await Hospital.RegisterAsync(Account, "with-contact", Contact);
        app = await App.StartAsync(
            azurite.ConnectionString,
            ("Evidence__FirstRetryDelay", "00:00:01"),
            ("Reminders__OutboxFolder", Outbox));
    }

    public async Task DisposeAsync()
    {
        if (app is not null)
        {
            await app.DisposeAsync();
        }

        await azurite.DisposeAsync();
        outbox.Delete(recursive: true);
    }

    private static string NameOf(int number) => FormattableString.Invariant($"clinic-{number:D2}");
}

/// <summary>The classes that share one <see cref="Timers"/>.</summary>
[CollectionDefinition(nameof(UsesTimers))]
public sealed class UsesTimers : ICollectionFixture<Timers>;
