using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Iasios.Storage.Processes;
using Iasios.TestSupport;
using Microsoft.Playwright;

namespace Iasios.Dashboard.Tests;

/// <summary>The published app under the local host, over an Azurite of its own, with two facilities and some documents; and a browser.</summary>
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

    private readonly AzuriteFixture azurite = new();
    private readonly Dictionary<string, string> tokens = new(StringComparer.Ordinal);
    private readonly StringBuilder log = new();
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TiedProcess? host;
    private IPlaywright? playwright;

    public IBrowser Browser { get; private set; } = null!;

    /// <summary>Where the local host listens.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The link that a facility's people are given.</summary>
    public Uri Link(string facility) => new(Address, $"/api/dashboard/{facility}?access={tokens[facility]}");

    public async Task InitializeAsync()
    {
        var root = RepositoryRoot();
        var app = Path.Combine(root, "artifacts", "functions");
        var program = Path.Combine(root, "artifacts", "bin", "Iasios.LocalHost", "release", "Iasios.LocalHost.dll");
        Assert.True(File.Exists(Path.Combine(app, "host.json")) && File.Exists(program), "The product is not built. Start ./test, which builds it first.");

        var browser = StartBrowserAsync();
        await azurite.InitializeAsync();
        await AddFacilityAsync(Facility, FacilityName);
        await AddFacilityAsync(OtherFacility, "Another hospital");
        await HandInAsync();
        host = await TiedProcess.StartAsync(
            ["dotnet", program, "--app", app, "--port", $"{FreePort()}", "--events", "evidence=evidence-events"],
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["AzureWebJobsStorage"] = azurite.ConnectionString,
                ["EvidenceStorage"] = azurite.ConnectionString,
                ["FUNCTIONS_WORKER_RUNTIME"] = "custom",
            },
            Note,
            Note);
        Address = await listening.Task.WaitAsync(Patience);
        await WaitUntilProcessedAsync();
        await browser;
    }

    public async Task DisposeAsync()
    {
        if (host is not null)
        {
            await host.StopAsync(TimeSpan.FromSeconds(15));
        }

        await azurite.DisposeAsync();
        playwright?.Dispose();
    }

    private async Task StartBrowserAsync()
    {
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = Quiet });
    }

    private async Task AddFacilityAsync(string id, string name)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        tokens[id] = token;
        var container = azurite.Account.Blobs.GetBlobContainerClient("settings");
        await container.CreateIfNotExistsAsync();
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
        await container.UploadBlobAsync($"facilities/{id}.json", BinaryData.FromObjectAsJson(new
        {
            v = 1,
            name,
            timeZone = "Europe/Vienna",
            accessTokens = new[] { new { name = "test", sha256 = digest } },
        }));
    }

    private async Task HandInAsync()
    {
        var container = azurite.Account.Blobs.GetBlobContainerClient("evidence");
        await container.CreateIfNotExistsAsync();
        foreach (var (path, text) in Documents.All)
        {
            await container.UploadBlobAsync($"{Facility}/{path}", BinaryData.FromString(text));
        }
    }

    private async Task WaitUntilProcessedAsync()
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", tokens[Facility]);
        var status = new Uri(Address, $"/api/facilities/{Facility}/status");
        using var deadline = new CancellationTokenSource(Patience);
        var last = "";
        try
        {
            while (Done(last) < Documents.All.Count)
            {
                await Task.Delay(200, deadline.Token);
                using var answer = await http.GetAsync(status, deadline.Token);
                last = answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync(deadline.Token) : "";
            }
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"The documents were not processed in time. Last status: {last}\n{log}");
        }
    }

    private static int Done(string status)
    {
        if (status.Length == 0)
        {
            return 0;
        }

        using var json = JsonDocument.Parse(status);
        return json.RootElement.GetProperty("documents").GetProperty("byProcessing").EnumerateObject()
            .Where(count => count.Name is "processed" or "attention" or "Processed" or "Attention")
            .Sum(count => count.Value.GetInt32());
    }

    private void Note(string line)
    {
        lock (log)
        {
            log.AppendLine(line);
        }

        const string Listening = "Listening on ";
        if (line.StartsWith(Listening, StringComparison.Ordinal) && Uri.TryCreate(line[Listening.Length..], UriKind.Absolute, out var address))
        {
            listening.TrySetResult(address);
        }
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "IasiosFunctions.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not lie in the repository.");
        }

        return folder.FullName;
    }

    private static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }
}
