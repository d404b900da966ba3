
namespace Iasios.Functions.Health;

/// <summary>The function that says whether the app lives and whether it can work.</summary>
public static class HealthProbes
{
    private const string Name = "Health";

    /// <summary>Maps <c>GET /</c> for the host and <c>GET /api/health/{probe}</c> for everybody.</summary>
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/", () => TypedResults.Ok()).AllowAnonymous();
        app.MapGet("/api/health/{probe}", async (string probe, ReadinessCheck check, CancellationToken cancellationToken) => probe switch
        {
            "live" => TypedResults.Ok(new Live("live")),
            "ready" => await ReadyAsync(check, cancellationToken),
            _ => (IResult)TypedResults.Problem("The probes are live and ready.", statusCode: StatusCodes.Status404NotFound),
        }).WithName(Name).AllowAnonymous();
    }

    private static async Task<IResult> ReadyAsync(ReadinessCheck check, CancellationToken cancellationToken)
    {
        var report = await check.RunAsync(cancellationToken);
        return TypedResults.Json(report, statusCode: report.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private sealed record Live(string Status);
}
