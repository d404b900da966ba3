using System.Net;
using Iasios.LocalHost.Configuration;
using Iasios.LocalHost.Events;
using Iasios.LocalHost.Handler;
using Iasios.LocalHost.State;
using Iasios.LocalHost.Triggers.Http;
using Iasios.LocalHost.Triggers.Queue;
using Iasios.LocalHost.Triggers.Timer;
using Microsoft.Extensions.Logging.Console;

namespace Iasios.LocalHost;

/// <summary>Puts the host together and runs it until it is asked to stop or the handler has failed too often.</summary>
internal static class LocalFunctionsHost
{
    // What the real host takes, in bytes.
    private const long MaxRequestBody = 100 * 1024 * 1024;

    // More than the drain of work in flight, so that there is time to kill the handler.
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(8);

    /// <summary>Serves an app. The answer is the exit code: 0, or 1 when the handler failed too often or the port is taken.</summary>
    public static async Task<int> RunAsync(FunctionApp app, int port, EventRoute? events)
    {
        await using var web = Build(app, port, events);
        try
        {
            await web.StartAsync();
        }
        catch (IOException fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return 1;
        }

        await AnnounceAsync(web);
        await web.WaitForShutdownAsync();
        return web.Services.GetRequiredService<HandlerSupervisor>().HasGivenUp ? 1 : 0;
    }

    private static WebApplication Build(FunctionApp app, int port, EventRoute? events)
    {
        // Whatever settings file lies in the folder from which the host is started is none of its business.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.Limits.MaxRequestBodySize = MaxRequestBody;
            kestrel.AddServerHeader = false;
        });
        AddLogging(builder.Logging);
        AddServices(builder.Services, app, events);

        var web = builder.Build();
        web.UsePlainTargetsOnly(app);
        web.MapAdmin();
        web.MapHttpFunctions(app);
        return web;
    }

    private static void AddLogging(ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("Yarp", LogLevel.Warning);
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.ColorBehavior = LoggerColorBehavior.Disabled;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "HH:mm:ss.fff ";
        });

        // Standard output is for the one line that says where the host listens.
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }

    private static void AddServices(IServiceCollection services, FunctionApp app, EventRoute? events)
    {
        services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        services.AddHttpForwarder();
        services.AddSingleton(app);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Drain>();
        services.AddSingleton<HandlerOutput>();
        services.AddSingleton<HandlerProbe>();
        services.AddSingleton<HandlerSupervisor>();
        services.AddSingleton<FunctionInvoker>();
        services.AddSingleton<HttpProxy>();
        services.AddSingleton<BlobLock>();
        services.AddSingleton<ScheduleMonitor>();

        // Services stop in the opposite order: the handler outlives what calls it.
        services.AddHostedService(provider => provider.GetRequiredService<HandlerSupervisor>());
        foreach (var function in app.Functions)
        {
            switch (function)
            {
                case QueueFunction queue:
                    services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<QueueListener>(provider, queue));
                    break;
                case TimerFunction timer:
                    services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<TimerListener>(provider, timer));
                    break;
            }
        }

        if (events is not null)
        {
            services.AddHostedService(provider => ActivatorUtilities.CreateInstance<EventFeed>(provider, events));
        }
    }

    private static async Task AnnounceAsync(WebApplication web)
    {
        try
        {
            await web.Services.GetRequiredService<HandlerSupervisor>().WhenReadyAsync(web.Lifetime.ApplicationStopping);
            await Console.Out.WriteLineAsync($"Listening on {web.Urls.First()}");
        }
        catch (OperationCanceledException)
        {
            // Stopped before the handler was ready.
        }
    }
}
