using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Iasios.Core.Facilities;

namespace Iasios.Cli.Run;

/// <summary>
/// Asks the running app over HTTP, with the facility's token. While the local host or the app starts again, a call waits
/// for it.
/// </summary>
internal sealed class AppClient : IDisposable
{
    private const int Tries = 60;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly HttpClient http;
    private readonly FacilityId facility;

    public AppClient(Uri address, FacilityId facility, string token)
    {
        this.facility = facility;
        http = new() { BaseAddress = address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public static string Indent(JsonObject json) => json.ToJsonString(Indented);

    public async Task<JsonObject> StatusAsync(CancellationToken cancellationToken) =>
        await GetAsync($"api/facilities/{facility}/status", cancellationToken);

    /// <summary>How many documents lie in no known facility's folder.</summary>
    public async Task<int> UnassignedAsync(CancellationToken cancellationToken) =>
        (int?)(await GetAsync("api/health/ready", cancellationToken))["unassignedDocuments"] ?? 0;

    /// <summary>All documents.</summary>
    public async Task<IReadOnlyList<ListedDocument>> DocumentsAsync(CancellationToken cancellationToken)
    {
        var documents = new List<ListedDocument>();
        for (var next = $"api/facilities/{facility}/documents?size=200"; next is not null;)
        {
            var page = await GetAsync(next, cancellationToken);
            documents.AddRange(page["documents"]!.AsArray().Select(document => new ListedDocument(
                (string)document!["name"]!, (string)document["eTag"]!, (string)document["processing"]!, (bool)document["isUpToDate"]!)));
            next = (string?)page["next"];
        }

        return documents;
    }

    /// <summary>Runs a timer function now instead of at its hour.</summary>
    public async Task RunAsync(string function, CancellationToken cancellationToken) => await RetryAsync(
        async () =>
        {
            using var body = new StringContent("""{"input":""}""", Encoding.UTF8, "application/json");
            using var response = await http.PostAsync(new Uri($"admin/functions/{function}", UriKind.Relative), body, cancellationToken);
            return response.EnsureSuccessStatusCode().StatusCode;
        },
        cancellationToken);

    public void Dispose() => http.Dispose();

    private async Task<JsonObject> GetAsync(string address, CancellationToken cancellationToken) => await RetryAsync(
        async () => await http.GetFromJsonAsync<JsonObject>(new Uri(address, UriKind.RelativeOrAbsolute), cancellationToken)
            ?? throw new RunException("The app gave an empty answer."),
        cancellationToken);

    private static async Task<T> RetryAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await call();
            }
            catch (HttpRequestException exception) when (attempt < Tries && exception.StatusCode is null or >= HttpStatusCode.InternalServerError)
            {
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }
}

/// <summary>A document as the app lists it.</summary>
/// <param name="Name">Its path in the facility's folder.</param>
/// <param name="ETag">The version that was processed.</param>
/// <param name="Processing">Where it is on its way.</param>
/// <param name="IsUpToDate">Whether the present release has looked at it.</param>
internal sealed record ListedDocument(string Name, string ETag, string Processing, bool IsUpToDate)
{
    /// <summary>Whether nothing more happens to it by itself, for now.</summary>
    public bool IsDone => Processing == "failed" || (IsUpToDate && Processing != "waiting");
}
