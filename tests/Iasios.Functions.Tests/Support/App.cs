using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Iasios.Storage.Processes;

namespace Iasios.Functions.Tests.Support;

/// <summary>The published app as a process of its own, called as the Functions host calls it.</summary>
internal sealed class App : IAsyncDisposable
{
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(20);
    private readonly ConcurrentQueue<string> output;
    private readonly TiedProcess process;

    private App(TiedProcess process, ConcurrentQueue<string> output, int port)
    {
        this.process = process;
        this.output = output;
        Port = port;
        Http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}"),
            Timeout = TimeSpan.FromMinutes(1),
        };
    }

    public int Port { get; }

    public int ProcessId => process.Id;

    public HttpClient Http { get; }

    /// <summary>Everything written to standard output and standard error so far.</summary>
    public string Output => string.Join('\n', output);

    /// <summary>Gives the exit code when the process has ended.</summary>
    public Task<int> Exited => process.Exited;

    /// <summary>Starts the app with settings of its own and waits until it answers, as the host does.</summary>
    public static async Task<App> StartAsync(string storage, params IEnumerable<(string Name, string Value)> settings)
    {
        var port = FreePort();
        var app = await StartProcessAsync(port, [
            ("FUNCTIONS_CUSTOMHANDLER_PORT", port.ToString(CultureInfo.InvariantCulture)),
            ("EvidenceStorage", storage),
            .. settings,
        ]);
        try
        {
            await Eventually.IsTrueAsync(() => app.Exited.IsCompleted || app.Listens("127.0.0.1"));
            return app.Exited.IsCompleted ? throw new InvalidOperationException($"The app did not start: {app.Output}") : app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the program as somebody would who is no host: without a port.</summary>
    public static Task<App> StartWithoutPortAsync() => StartProcessAsync(0, []);

    /// <summary>A port that nothing listens on.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Whether the app takes connections on an address of this machine.</summary>
    public bool Listens(string address) => IsOpen(address, Port);

    public static bool IsOpen(string address, int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Connect(IPAddress.Parse(address), port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>Posts what the host posts for a message: its text as JSON inside a JSON string.</summary>
    public Task<HttpResponseMessage> InvokeAsync(string function, string message) =>
        PostAsync(function, Envelope(JsonValue.Create(message).ToJsonString()));

    /// <summary>The host's envelope around the value of a queue message.</summary>
    public static string Envelope(string value, string binding = "message") => new JsonObject
    {
        ["Data"] = new JsonObject { [binding] = value },
        ["Metadata"] = new JsonObject { ["DequeueCount"] = "1", ["sys"] = new JsonObject() },
    }.ToJsonString();

    /// <summary>The host's envelope for a timer.</summary>
    public Task<HttpResponseMessage> TickAsync(string function) =>
        PostAsync(function, """{"Data":{"timer":{"Schedule":{"AdjustForDST":true},"ScheduleStatus":null,"IsPastDue":false}},"Metadata":{"sys":{}}}""");

    public Task<HttpResponseMessage> PostAsync(string function, string body, params IEnumerable<(string Name, string Value)> headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/" + function)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return Http.SendAsync(request);
    }

    /// <summary>A GET with a bearer token, or without one.</summary>
    public Task<HttpResponseMessage> GetAsync(string address, string? token = null, params IEnumerable<(string Name, string Value)> headers) =>
        SendAsync(HttpMethod.Get, address, token, headers);

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, string? token, params IEnumerable<(string Name, string Value)> headers)
    {
        var request = new HttpRequestMessage(method, address);
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return Http.SendAsync(request);
    }

    /// <summary>Sends SIGTERM and waits for the end.</summary>
    public Task StopAsync() => process.StopAsync(StopTime);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!process.Exited.IsCompleted)
        {
            await StopAsync();
        }
    }

    // By env, because a PATH of the app's own must not hide the programs that start it.
    private static async Task<App> StartProcessAsync(int port, IReadOnlyList<(string Name, string Value)> settings)
    {
        var lines = new ConcurrentQueue<string>();
        var started = await TiedProcess.StartAsync(
            ["env", .. settings.Select(setting => $"{setting.Name}={setting.Value}"), PublishedApp.Program],
            new Dictionary<string, string>(),
            lines.Enqueue,
            lines.Enqueue);
        return new(started, lines, port);
    }
}
