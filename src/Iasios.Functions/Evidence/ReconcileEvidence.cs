using Iasios.Functions.Host;

namespace Iasios.Functions.Evidence;

/// <summary>The timer function that makes events a matter of speed only: it finds by itself what changed.</summary>
public static class ReconcileEvidence
{
    private const string Name = nameof(ReconcileEvidence);

    /// <summary>Maps <c>POST /ReconcileEvidence</c>.</summary>
    public static void MapReconcileEvidence(this IEndpointRouteBuilder app) => app.MapHostFunction(Name, async (services, _, cancellationToken) =>
        InvocationAnswer.Of(await services.GetRequiredService<EvidenceReconciler>().RunAsync(cancellationToken)));
}
