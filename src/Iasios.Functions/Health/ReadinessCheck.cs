using System.Globalization;
using System.Text;
using Azure;
using Azure.Identity;
using Iasios.Core.Ledger;
using Iasios.Extraction.Native;
using Iasios.Extraction.Ocr.DocumentIntelligence;
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
    TimeProvider clock,
    DocumentIntelligenceEngine? recognition = null) : IDisposable
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);

    // The storage clients try again for longer than anybody waits for a probe.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
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
        var recognised = CheckRecognitionAsync(cancellationToken);
        var storage = await Task.WhenAll(
            TryAsync("blob storage", async token => wrong = await facilities.CountWrongAsync(token), cancellationToken),
            TryAsync("table storage", async token => unassigned = await CountUnassignedAsync(token), cancellationToken),
            TryAsync("event queue", async token => await (await store.EventsAsync(token)).PeekMessagesAsync(1, token), cancellationToken));
        ReadinessItem[] checks =
        [
            .. storage,
            Check("programs", tools.Missing() is { Count: > 0 } missing ? $"Not installed: {string.Join(", ", missing)}." : null),
            Check("character tables (ICU)", "e\u0301".Normalize(NormalizationForm.FormKC).Length == 1 && CultureInfo.GetCultureInfo("de-DE").CompareInfo is not null
                ? null
                : "ICU is missing: install libicu72."),
            Check("time zones", TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Vienna", out _) ? null : "Time zones are missing: install tzdata."),
            .. await recognised,
        ];
        return new(checks.All(check => check.Ok), checks, wrong, unassigned);
    }

    // Only where it is switched on; no page is sent for it.
    private async Task<ReadinessItem[]> CheckRecognitionAsync(CancellationToken cancellationToken)
    {
        if (recognition is null)
        {
            return [];
        }

        string? problem = null;
        var tried = await TryAsync(
            "Document Intelligence at Reading__DocumentIntelligence__Endpoint",
            async token => problem = await recognition.FindProblemAsync(token),
            cancellationToken);
        return [tried.Ok ? Check(tried.Name, problem) : tried];
    }

    private ValueTask<int> CountUnassignedAsync(CancellationToken cancellationToken) => ledger
        .ListAsync(Partition.Unassigned, cancellationToken)
        .CountAsync(stored => stored.Document.Processing != Processing.Deleted, cancellationToken);

    private static ReadinessItem Check(string name, string? problem) => new(name, problem is null, problem);

    private async Task<ReadinessItem> TryAsync(string name, Func<CancellationToken, Task> action, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await action(either.Token);
            return Check(name, null);
        }
        catch (RequestFailedException exception)
        {
            return Check(name, $"It answers {exception.Status.ToString(CultureInfo.InvariantCulture)} {exception.ErrorCode}.");
        }
        catch (AuthenticationFailedException)
        {
            return Check(name, "The app's identity gets no token.");
        }
        catch (Exception exception) when (exception is AggregateException or HttpRequestException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return Check(name, "It cannot be reached.");
        }
    }
}
