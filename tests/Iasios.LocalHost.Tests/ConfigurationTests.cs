using Iasios.LocalHost.Tests.Running;

namespace Iasios.LocalHost.Tests;

public sealed class ConfigurationTests
{
    private const string Connection = "UseDevelopmentStorage=true";

    [Theory]
    [InlineData("{", "host.json: is not JSON")]
    [InlineData("[]", "host.json: the file must be a JSON object")]
    [InlineData("{}", "host.json: version is missing")]
    [InlineData("""{"version":"2.0"}""", "host.json: customHandler.description.defaultExecutablePath is missing")]
    [InlineData("""{"version":"2.0","customHandler":{"description":{"defaultExecutablePath":"no-such-program"}}}""", "defaultExecutablePath names 'no-such-program'")]
    [InlineData("""{"version":"2.0","customHandler":{"description":{"defaultExecutablePath":"host.json"}}}""", "which is not executable")]
    [InlineData("""{"version":"2.0","customHandler":{"description":{"defaultExecutablePath":"sh"}},"functionTimeout":"soon"}""", "host.json: functionTimeout must be a time")]
    [InlineData("""{"version":"2.0","customHandler":{"description":{"defaultExecutablePath":"sh"}},"extensions":{"queues":{"batchSize":33}}}""", "extensions.queues.batchSize must be a whole number from 1 to 32")]
    [InlineData("""{"version":"2.0","customHandler":{"description":{"defaultExecutablePath":"sh"}},"extensions":{"queues":{"messageEncoding":"utf8"}}}""", "extensions.queues.messageEncoding must be")]
    public async Task A_bad_host_json_is_refused(string hostJson, string message)
    {
        using var app = new TestApp(Connection).WithQueue("Queue1");
        app.Write("host.json", hostJson);

        await AssertRefusedAsync(app, message);
    }

    [Theory]
    [InlineData("Fn", "{", "Fn/function.json: is not JSON")]
    [InlineData("Fn", "{}", "Fn/function.json: bindings must be an array")]
    [InlineData("Fn", """{"bindings":[]}""", "bindings must hold exactly one trigger")]
    [InlineData("Fn", """{"bindings":[{"type":"blobTrigger","direction":"in","name":"x"}]}""", "bindings[0].type is 'blobTrigger'")]
    [InlineData("Fn", """{"bindings":[{"type":"queueTrigger","direction":"in","queueName":"work"}]}""", "bindings[0].name is missing")]
    [InlineData("Fn", """{"bindings":[{"type":"queueTrigger","direction":"out","name":"x","queueName":"work"}]}""", "bindings[0].direction must be")]
    [InlineData("Fn", """{"bindings":[{"type":"queueTrigger","direction":"in","name":"x","queueName":"ab"}]}""", "bindings[0].queueName is 'ab'")]
    [InlineData("Fn", """{"bindings":[{"type":"queueTrigger","direction":"in","name":"x","queueName":"%NOT_SET%"}]}""", "names the setting 'NOT_SET'")]
    [InlineData("Fn", """{"bindings":[{"type":"queueTrigger","direction":"in","name":"x","queueName":"work","connection":"Elsewhere"}]}""", "bindings[0].connection cannot be resolved")]
    [InlineData("Fn", """{"bindings":[{"type":"queueTrigger","direction":"in","name":"x","queueName":"work"}],"retry":{"strategy":"fixedDelay"}}""", "retry is supported on timer triggers only")]
    [InlineData("Fn", """{"bindings":[{"type":"timerTrigger","direction":"in","name":"x","schedule":"every day"}]}""", "bindings[0].schedule is 'every day'")]
    [InlineData("Fn", """{"bindings":[{"type":"timerTrigger","direction":"in","name":"x","schedule":"0 0 25 * * *"}]}""", "bindings[0].schedule is '0 0 25 * * *'")]
    [InlineData("Fn", """{"bindings":[{"type":"httpTrigger","direction":"in","name":"x"},{"type":"http","direction":"out","name":"res"}]}""", "authLevel must be \"anonymous\"")]
    [InlineData("Fn", """{"bindings":[{"type":"httpTrigger","direction":"in","name":"x","authLevel":"anonymous","route":"a/{b"},{"type":"http","direction":"out","name":"res"}]}""", "route is not a route")]
    [InlineData("Fn", """{"bindings":[{"type":"timerTrigger","direction":"in","name":"x","schedule":"0 0 3 * * *"},{"type":"queue","direction":"out","name":"y"}]}""", "bindings[1].type is not supported")]
    [InlineData("F.n", """{"bindings":[]}""", "F.n/function.json: the folder's name")]
    public async Task A_bad_function_json_is_refused(string folder, string functionJson, string message)
    {
        using var app = new TestApp(Connection).With(folder, functionJson);

        await AssertRefusedAsync(app, message);
    }

    [Fact]
    public async Task An_app_without_functions_or_an_incomplete_command_line_is_refused()
    {
        using var app = new TestApp(Connection);

        await AssertRefusedAsync(app, "holds no function");
        await AssertRefusedAsync(app.WithQueue("Queue1"), "--events: must be CONTAINER=QUEUE", "--events", "evidence");
    }

    [Fact]
    public async Task Functions_that_are_switched_off_do_not_count()
    {
        using var app = new TestApp(Connection).With("Timer1", """{"disabled":true}""").WithQueue("Queue1");
        app.Settings["AzureWebJobs.Queue1.Disabled"] = "true";

        await AssertRefusedAsync(app, "holds no function");
    }

    [Fact]
    public async Task Timers_and_events_without_storage_are_refused()
    {
        using var timer = new TestApp(Connection).WithTimer("Timer1", "0 0 3 * * *");
        using var http = new TestApp(Connection).WithHttp("Echo", "echo");
        timer.Settings["AzureWebJobsStorage"] = null;
        http.Settings["AzureWebJobsStorage"] = null;

        await AssertRefusedAsync(timer, "set AzureWebJobsStorage");
        await AssertRefusedAsync(http, "--events: set AzureWebJobsStorage", "--events", "evidence=events");
    }

    private static async Task AssertRefusedAsync(TestApp app, string message, params string[] arguments)
    {
        await using var host = HostProcess.Launch(app, arguments);

        Assert.Equal(2, await host.UntilExitAsync());

        Assert.Contains(message, Assert.Single(host.Log), StringComparison.Ordinal);
        Assert.Empty(host.Output);
    }
}
