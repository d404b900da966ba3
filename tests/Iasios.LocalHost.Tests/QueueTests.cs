using System.Globalization;
using System.Text;
using Iasios.LocalHost.Tests.Running;

namespace Iasios.LocalHost.Tests;

public sealed class QueueTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private const string Impatient =
        """{"functionTimeout":"00:10:00","extensions":{"queues":{"maxDequeueCount":1,"maxPollingInterval":"00:00:00.2"}}}""";

    [Fact]
    public async Task A_message_arrives_in_the_recorded_envelope_and_is_deleted_after_success()
    {
        using var app = new TestApp(azurite).WithQueue("Queue1");
        await app.SendAsync("""{"docId":"d1","n":3}""");
        await using var host = await HostProcess.StartAsync(app);

        var sent = Assert.Single(await app.UntilInvokedAsync(1));

        Assert.Equal("Queue1", sent.Function);
        Assert.Equal("""{"docId":"d1","n":3}""", sent.Message);
        Assert.Equal(Shape.OfSample("queue.json"), Shape.Of(sent.Envelope));
        Assert.Equal("\"d1\"", sent.Metadata["docId"]!.GetValue<string>());
        Assert.Equal("\"3\"", sent.Metadata["n"]!.GetValue<string>());
        Assert.Equal("1", sent.Metadata["DequeueCount"]!.GetValue<string>());
        await app.UntilCountAsync("work", 0);
        await host.UntilLoggedAsync("written for the log");
        Assert.Contains(host.Log, line => line.Contains("info: Function.Queue1.User", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_invocation_is_a_chunked_request_with_the_headers_of_the_real_host()
    {
        using var app = new TestApp(azurite).WithQueue("Queue1");
        await app.SendAsync("ok");
        await using var host = await HostProcess.StartAsync(app);

        var sent = Assert.Single(await app.UntilInvokedAsync(1));

        Assert.Null(sent.ContentLength);
        Assert.Equal("chunked", sent.Headers["Transfer-Encoding"]);
        Assert.Equal("application/json; charset=utf-8", sent.Headers["Content-Type"]);
        Assert.True(Guid.TryParse(sent.Headers["X-Azure-Functions-InvocationId"], out _));
        Assert.StartsWith("4.", sent.Headers["X-Azure-Functions-HostVersion"], StringComparison.Ordinal);
        Assert.StartsWith("Azure-Functions-Host/4.", sent.Headers["User-Agent"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_id_of_an_event_takes_the_place_of_the_message_id_and_arrays_are_not_merged()
    {
        using var app = new TestApp(azurite).WithQueue("Queue1");
        await app.SendAsync("""{"id":"e1","data":{"api":"PutBlob"},"list":[1]}""");
        await using var host = await HostProcess.StartAsync(app);

        var metadata = Assert.Single(await app.UntilInvokedAsync(1)).Metadata;

        Assert.Equal("\"e1\"", (metadata["Id"] ?? metadata["id"])!.GetValue<string>());
        Assert.Equal("PutBlob", metadata["data"]!["api"]!.GetValue<string>());
        Assert.False(metadata.ContainsKey("list"));
    }

    [Fact]
    public async Task Binary_content_arrives_as_base64_and_plain_text_as_it_is()
    {
        using var app = new TestApp(azurite, """{"extensions":{"queues":{"messageEncoding":"none"}}}""")
            .WithQueue("Bytes", "bytes", ""","dataType":"binary" """)
            .WithQueue("Text", "text");
        await app.Queue("bytes").CreateIfNotExistsAsync();
        await app.Queue("bytes").SendMessageAsync("grüezi");
        await app.Queue("text").CreateIfNotExistsAsync();
        await app.Queue("text").SendMessageAsync("grüezi");
        await using var host = await HostProcess.StartAsync(app);

        var sent = (await app.UntilInvokedAsync(2)).ToDictionary(entry => entry.Function);

        Assert.Equal(Convert.ToBase64String(Encoding.UTF8.GetBytes("grüezi")), sent["Bytes"].Data.GetValue<string>());
        Assert.Equal("grüezi", sent["Text"].Message);
    }

    [Fact]
    public async Task A_failed_message_waits_and_goes_to_the_poison_queue_after_the_last_attempt()
    {
        using var app = new TestApp(
            azurite, """{"extensions":{"queues":{"maxDequeueCount":2,"visibilityTimeout":"00:00:02","maxPollingInterval":"00:00:00.2"}}}""").WithQueue("Queue1");
        await app.SendAsync("fail");
        await using var host = await HostProcess.StartAsync(app);

        await app.UntilCountAsync("work-poison", 1);

        var attempts = app.ReadDiary();
        Assert.Equal(["1", "2"], attempts.Select(attempt => attempt.Metadata["DequeueCount"]!.GetValue<string>()));
        Assert.True(attempts[1].At - attempts[0].At >= TimeSpan.FromSeconds(1.9));
        await app.UntilCountAsync("work", 0);
        var poison = (await app.Queue("work-poison").PeekMessageAsync()).Value;
        Assert.Equal("fail", Encoding.UTF8.GetString(Convert.FromBase64String(poison.MessageText)));
    }

    [Fact]
    public async Task Answers_that_hang_or_fail_the_real_host_are_failures_at_once()
    {
        string[] answers = ["empty", "no-content", "null", "text"];
        using var app = new TestApp(azurite, Impatient).WithQueue("Queue1");
        foreach (var answer in answers)
        {
            await app.SendAsync(answer);
        }

        await using var host = await HostProcess.StartAsync(app);

        await app.UntilCountAsync("work-poison", answers.Length);
        Assert.Equal(3, host.Log.Count(line => line.Contains("the real host would wait for functionTimeout", StringComparison.Ordinal)));
        Assert.Single(host.Log, line => line.Contains("content type is not application/json", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_that_was_tried_too_often_or_is_not_base64_is_moved_without_a_call()
    {
        using var app = new TestApp(azurite, Impatient).WithQueue("Queue1");
        await app.SendAsync("tried before");
        var taken = (await app.Queue("work").ReceiveMessageAsync(TimeSpan.FromSeconds(30))).Value;
        await app.Queue("work").UpdateMessageAsync(taken.MessageId, taken.PopReceipt, visibilityTimeout: TimeSpan.Zero);
        await app.Queue("work").SendMessageAsync("not base64!");
        await using var host = await HostProcess.StartAsync(app);

        await app.UntilCountAsync("work-poison", 2);

        await app.UntilCountAsync("work", 0);
        Assert.Empty(app.ReadDiary());
    }

    [Fact]
    public async Task The_next_batch_waits_until_the_threshold_is_reached()
    {
        using var app = new TestApp(azurite, """{"extensions":{"queues":{"batchSize":2,"newBatchThreshold":0}}}""").WithQueue("Queue1");
        for (var message = 0; message < 4; message++)
        {
            await app.SendAsync("wait 1000");
        }

        await using var host = await HostProcess.StartAsync(app);

        var starts = (await app.UntilInvokedAsync(4)).Select(entry => entry.At).Order().ToList();
        Assert.True(starts[1] - starts[0] < TimeSpan.FromSeconds(1), string.Create(CultureInfo.InvariantCulture, $"{starts[1] - starts[0]}"));
        Assert.True(starts[2] - starts[0] >= TimeSpan.FromSeconds(1), string.Create(CultureInfo.InvariantCulture, $"{starts[2] - starts[0]}"));
    }

    [Fact]
    public async Task A_queue_that_is_missing_or_deleted_is_created()
    {
        using var app = new TestApp(azurite, Impatient).WithQueue("Queue1");
        await using var host = await HostProcess.StartAsync(app);
        await Eventually.BeAsync(async () => await app.Queue("work").ExistsAsync(), () => "The queue was not created.");

        await app.Queue("work").DeleteAsync();
        await Eventually.BeAsync(async () => await app.Queue("work").ExistsAsync(), () => "The queue was not created again.");
        await app.SendAsync("ok");

        Assert.Equal("ok", Assert.Single(await app.UntilInvokedAsync(1)).Message);
    }
}
