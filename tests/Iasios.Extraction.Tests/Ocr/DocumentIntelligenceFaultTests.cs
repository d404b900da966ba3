using Azure;
using Iasios.Extraction.Tests.Support;
using Iasios.TestSupport.DocumentIntelligence;

namespace Iasios.Extraction.Tests.Ocr;

/// <summary>Waiting for Document Intelligence, and what happens when it is slow, throttles, breaks or lies.</summary>
public sealed class DocumentIntelligenceFaultTests : IAsyncLifetime
{
    private const int Tries = 6;

    private FakeDocumentIntelligence service = null!;

    public async Task InitializeAsync() => service = await FakeDocumentIntelligence.StartAsync();

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task A_slow_analysis_is_asked_for_as_often_as_the_service_says_and_no_oftener()
    {
        service.RunningPolls = 3;
        service.RetryAfter = 7;
        using var recognition = new Recognition(service);

        var pages = await recognition.OfAsync([1]);

        Assert.Equal("Page 1\nof the scan", Assert.Single(pages).Text);
        Assert.Equal(Enumerable.Repeat(TimeSpan.FromSeconds(7), 4), recognition.Clock.Waits);
    }

    [Theory]
    [InlineData(null, 2)]
    [InlineData(3_600, 60)]
    public async Task The_wait_is_two_seconds_if_the_service_says_nothing_and_never_over_a_minute(int? retryAfter, int seconds)
    {
        service.RetryAfter = retryAfter;
        using var recognition = new Recognition(service);

        await recognition.OfAsync([1]);

        Assert.Equal(TimeSpan.FromSeconds(seconds), Assert.Single(recognition.Clock.Waits));
    }

