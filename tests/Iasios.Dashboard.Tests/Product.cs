using Iasios.TestSupport;
using Microsoft.Playwright;

namespace Iasios.Dashboard.Tests;

/// <summary>The running product with two facilities and some documents; and a browser.</summary>
public sealed class Product : IAsyncLifetime
{
    public const string Facility = "st-hedwig";
    public const string FacilityName = "St <b>Hedwig</b> & Co";
    public const string OtherFacility = "st-other";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);
    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private RunningProduct product = null!;
    private IPlaywright? playwright;

    public IBrowser Browser { get; private set; } = null!;

    /// <summary>Where the local host listens.</summary>
    public Uri Address => product.Address;

    /// <summary>The link that a facility's people are given.</summary>
    public Uri Link(string facility) => product.DashboardLink(facility);

    public async Task InitializeAsync()
    {
        var browser = StartBrowserAsync();
        product = await RunningProduct.StartAsync(events: true, settings: null, (Facility, FacilityName), (OtherFacility, "Another hospital"));
        foreach (var (path, text) in Documents.All)
        {
            await product.UploadAsync(path, BinaryData.FromString(text), Facility);
        }

        await product.StatusAsync(status => RunningProduct.Filed(status) == Documents.All.Count, Patience, Facility);
        await browser;
    }

    public async Task DisposeAsync()
    {
        await product.DisposeAsync();
        playwright?.Dispose();
    }

    private async Task StartBrowserAsync()
    {
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = Quiet });
    }
}
