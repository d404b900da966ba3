using Azure.Storage.Queues;
using Iasios.LocalHost.Triggers.Timer;
using Iasios.Storage;

namespace Iasios.LocalHost.Configuration;

/// <summary>A function of the app: the name of its folder and what starts it.</summary>
internal abstract record FunctionDefinition(string Name);

/// <summary>A function that runs once for every message of a queue.</summary>
/// <param name="Name">The function's name.</param>
/// <param name="Binding">The name under which the handler gets the message.</param>
/// <param name="Account">The account that holds the queue.</param>
/// <param name="Queue">The queue.</param>
/// <param name="Poison">Where messages go that failed too often.</param>
/// <param name="Binary">Whether the handler gets the message's bytes in base64 instead of its text.</param>
internal sealed record QueueFunction(
    string Name, string Binding, StorageAccount Account, QueueClient Queue, QueueClient Poison, bool Binary) : FunctionDefinition(Name);

/// <summary>A function that runs by a schedule.</summary>
/// <param name="Name">The function's name.</param>
/// <param name="Binding">The name under which the handler gets the timer's state.</param>
/// <param name="Schedule">When it runs, in UTC.</param>
/// <param name="UseMonitor">Whether a missed occurrence is remembered and made up for.</param>
/// <param name="RunOnStartup">Whether it also runs when the host starts.</param>
/// <param name="Retry">What happens after a failed run.</param>
internal sealed record TimerFunction(
    string Name, string Binding, Schedule Schedule, bool UseMonitor, bool RunOnStartup, RetryPolicy Retry) : FunctionDefinition(Name);

/// <summary>A function that answers HTTP requests.</summary>
/// <param name="Name">The function's name.</param>
/// <param name="Route">Its route, without the prefix.</param>
/// <param name="Methods">The methods it answers; none means all.</param>
internal sealed record HttpFunction(string Name, string Route, IReadOnlyList<string> Methods) : FunctionDefinition(Name);
