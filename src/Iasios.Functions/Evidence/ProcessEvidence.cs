using Iasios.Functions.Host;

namespace Iasios.Functions.Evidence;

/// <summary>The function that blob events reach through the queue.</summary>
public static class ProcessEvidence
{
    private const string Name = nameof(ProcessEvidence);

    /// <summary>Maps <c>POST /ProcessEvidence</c>.</summary>
    public static void MapProcessEvidence(this IEndpointRouteBuilder app) => app.MapHostFunction(Name, RunAsync);

    private static async Task<InvocationAnswer> RunAsync(IServiceProvider services, Invocation invocation, CancellationToken cancellationToken)
    {
        if (EvidenceEvent.BlobName(invocation.Text("message")) is not { } blobName)
        {
            return InvocationAnswer.Of("The event is not about evidence.");
        }

        await services.GetRequiredService<EvidenceProcessor>().ProcessAsync(blobName, cancellationToken);
        return InvocationAnswer.Of();
    }
}
