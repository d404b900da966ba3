namespace Iasios.Functions.Access;

/// <summary>Writes an RFC 9457 problem where no endpoint is there to answer.</summary>
public static class Problems
{
    /// <summary>Writes <c>application/problem+json</c>; below the dashboard's address, a page: see <see cref="Dashboard.ErrorPages"/>.</summary>
    /// <param name="context">The request.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="detail">Plain words; never what the caller sent.</param>
    public static Task WriteAsync(HttpContext context, int status, string detail) =>
        TypedResults.Problem(detail, statusCode: status).ExecuteAsync(context);
}
