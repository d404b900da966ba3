using Iasios.LocalHost.Configuration;
using Microsoft.AspNetCore.Http.Features;

namespace Iasios.LocalHost.Triggers.Http;

/// <summary>The HTTP side of the host: the app's declared routes, and nothing else.</summary>
internal static class HttpEndpoints
{
    /// <summary>Refuses, with 404, every target that could mean something else to the handler than it means here.</summary>
    public static void UsePlainTargetsOnly(this WebApplication web, FunctionApp app)
    {
        var hidden = app.Functions.Where(function => function is not HttpFunction)
            .Select(function => function.Name)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        web.Use((context, next) =>
        {
            if (RequestTarget.IsPlain(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget, hidden))
            {
                return next(context);
            }

            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
    }

    /// <summary>Maps the app's HTTP functions. A path or method that none declares is answered with 404.</summary>
    public static void MapHttpFunctions(this WebApplication web, FunctionApp app)
    {
        foreach (var function in app.Functions.OfType<HttpFunction>())
        {
            var pattern = $"/{app.Host.RoutePrefix}/{function.Route}".Replace("//", "/", StringComparison.Ordinal);
            RequestDelegate forward = web.Services.GetRequiredService<HttpProxy>().ForwardAsync;
            _ = function.Methods.Count == 0 ? web.Map(pattern, forward) : web.MapMethods(pattern, function.Methods, forward);
        }

        web.MapFallback("{**path}", context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
    }
}