    [Fact]
    public async Task Cancelling_ends_the_asking()
    {
        using var cancellation = new CancellationTokenSource();
        var polls = 0;
        service.RunningPolls = int.MaxValue;
        service.OnPoll = () =>
        {
            if (++polls == 3)
            {
                cancellation.Cancel();
            }
        };
        using var recognition = new Recognition(service);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => recognition.OfAsync([1], cancellation.Token));
        Assert.Equal(3, polls);
    }

    [Fact]
    public async Task Throttled_it_waits_as_long_as_the_service_says()
    {
        service.Mishaps.Enqueue(Mishap.Error(429, "429", retryAfter: "1"));
        using var recognition = new Recognition(service);

        Assert.Single(await recognition.OfAsync([1]));

        var uploads = service.Uploads;
        Assert.Equal(2, uploads.Count);
        Assert.Equal(uploads[0].Body.ToArray(), uploads[1].Body.ToArray());
        Assert.True(TimeProvider.System.GetElapsedTime(uploads[0].Timestamp, uploads[1].Timestamp) > TimeSpan.FromSeconds(0.9));
    }

    [Fact]
    public async Task Throttled_for_longer_than_a_minute_it_leaves_the_document_to_the_host()
    {
        service.Mishaps.Enqueue(Mishap.Error(429, "429", retryAfter: "61"));
        using var recognition = new Recognition(service);

        var fault = await Assert.ThrowsAsync<RequestFailedException>(() => recognition.OfAsync([1]));

        Assert.Equal(429, fault.Status);
        Assert.Single(service.Requests);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Faults_that_pass_are_tried_again_when_sending_and_when_asking(int status)
    {
        EnqueueFor(Tries - 1, Mishap.Error(status, "ServiceUnavailable"));
        service.OnPoll = () =>
        {
            service.OnPoll = () => { };
            EnqueueFor(2, Mishap.Error(status, "ServiceUnavailable"));
        };
        service.RunningPolls = 1;
        using var recognition = new Recognition(service);

        Assert.Equal("Page 1\nof the scan", Assert.Single(await recognition.OfAsync([1])).Text);
        Assert.Equal(Tries, service.Uploads.Count);
        Assert.Equal(Tries + 4, service.Requests.Count);
    }

    [Fact]
    public async Task A_fault_that_stays_is_thrown_so_that_the_host_tries_again()
    {
        EnqueueFor(Tries, Mishap.Error(503, "ServiceUnavailable"));
        using var recognition = new Recognition(service);

        var fault = await Assert.ThrowsAsync<RequestFailedException>(() => recognition.OfAsync([1]));

        Assert.Equal(503, fault.Status);
        Assert.Equal(Tries, service.Requests.Count);
    }

    [Fact]
    public async Task A_cut_connection_is_tried_again()
    {
        service.Mishaps.Enqueue(Mishap.Cut);
        using var recognition = new Recognition(service);

        Assert.Single(await recognition.OfAsync([1]));
        Assert.Equal(2, service.Uploads.Count);
    }

    [Fact]
    public async Task An_answer_that_is_cut_in_the_middle_is_asked_for_again()
    {
        service.RunningPolls = 1;
        service.OnPoll = () =>
        {
            service.OnPoll = () => { };
            service.Mishaps.Enqueue(Mishap.CutInBody);
        };
        using var recognition = new Recognition(service);

        Assert.Equal("Page 1\nof the scan", Assert.Single(await recognition.OfAsync([1])).Text);
        Assert.Single(service.Uploads);
        Assert.Equal(4, service.Requests.Count);
    }

    [Fact]
    public async Task A_connection_that_is_always_cut_is_a_fault()
    {
        EnqueueFor(Tries, Mishap.Cut);
        using var recognition = new Recognition(service);

        await Assert.ThrowsAsync<AggregateException>(() => recognition.OfAsync([1]));
    }

    [Theory]
    [InlineData(401, "Unauthorized", null)]
    [InlineData(403, "Forbidden", null)]
    [InlineData(404, "NotFound", "ModelNotFound")]
    [InlineData(400, "InvalidArgument", "NotSupportedApiVersion")]
    public async Task What_the_settings_are_to_blame_for_is_a_fault_and_not_the_document_s(int status, string code, string? inner)
    {
        service.Mishaps.Enqueue(Mishap.Error(status, code, inner));
        using var recognition = new Recognition(service);

        var fault = await Assert.ThrowsAsync<RequestFailedException>(() => recognition.OfAsync([1]));

        Assert.Equal(status, fault.Status);
        Assert.Single(service.Requests);
    }

    [Theory]
    [InlineData("https://elsewhere.example")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("/relative")]
    public async Task The_key_goes_to_no_other_host_than_the_one_that_was_set(string host)
    {
        service.OperationHost = host;
        using var recognition = new Recognition(service);

        var fault = await Assert.ThrowsAsync<RequestFailedException>(() => recognition.OfAsync([1]));

        Assert.Equal("The service named no address on its own host for the result.", fault.Message);
        Assert.Single(service.Requests);
    }

    [Theory]
    [InlineData("SECRET TEXT")]
    [InlineData("""{"status":"succeeded","analyzeResult":{"content":"SECRET TEXT"}}""")]
    [InlineData("""{"status":"succeeded","analyzeResult":{"pages":[{"pageNumber":"SECRET TEXT"}]}}""")]
    [InlineData("""{"status":"succeeded","analyzeResult":{"pages":[{"pageNumber":1,"lines":[{"content":null}]}]}}""")]
    [InlineData("""{"status":"succeeded"}""")]
    [InlineData("""{"status":"SECRET TEXT"}""")]
    [InlineData("null")]
    [InlineData("")]
    public async Task An_answer_of_another_form_is_a_fault_that_tells_nothing_of_it(string body)
    {
        service.Result = body;
        using var recognition = new Recognition(service);

        var fault = await Assert.ThrowsAsync<RequestFailedException>(() => recognition.OfAsync([1]));

        Assert.DoesNotContain("SECRET", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_that_has_expired_is_a_fault()
    {
        service.RunningPolls = 1;
        service.OnPoll = () => service.Mishaps.Enqueue(Mishap.Error(404, "NotFound"));
        using var recognition = new Recognition(service);

        var fault = await Assert.ThrowsAsync<RequestFailedException>(() => recognition.OfAsync([1]));

        Assert.Equal(404, fault.Status);
    }

    [Fact]
    public async Task The_settings_are_tried_without_sending_anything()
    {
        using var right = new Recognition(service);
        using var wrongKey = new Recognition(service) { Options = right.Options with { Key = "00000000000000000000000000000000" } };
        using var wrongPath = new Recognition(service) { Options = right.Options with { Endpoint = $"{service.Endpoint}other" } };

        Assert.Null(await right.Engine.FindProblemAsync(CancellationToken.None));
        Assert.Equal("It refuses the key in Reading__DocumentIntelligence__Key.", await wrongKey.Engine.FindProblemAsync(CancellationToken.None));
        Assert.Equal("There is no Document Intelligence at Reading__DocumentIntelligence__Endpoint.", await wrongPath.Engine.FindProblemAsync(CancellationToken.None));
        Assert.Empty(service.Uploads);
    }

    private void EnqueueFor(int requests, Mishap mishap)
    {
        for (var request = 0; request < requests; request++)
        {
            service.Mishaps.Enqueue(mishap);
        }
    }
}
