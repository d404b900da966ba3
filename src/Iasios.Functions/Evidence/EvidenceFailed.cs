using Iasios.Functions.Host;

namespace Iasios.Functions.Evidence;

/// <summary>The function that turns a message which failed too often into a document that is visibly failed.</summary>
public static partial class EvidenceFailed
{
    private const string Name = nameof(EvidenceFailed);

    /// <summary>Maps <c>POST /EvidenceFailed</c>.</summary>
    public static void MapEvidenceFailed(this IEndpointRouteBuilder app) => app.MapHostFunction(Name, RunAsync);

    private static async Task<InvocationAnswer> RunAsync(IServiceProvider services, Invocation invocation, CancellationToken cancellationToken)
    {
        try
        {
            if (EvidenceEvent.BlobName(invocation.Text("message")) is { } blobName)
            {
                await services.GetRequiredService<EvidenceProcessor>().NoteFailureAsync(blobName, cancellationToken);
            }

            return InvocationAnswer.Of();
        }
        catch (FormatException exception)
        {
            // It names no document, so there is none to mark; a document behind it is found by the next listing.
            NotUnderstood(services.GetRequiredService<ILoggerFactory>().CreateLogger(Name), exception.Message);
            return InvocationAnswer.Of("A message that could not be understood was dropped.");
        }
    }

    [LoggerMessage(LogLevel.Error, "A message of the event queue could not be understood and was dropped: {Problem}")]
    private static partial void NotUnderstood(ILogger logger, string problem);
}
