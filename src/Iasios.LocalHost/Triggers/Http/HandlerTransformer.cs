using Iasios.LocalHost.Handler;
using Microsoft.AspNetCore.Http.Features;
using Yarp.ReverseProxy.Forwarder;

namespace Iasios.LocalHost.Triggers.Http;

/// <summary>Turns the client's request into the one that the handler gets.</summary>
internal sealed class HandlerTransformer : HttpTransformer
{
    /// <summary>The newer name of <see cref="FunctionInvoker.InvocationIdHeader"/>.</summary>
    private const string NewInvocationIdHeader = "x-ms-invocation-id";

    // The target was checked as it came, so it must go out as it came.
    private static readonly UriCreationOptions Unchanged = new() { DangerousDisablePathAndQueryCanonicalization = true };

    public override async ValueTask TransformRequestAsync(
        HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix, CancellationToken cancellationToken)
    {
        await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
        var target = httpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        proxyRequest.RequestUri = new(destinationPrefix.TrimEnd('/') + target, Unchanged);
        proxyRequest.Headers.Host = null;

        Set("X-Forwarded-For", httpContext.Connection.RemoteIpAddress?.ToString());
        Set("X-Forwarded-Host", httpContext.Request.Host.Value);
        Set("X-Forwarded-Proto", httpContext.Request.Scheme);
        var id = Guid.NewGuid().ToString();
        Set(FunctionInvoker.InvocationIdHeader, id);
        Set(NewInvocationIdHeader, id);

        void Set(string header, string? value)
        {
            proxyRequest.Headers.Remove(header);
            proxyRequest.Headers.TryAddWithoutValidation(header, value);
        }
    }
}
