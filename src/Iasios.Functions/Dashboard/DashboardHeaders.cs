namespace Iasios.Functions.Dashboard;

/// <summary>Puts the strict headers on every answer below the dashboard's address, errors and redirects too.</summary>
public sealed class DashboardHeaders(RequestDelegate next)
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Whether a request is for a page of the dashboard.</summary>
    public static bool IsPage(HttpContext context) => context.Request.Path.StartsWithSegments(Addresses.Root, StringComparison.Ordinal);

    /// <summary>Handles one request.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (IsPage(context))
        {
            // Late, because an error clears the headers that were set before it.
            context.Response.OnStarting(static state => Set((IHeaderDictionary)state), context.Response.Headers);
        }

        return next(context);
    }

    private static Task Set(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";

        // Meant for the framework's script, which these pages do not have.
        headers.Remove("blazor-enhanced-nav");
        if (headers.CacheControl.Count == 0)
        {
            headers.CacheControl = "private, no-cache";
        }

        return Task.CompletedTask;
    }
}
