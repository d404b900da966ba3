using Iasios.Core.Facilities;

namespace Iasios.Functions.Access;

/// <summary>Answers 400 where an address names a facility that no id can be. Runs after authentication, before authorization.</summary>
public sealed class BadFacilityId(RequestDelegate next)
{
    /// <summary>Handles one request.</summary>
    public Task InvokeAsync(HttpContext context) =>
        context.User.Identity?.IsAuthenticated == true
        && context.GetRouteValue("facility") is string facility
        && !FacilityId.TryParse(facility, out _)
            ? Problems.WriteAsync(context, StatusCodes.Status400BadRequest, "A facility's id has 3 to 40 lower-case letters, digits and single hyphens.")
            : next(context);
}
