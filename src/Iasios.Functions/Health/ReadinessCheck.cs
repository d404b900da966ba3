using System.Globalization;
using System.Text;
using Azure;
using Azure.Identity;
using Iasios.Core.Ledger;
using Iasios.Extraction.Native;
using Iasios.Functions.Facilities;
using Iasios.Functions.Ledger;
using Iasios.Functions.Storage;

namespace Iasios.Functions.Health;

/// <summary>One thing that the app needs.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Ok">Whether it is there.</param>
/// <param name="Problem">What is wrong, in plain words; null when it is there.</param>
public sealed record ReadinessItem(string Name, bool Ok, string? Problem);

/// <summary>Whether the app can work.</summary>
/// <param name="Ready">True when everything is there.</param>
/// <param name="Checks">Thing by thing.</param>
/// <param name="WrongFacilitySettings">Settings files that are passed over because they are wrong.</param>
/// <param name="UnassignedDocuments">Documents in no known facility's folder.</param>
public sealed record ReadinessReport(bool Ready, IReadOnlyList<ReadinessItem> Checks, int? WrongFacilitySettings, int? UnassignedDocuments);

/// <summary>Tries everything that the app needs for its work. An answer is kept for a few seconds: the probe is open to all.</summary>
public sealed class ReadinessCheck(
    EvidenceStore store,
    EvidenceLedger ledger,
    FacilityDirectory facilities,
    NativeTools tools,
    TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim gate = new(1);
    private ReadinessReport? last;
    private DateTimeOffset lastAt;

    /// <summary>Checks all there is to check.</summary>
    public async Task<ReadinessReport> RunAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (last is null || clock.GetUtcNow() - lastAt > Freshness)
            {
                last = await CheckAsync(cancellationToken);
                lastAt = clock.GetUtcNow();
            }

            return last;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => gate.Dispose();

    private async Task<ReadinessReport> CheckAsync(CancellationToken cancellationToken)
    {
        int? wrong = null;
        int? unassigned = null;
        ReadinessItem[] checks =
        [
            await TryAsync("blob storage", async () => wrong = await facilities.CountWrongAsync(cancellationToken)),
            await TryAsync("table storage", async () => unassigned = await ledger
                .ListAsync(Partition.Unassigned, cancellationToken)
                .CountAsync(stored => stored.Document.Processing != Processing.Deleted, cancellationToken)),
            await TryAsync("event queue", async () => await (await store.EventsAsync(cancellationToken)).PeekMessagesAsync(1, cancellationToken)),
            Check("programs", tools.Missing() is { Count: > 0 } missing ? $"Not installed: {string.Join(", ", missing)}." : null),
            Check("character tables (ICU)", "e\u0301".Normalize(NormalizationForm.FormKC).Length == 1 && CultureInfo.GetCultureInfo("de-DE").CompareInfo is not null
                ? null
                : "ICU is missing: install libicu72."),
            Check("time zones", TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Vienna", out _) ? null : "Time zones are missing: install tzdata."),
        ];
        return new(checks.All(check => check.Ok), checks, wrong, unassigned);
    }

    private static ReadinessItem Check(string name, string? problem) => new(name, problem is null, problem);

    private static async Task<ReadinessItem> TryAsync(string name, Func<Task> action)
    {
        try
        {
            await action();
            return Check(name, null);
        }
        catch (RequestFailedException exception)
        {
            return Check(name, $"It answers {exception.Status.ToString(CultureInfo.InvariantCulture)} {exception.ErrorCode}.");
        }
        catch (Exception exception) when (exception is AuthenticationFailedException or AggregateException or HttpRequestException)
        {
            return Check(name, exception is AuthenticationFailedException ? "The app's identity gets no token." : "It cannot be reached.");
        }
    }
}
