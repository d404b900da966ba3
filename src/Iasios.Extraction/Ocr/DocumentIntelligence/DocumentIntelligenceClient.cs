using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Iasios.Extraction.Ocr.DocumentIntelligence;

/// <summary>
/// Speaks version 2024-11-30 of the service's REST interface. A file is posted whole to the model's <c>:analyze</c> address
/// with the numbers of the wanted pages; 202 names in Operation-Location where its state is asked for until it is done. Both
/// answers may say in Retry-After when to ask again. Results lie at the service for 24 hours.
/// </summary>
internal sealed class DocumentIntelligenceClient
{
    private const string ApiVersion = "2024-11-30";
    private const string TokenScope = "https://cognitiveservices.azure.com/.default";

    // The free tier takes one request a second, polls included; reading some pages takes seconds anyway.
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(2);

    private readonly string service;
    private readonly Uri endpoint;
    private readonly HttpPipeline pipeline;
    private readonly TimeProvider clock;

    public DocumentIntelligenceClient(
        DocumentIntelligenceOptions options, TokenCredential credential, DocumentIntelligenceClientOptions transport, TimeProvider clock)
    {
        this.clock = clock;
        endpoint = options.Address;
        service = $"{endpoint.AbsoluteUri.TrimEnd('/')}/documentintelligence";
        transport.RetryPolicy = new BoundedRetryPolicy(transport.Retry, clock);
        HttpPipelinePolicy authentication = options.Key is { } key
            ? new SubscriptionKeyPolicy(key)
            : new BearerTokenAuthenticationPolicy(credential, TokenScope);
        pipeline = HttpPipelineBuilder.Build(transport, [], [authentication], new ResponseClassifier());
    }

    /// <summary>Asks the resource about itself.</summary>
    /// <returns>The status of its answer.</returns>
    public async Task<int> ProbeAsync(CancellationToken cancellationToken)
    {
        using var message = Create(RequestMethod.Get, new($"{service}/info?api-version={ApiVersion}"));
        await pipeline.SendAsync(message, cancellationToken);
        return message.Response.Status;
    }

    /// <summary>Has pages of a file read and waits for it.</summary>
    /// <param name="file">The file, which is uploaded whole.</param>
    /// <param name="pages">Numbers from 1, at least one.</param>
    /// <param name="locale">The language code, only if it is sure: the service then reads by that language's model alone.</param>
    /// <param name="cancellationToken">Stops waiting; what the service has begun it finishes.</param>
    /// <exception cref="RequestFailedException">The service refuses for a reason of its own or of the settings, or answers against its own rules.</exception>
    /// <exception cref="AggregateException">The service could not be reached.</exception>
    public async Task<Analysis> AnalyseAsync(ScannedFile file, IReadOnlyList<int> pages, string? locale, CancellationToken cancellationToken)
    {
        var language = locale is null ? "" : $"&locale={locale}";
        using var message = Create(
            RequestMethod.Post,
            new($"{service}/documentModels/prebuilt-read:analyze?api-version={ApiVersion}&pages={string.Join(',', pages)}{language}"));
        message.Request.Headers.SetValue("Content-Type", file.IsPdf ? "application/pdf" : "application/octet-stream");
        message.Request.Content = RequestContent.Create(File.OpenRead(file.Path));
        await pipeline.SendAsync(message, cancellationToken);

        var response = message.Response;
        return response.Status == 202
            ? await PollAsync(OperationOf(response), WaitAfter(response), cancellationToken)
            : new([], RefusalIn(response) ?? throw new RequestFailedException(response));
    }

    private async Task<Analysis> PollAsync(Uri operation, TimeSpan wait, CancellationToken cancellationToken)
    {
        while (true)
        {
            await Task.Delay(wait, clock, cancellationToken);
            using var message = Create(RequestMethod.Get, operation);
            await pipeline.SendAsync(message, cancellationToken);

            var response = message.Response;
            var state = response.Status == 200
                ? Read(response, AnalysisJson.Default.AnalyseOperation)
                : throw new RequestFailedException(response);
            switch (state.Status)
            {
                case "notStarted" or "running":
                    wait = WaitAfter(response);
                    break;
                case "succeeded" when state.AnalyzeResult is { } result:
                    return new(result.Pages);
                case "failed" or "canceled" or "skipped":
                    return new([], new(state.Error?.MostPrecise ?? state.Status));
                default:
                    throw Unexpected(response);
            }
        }
    }

    private HttpMessage Create(RequestMethod method, Uri address)
    {
        var message = pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(address);
        return message;
    }

    // The next request carries the key or a token, so it goes nowhere else than to the endpoint that was set.
    private Uri OperationOf(Response response) =>
        response.Headers.TryGetValue("Operation-Location", out var text)
        && Uri.TryCreate(text, UriKind.Absolute, out var operation)
        && Uri.Compare(operation, endpoint, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0
            ? operation
            : throw new RequestFailedException(response.Status, "The service named no address on its own host for the result.");

    private TimeSpan WaitAfter(Response response) => RetryAfter.Of(response, clock) switch
    {
        null => PollInterval,
        { } wait when wait <= RetryAfter.Longest => wait,
        _ => RetryAfter.Longest,
    };

    private static AnalysisRefusal? RefusalIn(Response response)
    {
        if (response.Status is not (400 or 413 or 415))
        {
            return null;
        }

        // A gateway before the service may refuse a large body in its own words.
        var refusal = response.Status == 413 ? new("InvalidContentLength") : new AnalysisRefusal(Read(response, AnalysisJson.Default.ServiceErrorBody).Error.MostPrecise);
        return refusal.ConcernsDocument ? refusal : null;
    }

    private static T Read<T>(Response response, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(response.Content.ToMemory().Span, type) ?? throw Unexpected(response);
        }
        catch (JsonException)
        {
            // Neither the body nor the parser's message goes on: both may hold text of the document.
            throw Unexpected(response);
        }
    }

    private static RequestFailedException Unexpected(Response response) => new(response.Status, "The service's answer is not of its documented form.");
}
