using Iasios.Functions.Dashboard.Pages;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Iasios.Functions.Dashboard;

/// <summary>Writes problems below the dashboard's address as pages, where the API has <c>application/problem+json</c>.</summary>
public sealed class ErrorPages : IProblemDetailsWriter
{
    /// <inheritdoc />
    public bool CanWrite(ProblemDetailsContext context) => DashboardHeaders.IsPage(context.HttpContext);

    /// <inheritdoc />
    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var status = context.ProblemDetails.Status ?? context.HttpContext.Response.StatusCode;
        await new RazorComponentResult<ErrorPage>(new Dictionary<string, object?>
        {
            [nameof(ErrorPage.Status)] = status,
            [nameof(ErrorPage.Detail)] = context.ProblemDetails.Detail,
        })
        {
            StatusCode = status,
        }.ExecuteAsync(context.HttpContext);
    }
}
