using System.Net;
using Iasios.LocalHost.Tests.Running;

namespace Iasios.LocalHost.Tests;

public sealed class HandlerTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private const string Impatient =
        """{"functionTimeout":"00:00:03","extensions":{"queues":{"maxDequeueCount":3,"visibilityTimeout":"00:00:01","maxPollingInterval":"00:00:00.2"}}}""";

    [Fact]
    public async Task The_handler_is_started_as_the_real_host_starts_it()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Iasios.TestHandler");
        using var app = new TestApp(
            azurite,
            $$"""
            {"customHandler":{"description":{"defaultExecutablePath":"{{program}}","defaultWorkerPath":"script",
            "arguments":["--greeting=%GREETING%","%UNKNOWN%"],"workingDirectory":"work"} } }
            """).WithQueue("Queue1");
        app.Settings["GREETING"] = "good morning";
        app.Write("work/readme", "");
        await app.SendAsync("ok");
        await using var host = await HostProcess.StartAsync(app);

        var sent = Assert.Single(await app.UntilInvokedAsync(1));

        Assert.Equal(["--greeting=good", "morning", "script"], sent.Arguments);
        Assert.Equal(Path.Combine(app.Folder, "work"), sent.Folder);
        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal)
            {
                "FUNCTIONS_APP_ROOT_PATH", "FUNCTIONS_CUSTOMHANDLER_PORT", "FUNCTIONS_CUSTOMHANDLER_WORKER_ID",
                "FUNCTIONS_HTTPWORKER_ID", "FUNCTIONS_HTTPWORKER_PORT",
            },
            sent.Settings.ToHashSet(StringComparer.Ordinal));
        Assert.Contains(host.Log, line => line.Contains("info: Host.Function.Console", StringComparison.Ordinal) && line.EndsWith("handler out", StringComparison.Ordinal));
        Assert.Contains(host.Log, line => line.Contains("fail: Host.Function.Console", StringComparison.Ordinal) && line.EndsWith("handler err", StringComparison.Ordinal));
        Assert.Contains(host.Log, line => line.Contains("warn: Host.Function.Console", StringComparison.Ordinal) && line.EndsWith("handler warn", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_timeouts_at_once_fail_both_invocations_and_restart_the_handler_once()
    {
        using var app = new TestApp(azurite, Impatient.Replace("\"maxDequeueCount\":3", "\"maxDequeueCount\":1", StringComparison.Ordinal)).WithQueue("Queue1");
        await app.SendAsync("hang");
        await app.SendAsync("hang");
        await using var host = await HostProcess.StartAsync(app);
        await app.UntilCountAsync("work-poison", 2);

        await app.SendAsync("ok");

        var sent = await app.UntilInvokedAsync(3);
        Assert.NotEqual(sent[0].ProcessId, sent[2].ProcessId);
        await Processes.UntilGoneAsync(sent[0].ProcessId);
        Assert.Equal(2, host.Log.Count(line => line.Contains("The handler is ready", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_request_that_exceeds_the_time_restarts_the_handler()
    {
        using var app = new TestApp(azurite, Impatient).WithHttp("Hang", "hang").WithHttp("Echo", "echo/{*path}");
        await using var host = await HostProcess.StartAsync(app);

        using var answer = await host.Http.GetAsync("/api/hang");

        Assert.False(answer.IsSuccessStatusCode);
        await host.UntilLoggedAsync("killed and started again");
        await Eventually.BeAsync(
            async () => (await host.Http.GetAsync("/api/echo/x")).IsSuccessStatusCode, () => "The handler did not come back.");
    }

    [Fact]
    public async Task The_third_exit_with_an_error_stops_the_host()
    {
        using var app = new TestApp(azurite, Impatient).WithQueue("Queue1");
        await app.SendAsync("exit 1");
        await using var host = await HostProcess.StartAsync(app);

        Assert.Equal(1, await host.UntilExitAsync());

        Assert.Equal(3, app.ReadDiary().Count);
        Assert.Contains("failed three times within 30 minutes", host.LogText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exit_code_200_restarts_the_handler_as_often_as_it_likes()
    {
        using var app = new TestApp(azurite, Impatient).WithQueue("Queue1");
        await app.SendAsync("exit 200");
        await using var host = await HostProcess.StartAsync(app);
        await app.UntilCountAsync("work-poison", 1);

        await app.SendAsync("ok");

        Assert.Equal(4, (await app.UntilInvokedAsync(4)).Select(sent => sent.ProcessId).Distinct().Count());
    }

    [Fact]
    public async Task After_exit_code_0_the_handler_is_not_started_again_and_messages_are_poisoned()
    {
        using var app = new TestApp(azurite, Impatient).WithQueue("Queue1").WithHttp("Echo", "echo/{*path}");
        await app.SendAsync("exit 0");
        await using var host = await HostProcess.StartAsync(app);

        await app.UntilCountAsync("work-poison", 1);

        Assert.Single(app.ReadDiary());
        Assert.Equal(HttpStatusCode.BadGateway, (await host.Http.GetAsync("/api/echo/x")).StatusCode);
        Assert.False(host.HasExited);
    }

    [Theory]
    [InlineData("TEST_HANDLER_START_EXIT", "1")]
    [InlineData("TEST_HANDLER_START_DELAY_MS", "60000")]
    public async Task A_handler_that_never_becomes_ready_stops_the_host(string setting, string value)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Iasios.TestHandler");
        using var app = new TestApp(
            azurite, $$"""{"customHandler":{"description":{"defaultExecutablePath":"{{program}}"},"initializationTimeout":"00:00:01"} }""").WithQueue("Queue1");
        app.Settings[setting] = value;
        await using var host = HostProcess.Launch(app);

        Assert.Equal(1, await host.UntilExitAsync());

        Assert.Empty(host.Output);
        Assert.Contains("failed three times within 30 minutes", host.LogText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_are_answered_with_503_until_the_handler_is_ready()
    {
        using var app = new TestApp(azurite).WithHttp("Echo", "echo/{*path}");
        app.Settings["TEST_HANDLER_START_DELAY_MS"] = "3000";
        var port = Ports.Free();
        await using var host = HostProcess.Launch(app, "--port", $"{port}");
        var answers = new List<HttpStatusCode>();

        await Eventually.BeAsync(
            async () =>
            {
                try
                {
                    using var answer = await host.Http.GetAsync($"http://127.0.0.1:{port}/api/echo/x");
                    answers.Add(answer.StatusCode);
                }
                catch (HttpRequestException)
                {
                    // The host does not listen yet.
                }

                return answers.Contains(HttpStatusCode.OK);
            },
            () => $"Never ready:\n{host.LogText}");

        Assert.Equal([HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK], answers.Distinct());
    }

    [Fact]
    public async Task A_handler_has_its_own_session_so_that_Ctrl_C_reaches_the_host_alone()
    {
        using var app = new TestApp(azurite).WithQueue("Queue1");
        await app.SendAsync("ok");
        await using var host = await HostProcess.StartAsync(app);

        var handler = Assert.Single(await app.UntilInvokedAsync(1)).ProcessId;

        Assert.Equal(handler, Processes.SessionOf(handler));
    }

    [Fact]
    public async Task A_killed_host_leaves_no_handler_behind()
    {
        using var app = new TestApp(azurite).WithQueue("Queue1");
        await app.SendAsync("hang");
        await using var host = await HostProcess.StartAsync(app);
        var handler = Assert.Single(await app.UntilInvokedAsync(1)).ProcessId;

        host.Kill();

        await Processes.UntilGoneAsync(handler);
    }

    [Fact]
    public async Task A_stop_lets_work_in_flight_end_gives_up_what_does_not_and_leaves_nothing_behind()
    {
        using var app = new TestApp(azurite, """{"extensions":{"queues":{"visibilityTimeout":"00:00:00"}}}""").WithQueue("Queue1");
        await app.SendAsync("wait 2000");
        await app.SendAsync("hang");
        await using var host = await HostProcess.StartAsync(app);
        var handler = (await app.UntilInvokedAsync(2))[0].ProcessId;

        Assert.Equal(0, await host.StopAsync());

        await Processes.UntilGoneAsync(handler);
        var left = Assert.Single((await app.Queue("work").PeekMessagesAsync(32)).Value);
        Assert.Equal("hang"u8.ToArray(), Convert.FromBase64String(left.MessageText));
        Assert.Equal(1, await app.CountAsync("work"));
    }
}
