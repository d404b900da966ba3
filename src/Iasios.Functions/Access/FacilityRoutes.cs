using Iasios.Core.Facilities;
using Iasios.Functions.Facilities;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace Iasios.Functions.Access;

/// <summary>The rule for every route that names a facility: only its own token opens it.</summary>
public sealed class OwnFacility : IAuthorizationRequirement
{
    /// <summary>The policy's name.</summary>
    public const string Policy = nameof(OwnFacility);
}

/// <summary>Checks <see cref="OwnFacility"/> against the route's <c>{facility}</c>.</summary>
public sealed class OwnFacilityHandler : AuthorizationHandler<OwnFacility>
{
    /// <inheritdoc />
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, OwnFacility requirement)
    {
        if (context.Resource is HttpContext http
            && http.GetRouteValue("facility") is string facility
            && context.User.HasClaim(FacilityTokenHandler.FacilityClaim, facility))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}

/// <summary>Registers and uses access by facility token.</summary>
public static class FacilityRoutes
{
    /// <summary>Every route needs a token unless it says otherwise.</summary>
    public static void AddFacilityAccess(this IServiceCollection services)
    {
        services.AddAuthentication(FacilityTokenHandler.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, FacilityTokenHandler>(FacilityTokenHandler.SchemeName, null);
        services.AddSingleton<IAuthorizationHandler, OwnFacilityHandler>();
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(OwnFacility.Policy, policy => policy.RequireAuthenticatedUser().AddRequirements(new OwnFacility()));
    }

    /// <summary>A group of routes below an address that names a facility.</summary>
    /// <param name="routes">Where the group is mapped.</param>
    /// <param name="prefix">With <c>{facility}</c> in it.</param>
    public static RouteGroupBuilder MapFacilityGroup(this IEndpointRouteBuilder routes, string prefix)
    {
        var group = routes.MapGroup(prefix).RequireAuthorization(OwnFacility.Policy);
        group.AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            http.Response.Headers.CacheControl = "private, no-cache";
            var facilities = http.RequestServices.GetRequiredService<FacilityDirectory>();
            return FacilityId.TryParse(http.GetRouteValue("facility") as string, out var id)
                && await facilities.FindAsync(id, http.RequestAborted) is { } facility
                    ? await CallAsync(http, facility, context, next)
                    : TypedResults.Problem("There is no such facility, or it is not yours.", statusCode: StatusCodes.Status404NotFound);
        });
        return group;
    }

    /// <summary>The facility that the request is about. Only inside a facility group.</summary>
    public static Facility Facility(this HttpContext context) => (Facility)context.Items[typeof(Facility)]!;

    /// <summary>The name of the access token that the request came with. Only inside a facility group.</summary>
    public static string TokenName(this HttpContext context) =>
        context.User.FindFirst(FacilityTokenHandler.TokenClaimOf(context.Facility().Id))?.Value is { Length: > 0 } name ? name : "token without a name";

    private static ValueTask<object?> CallAsync(HttpContext http, Facility facility, EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        http.Items[typeof(Facility)] = facility;
        return next(context);
    }
}
