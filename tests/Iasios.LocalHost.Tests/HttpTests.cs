using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Iasios.LocalHost.Tests.Running;

namespace Iasios.LocalHost.Tests;

/// <summary>One host for all tests here: they change nothing in it.</summary>
public sealed class HttpApp : IAsyncLifetime
{
    private readonly SharedAzurite azurite = new();
    private TestApp? app;
    private HostProcess? host;

    internal TestApp App => app!;

    internal HostProcess Host => host!;

    public async Task InitializeAsync()
    {
        await azurite.InitializeAsync();
        app = new TestApp(azurite)
            .WithHttp("Echo", "echo/{*path}")
            .WithHttp("Drip", "drip/{rest?}")
            .With("teapot", """{"bindings":[{"type":"httpTrigger","direction":"in","name":"req","authLevel":"anonymous"},{"type":"http","direction":"out","name":"res"}]}""")
            .WithHttp("EchoOther", "echo/things/{id}/{more?}", "\"put\"")
            .WithQueue("Queue1")
            .WithTimer("Timer1", "0 0 3 * * *");
        host = await HostProcess.StartAsync(app);
    }

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        App.Dispose();
        await azurite.DisposeAsync();
    }
}

public sealed class HttpTests(HttpApp http) : IClassFixture<HttpApp>
{
    [Theory]
    [InlineData("/api/echo/a")]
    [InlineData("/api/echo/a%20b%2Fc/%C3%A9+~!$&'()*,;=:@")]
    [InlineData("/api/echo/x?a=1&a=2&b=%26%20+&c&d=")]
    [InlineData("/api/echo/report..pdf/...?up=../..")]
    public async Task A_request_reaches_the_handler_with_path_and_query_as_they_were_sent(string target)
    {
        var answer = await SendRawAsync($"GET {target} HTTP/1.1");

        Assert.Equal(target, JsonNode.Parse(answer[answer.IndexOf('{', StringComparison.Ordinal)..(answer.LastIndexOf('}') + 1)])!["target"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_handler_learns_who_asked_and_under_which_invocation_and_clients_cannot_pretend()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/echo/x");
        request.Headers.Add("X-Forwarded-For", "10.1.1.1");
        request.Headers.Add("X-Forwarded-Host", "evil.example");
        request.Headers.Add("X-Azure-Functions-InvocationId", "spoof");
        request.Headers.Add("X-Custom", "kept");

        var headers = (await ReadAsync(await http.Host.Http.SendAsync(request)))["headers"]!.AsObject();

        Assert.Equal("127.0.0.1", headers["X-Forwarded-For"]!.GetValue<string>());
        Assert.Equal(http.Host.Http.BaseAddress!.Authority, headers["X-Forwarded-Host"]!.GetValue<string>());
        Assert.Equal("http", headers["X-Forwarded-Proto"]!.GetValue<string>());
        Assert.NotEqual(http.Host.Http.BaseAddress.Authority, headers["Host"]!.GetValue<string>());
        Assert.Equal("kept", headers["X-Custom"]!.GetValue<string>());
        Assert.True(Guid.TryParse(headers["X-Azure-Functions-InvocationId"]!.GetValue<string>(), out var id));
        Assert.Equal(id.ToString(), headers["x-ms-invocation-id"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_chunked_body_arrives_whole()
    {
        var text = new string('x', 200_000);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/echo/x") { Content = new StringContent(text) };
        request.Headers.TransferEncodingChunked = true;

        var echo = await ReadAsync(await http.Host.Http.SendAsync(request));

        Assert.Equal(text, echo["body"]!.GetValue<string>());
        Assert.Equal("POST", echo["method"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_response_is_streamed()
    {
        await using var stream = await http.Host.Http.GetStreamAsync("/api/drip");
        var first = new byte["first".Length];

        await stream.ReadExactlyAsync(first);
        using var rest = await http.Host.Http.GetAsync("/api/drip/rest");

        Assert.Equal("first"u8.ToArray(), first);
        using var reader = new StreamReader(stream);
        Assert.Equal("second", await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task A_function_without_a_route_is_found_by_its_name_and_its_redirect_is_passed_on()
    {
        using var answer = await http.Host.Http.GetAsync("/api/teapot");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/elsewhere", answer.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/api")]
    [InlineData("GET", "/api/other")]
    [InlineData("GET", "/echo/x")]
    [InlineData("DELETE", "/api/echo/x")]
    [InlineData("PUT", "/api/echo/things")]
    [InlineData("POST", "/Echo")]
    public async Task What_no_function_declares_is_not_found(string method, string target)
    {
        using var request = new HttpRequestMessage(new(method), target);

        Assert.Equal(HttpStatusCode.NotFound, (await http.Host.Http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Route_parameters_may_be_optional()
    {
        Assert.Equal(HttpStatusCode.OK, (await http.Host.Http.PutAsync("/api/echo/things/7", null)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.Host.Http.PutAsync("/api/echo/things/7/zz", null)).StatusCode);
    }

    [Theory]
    [InlineData("/Queue1")]
    [InlineData("//Queue1")]
    [InlineData("/api/../Queue1")]
    [InlineData("/api/echo/../../Queue1")]
    [InlineData("/api/echo/%2e%2e/%2E./Queue1")]
    [InlineData("/api/echo/..%2f..%2fQueue1")]
    [InlineData("/api/echo/%2e%2e%2f%2e%2e%2fQueue1")]
    [InlineData("/api/echo/%252e%252e/%252e%252e/Queue1")]
    [InlineData(@"/api/echo/..\..\Queue1")]
    [InlineData("/api/echo/..%5c..%5cQueue1")]
    [InlineData("http://localhost/Queue1")]
    [InlineData("http://localhost/api/echo/../../Queue1")]
    public async Task No_path_leads_to_a_function_that_is_not_for_http(string target)
    {
        var answer = await SendRawAsync($"POST {target} HTTP/1.1");

        Assert.StartsWith("HTTP/1.1 4", answer, StringComparison.Ordinal);
        Assert.DoesNotContain(http.App.ReadDiary(), sent => sent.Body.Length == 0);
    }

    [Fact]
    public async Task A_timer_and_a_queue_function_can_be_run_by_hand()
    {
        using var queue = await http.Host.Http.PostAsJsonAsync("/admin/functions/Queue1", new { input = "wait 1" });
        using var timer = await http.Host.Http.PostAsJsonAsync("/admin/functions/Timer1", new { input = "" });

        Assert.Equal(HttpStatusCode.Accepted, queue.StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, timer.StatusCode);
        await Eventually.BeAsync(
            () => http.App.ReadDiary() is { Count: >= 2 } sent
                && sent.Any(entry => entry is { Function: "Queue1", Message: "wait 1" })
                && sent.Any(entry => entry.Function == "Timer1"),
            () => "The functions were not run.");
    }

    [Fact]
    public async Task Only_this_machines_own_names_and_json_may_run_functions_by_hand()
    {
        using var foreign = new HttpRequestMessage(HttpMethod.Post, "/admin/functions/Queue1") { Content = JsonContent.Create(new { input = "x" }) };
        foreign.Headers.Host = "evil.example";

        Assert.Equal(HttpStatusCode.NotFound, (await http.Host.Http.SendAsync(foreign)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.Host.Http.PostAsync("/admin/functions/Queue1", new StringContent("{}"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.Host.Http.PostAsJsonAsync("/admin/functions/None", new { input = "" })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.Host.Http.GetAsync("/admin/host/ping")).StatusCode);
    }

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonNode>())!;

    private async Task<TcpClient> ConnectAsync()
    {
        var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, http.Host.Http.BaseAddress!.Port);
        return socket;
    }

    // HttpClient tidies targets up before it sends them; here they go out as they are.
    private async Task<string> SendRawAsync(string requestLine)
    {
        using var socket = await ConnectAsync();
        await using var stream = socket.GetStream();
        await WriteAsync(stream, $"{requestLine}\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }

    private static async Task WriteAsync(NetworkStream stream, string text) => await stream.WriteAsync(Encoding.ASCII.GetBytes(text));
}
