using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using Iasios.Storage;
using Iasios.Storage.Azurite;
using Iasios.Storage.Processes;

namespace Iasios.TestSupport;

/// <summary>
/// The whole product on this machine: Azurite in memory, the local host, and the published app, with facilities. The
/// local host is started again when it stops, as the platform would.
/// </summary>
public sealed class RunningProduct : IAsyncDisposable
{
    /// <summary>The id of the facility that is always there.</summary>
    public const string Facility = "st-anna";

    private const string Listening = "Listening on ";
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(20);

    private readonly AzuriteProcess azurite;
    private readonly bool events;
    private readonly IReadOnlyDictionary<string, string> appSettings;
    private readonly Dictionary<string, string> tokens = new(StringComparer.Ordinal);
    private readonly StringBuilder output = new();
    private readonly HttpClient http = new();
    private TiedProcess? host;
    private int port;

    private RunningProduct(AzuriteProcess azurite, bool events, IReadOnlyDictionary<string, string> settings) =>
        (this.azurite, this.events, appSettings) = (azurite, events, settings);

    /// <summary>The storage account.</summary>
    public StorageAccount Account => StorageAccount.FromConnectionString(azurite.ConnectionString);

    /// <summary>The container that files are dropped into.</summary>
    public BlobContainerClient Evidence => Account.Blobs.GetBlobContainerClient("evidence");

    /// <summary>Where the local host listens.</summary>
    public Uri Address => http.BaseAddress!;

    /// <summary>What the local host and the app have written.</summary>
    public string Output
    {
        get
        {
            lock (output)
            {
                return output.ToString();
            }
        }
    }

    /// <summary>The app's process.</summary>
    public int HandlerProcess => ProcessTable.ChildrenOf(host!.Id).Single();

    /// <summary>Starts everything.</summary>
    /// <param name="events">Whether blob events are announced; without them only the reconciler finds files.</param>
    /// <param name="settings">Settings of the app, as environment variables.</param>
    /// <param name="others">Further facilities, each with its id and name.</param>
    public static async Task<RunningProduct> StartAsync(
        bool events = true,
        IReadOnlyDictionary<string, string>? settings = null,
        params (string Id, string Name)[] others)
    {
        var product = new RunningProduct(await AzuriteProcess.StartAsync(new AzuriteOptions()), events, settings ?? new Dictionary<string, string>());
        foreach (var (id, name) in others.Prepend((Facility, "St Anna Hospital")))
        {
            await product.RegisterAsync(id, name);
        }

        await product.Evidence.CreateIfNotExistsAsync();
        await product.StartHostAsync();
        return product;
    }

    /// <summary>The link that a facility's people are given.</summary>
    public Uri DashboardLink(string facility) => new(Address, $"api/dashboard/{facility}?access={tokens[facility]}");

    /// <summary>Ends the local host by SIGKILL and starts it again.</summary>
    public async Task KillHostAsync()
    {
        ProcessTable.Kill(host!.Id);
        await host.Exited;
        await StartHostAsync();
    }

    /// <summary>Uploads a file into a facility's folder.</summary>
    public async Task UploadAsync(string path, BinaryData content, string facility = Facility) =>
        await Evidence.GetBlobClient($"{facility}/{path}").UploadAsync(content, overwrite: true);

    /// <summary>Uploads a folder's files, four at a time.</summary>
    public async Task UploadFolderAsync(string folder) =>
        await Parallel.ForEachAsync(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (file, cancellationToken) =>
            await UploadAsync(Path.GetRelativePath(folder, file), BinaryData.FromBytes(await File.ReadAllBytesAsync(file, cancellationToken))));

    /// <summary>A facility's status; null while the app is not there to answer.</summary>
    public Task<JsonObject?> TryStatusAsync(string facility = Facility) => TryGetAsync(facility, "status");

    /// <summary>The first 200 documents; null while the app is not there to answer.</summary>
    public Task<JsonObject?> TryDocumentsAsync() => TryGetAsync(Facility, "documents?size=200");

