using System.CommandLine;
using Iasios.LocalHost;
using Iasios.LocalHost.Configuration;
using Iasios.LocalHost.Events;

var app = new Option<DirectoryInfo>("--app")
{
    Description = "The published app: the folder with host.json and one folder per function.",
    HelpName = "DIR",
    Required = true,
};
var port = new Option<int>("--port")
{
    Description = "The port on 127.0.0.1; 0 takes a free one.",
    HelpName = "N",
    DefaultValueFactory = _ => 7071,
};
var events = new Option<string?>("--events")
{
    Description = "Announces the changes of a container in a queue, as an Event Grid subscription would.",
    HelpName = "CONTAINER=QUEUE",
};

var command = new RootCommand("Runs a published Azure Functions custom handler on this machine. For development only.") { app, port, events };
command.SetAction(arguments => RunAsync(arguments.GetRequiredValue(app), arguments.GetValue(port), arguments.GetValue(events)));

// SIGTERM and SIGINT are the host's own business.
return await command.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });

static async Task<int> RunAsync(DirectoryInfo app, int port, string? events)
{
    const int BadConfiguration = 2;
    try
    {
        var settings = new AppSettings(new ConfigurationBuilder().AddEnvironmentVariables().Build());
        var functions = FunctionApp.Load(app, settings);
        return await LocalFunctionsHost.RunAsync(functions, port, events is null ? null : EventRoute.Read(events, functions));
    }
    catch (ConfigurationException fault)
    {
        await Console.Error.WriteLineAsync(fault.Message);
        return BadConfiguration;
    }
}
