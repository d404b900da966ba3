using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Iasios.Functions.Tests.Support;

namespace Iasios.Functions.Tests.Host;

/// <summary>How the app answers the Functions host.</summary>
[Collection(nameof(UsesProduct))]
public sealed class InvocationTests(Product product)
{
    private static readonly string[] HostFunctions = ["ProcessEvidence", "EvidenceFailed", "ReconcileEvidence", "SendReminders"];

    [Fact]
    public void The_app_listens_on_127_0_0_1_alone_whatever_the_host_itself_listens_on()
    {
        Assert.True(product.App.Listens("127.0.0.1"));
        Assert.False(product.App.Listens("127.0.0.2"));
        Assert.False(App.IsOpen("127.0.0.1", product.HostPort));
    }

    [Theory]
    [InlineData("ProcessEvidence")]
    [InlineData("EvidenceFailed")]
    public async Task The_answer_to_the_host_is_a_JSON_object(string function)
    {
        using var response = await product.App.InvokeAsync(function, Events.Own("hospital-001/nothing-there.txt"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.IsType<JsonObject>(JsonNode.Parse(await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task A_chunked_envelope_without_a_length_is_read()
    {
        var hospital = product.NewHospital();
        await hospital.UploadAsync("8c/policy.txt", Hospital.SedationPolicy);
        var body = App.Envelope(JsonValue.Create(Events.Own(hospital.BlobName("8c/policy.txt"))).ToJsonString());
        using var request = new HttpRequestMessage(HttpMethod.Post, "/ProcessEvidence")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
            Headers = { TransferEncodingChunked = true },
        };

        using var response = await product.App.Http.SendAsync(request);

        Assert.Null(request.Content.Headers.ContentLength);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("8c", (await hospital.DocumentAsync("8c/policy.txt"))["document"]!["codes"]!.AsArray().Select(code => (string?)code));
    }

    public static TheoryData<string, bool, bool> Forms()
    {
        var forms = new TheoryData<string, bool, bool>();
        foreach (var schema in new[] { "Event Grid", "CloudEvents", "own" })
        {
            forms.Add(schema, false, false);
            forms.Add(schema, false, true);
            forms.Add(schema, true, false);
            forms.Add(schema, true, true);
        }

        return forms;
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_message_is_understood_in_every_form_it_comes_in(string schema, bool isBase64, bool isJsonInJson)
    {
        var hospital = product.NewHospital();
        const string Path = "Gerätebuch & SOPs/50% #1?.txt";
        await hospital.UploadAsync(Path, Hospital.SedationPolicy);
        var message = schema switch
        {
            "Event Grid" => Events.EventGrid(hospital.Address(Path)),
            "CloudEvents" => Events.CloudEvent(hospital.Address(Path)),
            _ => Events.Own(hospital.BlobName(Path)),
        };
        var text = isBase64 ? Convert.ToBase64String(Encoding.UTF8.GetBytes(message)) : message;

        using var response = await product.App.PostAsync(
            "ProcessEvidence",
            App.Envelope(isJsonInJson ? JsonValue.Create(text).ToJsonString() : text));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("processed", (string?)(await hospital.DocumentAsync(Path))["document"]!["processing"]);
    }

    [Theory]
    [InlineData("Microsoft.Storage.BlobCreated", "SetBlobProperties", "evidence")]
    [InlineData("Microsoft.Storage.BlobCreated", "PutBlock", "evidence")]
    [InlineData("Microsoft.Storage.BlobTierChanged", "SetBlobTier", "evidence")]
    [InlineData("Microsoft.Storage.BlobCreated", "PutBlob", "settings")]
    public async Task An_event_that_is_not_about_evidence_is_passed_over(string type, string api, string container)
    {
        var hospital = product.NewHospital();
        await hospital.UploadAsync("policy.txt", Hospital.SedationPolicy);
        var address = new Uri(hospital.Address("policy.txt").AbsoluteUri.Replace("/evidence/", $"/{container}/", StringComparison.Ordinal));

        using var response = await product.App.InvokeAsync("ProcessEvidence", Events.EventGrid(address, type, api));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await hospital.RowsAsync("D|"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no JSON")]
    [InlineData("[1]")]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("""{"v":2,"blob":"hospital-001/a.txt"}""")]
    [InlineData("""{"v":1}""")]
    [InlineData("""{"v":1,"blob":5}""")]
    [InlineData("""{"v":1,"v":1,"blob":"hospital-001/a.txt"}""")]
    [InlineData("""{"eventType":7}""")]
    [InlineData("""{"eventType":"Microsoft.Storage.BlobCreated","data":"text"}""")]
    [InlineData("""{"eventType":"Microsoft.Storage.BlobCreated","data":{"api":"PutBlob","url":{}}}""")]
    public async Task A_message_that_nobody_understands_fails_and_is_dropped_once_it_is_poison(string message)
    {
        using var processed = await product.App.InvokeAsync("ProcessEvidence", message);
        using var poisoned = await product.App.InvokeAsync("EvidenceFailed", message);

        Assert.False(processed.IsSuccessStatusCode);
        Assert.Equal(HttpStatusCode.OK, poisoned.StatusCode);
    }

    [Fact]
    public async Task A_recorded_queue_message_of_another_app_fails()
    {
        var recorded = Recorded("queue.json");

        using var asRecorded = await product.App.PostAsync("ProcessEvidence", recorded);
        using var underOurName = await product.App.PostAsync("ProcessEvidence", recorded.Replace("\"msg\"", "\"message\"", StringComparison.Ordinal));

        Assert.False(asRecorded.IsSuccessStatusCode);
        Assert.False(underOurName.IsSuccessStatusCode);
    }

    [Theory]
    [InlineData("blob.json", "BlobBin")]
    [InlineData("http-default-mode.json", "Status")]
    [InlineData("http-default-mode.json", "Health")]
    public async Task A_recorded_call_of_a_function_that_the_app_does_not_serve_by_name_is_not_found(string file, string function)
    {
        using var response = await product.App.PostAsync(function, Recorded(file));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("X-Forwarded-Host", "example.org")]
    [InlineData("X-Forwarded-For", "192.0.2.1")]
    [InlineData("Forwarded", "for=192.0.2.1")]
    public async Task A_request_that_came_over_HTTP_reaches_no_function_of_the_host(string header, string value)
    {
        foreach (var function in HostFunctions)
        {
            using var response = await product.App.PostAsync(function, App.Envelope(Events.Own("hospital-001/a.txt")), [(header, value)]);

            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
    }

    [Fact]
    public async Task A_function_of_the_host_answers_POST_only()
    {
        foreach (var function in HostFunctions)
        {
            using var response = await product.App.GetAsync("/" + function, Hospital.TokenOf("hospital-001"));

            Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        }
    }

    private static string Recorded(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "invocation-samples", file));
}