    /// <summary>The status as soon as something holds of it.</summary>
    /// <exception cref="TimeoutException">It did not come about in time.</exception>
    public async Task<JsonObject> StatusAsync(Func<JsonObject, bool> holds, TimeSpan timeout, string facility = Facility)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var status = await TryStatusAsync(facility);
            if (status is not null && holds(status))
            {
                return status;
            }

            if (TimeProvider.System.GetElapsedTime(start) > timeout)
            {
                throw new TimeoutException($"The status did not come about in time. Last seen: {status?["documents"]?.ToJsonString()}\n{Output}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }

    /// <summary>Documents that are neither waiting nor deleted, by the status.</summary>
    public static int Filed(JsonObject status) => status["documents"]!["byProcessing"]!.AsObject()
        .Where(count => count.Key is not ("waiting" or "deleted"))
        .Sum(count => (int)count.Value!);

    /// <summary>The state of a sub-requirement, by the status.</summary>
    public static string State(JsonObject status, string code) => (string)Code(status, code)["state"]!;

    /// <summary>A sub-requirement's part of the status.</summary>
    public static JsonObject Code(JsonObject status, string code) => status["standards"]!.AsArray()
        .SelectMany(standard => standard!["codes"]!.AsArray())
        .Single(part => (string)part!["code"]! == code)!.AsObject();

    /// <summary>What the app gives at an address below a facility's; null while it is not there to answer.</summary>
    public async Task<JsonObject?> TryGetAsync(string facility, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"api/facilities/{facility}/{address}", UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens[facility]);
        try
        {
            using var response = await http.SendAsync(request);
            return response.IsSuccessStatusCode ? await response.Content.ReadFromJsonAsync<JsonObject>() : null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        if (host is not null)
        {
            await host.StopAsync(StopTimeout);
        }

        await azurite.DisposeAsync();
    }

    private async Task StartHostAsync()
    {
        var ready = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        List<string> command =
        [
            "dotnet", Repository.Program("Iasios.LocalHost", "Iasios.LocalHost.dll"),
            "--app", Repository.Functions,
            "--port", port.ToString(CultureInfo.InvariantCulture),
            .. events ? ["--events", "evidence=evidence-events"] : Array.Empty<string>(),
        ];
        var environment = new Dictionary<string, string>(appSettings, StringComparer.Ordinal)
        {
            ["AzureWebJobsStorage"] = azurite.ConnectionString,
            ["EvidenceStorage"] = azurite.ConnectionString,
            ["FUNCTIONS_WORKER_RUNTIME"] = "custom",
        };
        host = await TiedProcess.StartAsync(command, environment, line => Note(line, ready), line => Note(line, ready));
        await Task.WhenAny(ready.Task, host.Exited).WaitAsync(StartTimeout);
        if (!ready.Task.IsCompleted)
        {
            throw new InvalidOperationException($"The local host did not start.\n{Output}");
        }

        // An HttpClient takes no other address once it was used; a restart keeps the port.
        if (port == 0)
        {
            http.BaseAddress = await ready.Task;
            port = http.BaseAddress.Port;
        }
    }

    private async Task RegisterAsync(string id, string name)
    {
        tokens[id] = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var settings = new JsonObject
        {
            ["v"] = 1,
            ["name"] = name,
            ["timeZone"] = "Europe/Vienna",
            ["contact"] = new JsonObject { ["name"] = "Quality lead", ["email"] = "quality@st-anna.example" },
            ["accessTokens"] = new JsonArray(new JsonObject
            {
                ["name"] = "test",
                ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(tokens[id]))),
            }),
        };
        var container = Account.Blobs.GetBlobContainerClient("settings");
        await container.CreateIfNotExistsAsync();
        await container.GetBlobClient($"facilities/{id}.json").UploadAsync(BinaryData.FromString(settings.ToJsonString()), overwrite: true);
    }

    private void Note(string line, TaskCompletionSource<Uri> ready)
    {
        lock (output)
        {
            output.AppendLine(line);
        }

        if (line.StartsWith(Listening, StringComparison.Ordinal))
        {
            ready.TrySetResult(new Uri(line[Listening.Length..]));
        }
    }
}
