using Iasios.LocalHost.Handler;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Iasios.LocalHost.Triggers.Http;

/// <summary>The two administrative routes that are of use on one's own machine. They need no key, and answer to local names only.</summary>
internal static class AdminEndpoints
{
    /// <summary>Maps <c>GET /admin/host/ping</c> and <c>POST /admin/functions/{name}</c>.</summary>
    public static void MapAdmin(this WebApplication web)
    {
        var admin = web.MapGroup("/admin").RequireHost("127.0.0.1", "localhost");
        admin.MapGet("/host/ping", () => TypedResults.Ok());

        // The JSON content type, which binding asks for, keeps web pages of other sites from starting functions.
        admin.MapPost("/functions/{name}", Run);
    }

    private static Results<Accepted, NotFound> Run(string name, ManualRun run, IEnumerable<IHostedService> services, Drain drain)
    {
        var trigger = services.OfType<IManualTrigger>().FirstOrDefault(candidate => candidate.Function.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (trigger is null)
        {
            return TypedResults.NotFound();
        }

        _ = trigger.RunNowAsync(run.Input ?? "", drain.Abandon);
        return TypedResults.Accepted((string?)null);
    }

    private sealed record ManualRun(string? Input);
}
