using System.Diagnostics;
using System.Net;
using Iasios.LocalHost.Configuration;
using Iasios.LocalHost.Handler;
using Yarp.ReverseProxy.Forwarder;

namespace Iasios.LocalHost.Triggers.Http;

/// <summary>Forwards the requests of HTTP functions to the handler as they are, and its answers back, both as streams.</summary>
internal sealed class HttpProxy(FunctionApp app, HandlerSupervisor handlers, IHttpForwarder forwarder, Drain drain) : IDisposable
{
    private static readonly ForwarderRequestConfig Limits = new() { ActivityTimeout = TimeSpan.FromSeconds(240) };

    private readonly HandlerTransformer transformer = new();
    private readonly HttpMessageInvoker client = new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = new ReverseProxyPropagator(DistributedContextPropagator.Current),
    });

    /// <summary>Answers 503 while the handler is not ready. Kills it when it exceeds <c>functionTimeout</c>.</summary>
    public async Task ForwardAsync(HttpContext context)
    {
        if (handlers.Current is not { } handler)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        using var overdue = new CancellationTokenSource(app.Host.FunctionTimeout ?? Timeout.InfiniteTimeSpan);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(overdue.Token, drain.Abandon);
        await forwarder.SendAsync(context, handler.Address.AbsoluteUri, client, Limits, transformer, end.Token);
        if (overdue.IsCancellationRequested)
        {
            handlers.Replace(handler);
        }
    }

    public void Dispose() => client.Dispose();
}
