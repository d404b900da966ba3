using System.Text.RegularExpressions;
using Iasios.LocalHost.Triggers.Timer;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Iasios.LocalHost.Configuration;

/// <summary>Reads one function.json.</summary>
internal static partial class FunctionReader
{
    /// <summary>The name of the file in each function's folder.</summary>
    public const string File = "function.json";

    /// <summary>Reads the function of a folder; null when it is switched off.</summary>
    /// <exception cref="ConfigurationException">A field is missing or wrong.</exception>
    public static FunctionDefinition? Read(string root, string folder, HostSettings host, AppSettings settings)
    {
        var path = $"{folder}/{File}";
        if (!FunctionName().IsMatch(folder))
        {
            throw new ConfigurationException(
                $"{path}: the folder's name must start with a letter and hold only letters, digits, '_' and '-', at most 128.");
        }

        var file = JsonSection.ReadFile(root, path);
        if (file.Flag("disabled") || settings.Disables(folder))
        {
            return null;
        }

        var bindings = file.Items("bindings");
        var triggers = bindings.Where(IsTrigger).ToList();
        if (triggers is not [var trigger])
        {
            throw file.Fault("bindings", "must hold exactly one trigger");
        }

        var type = trigger.Text("type");
        if (trigger.Text("direction") != "in")
        {
            throw trigger.Fault("direction", "must be \"in\" on a trigger");
        }

        if (file.Child("retry").Exists && type != "timerTrigger")
        {
            throw file.Fault("retry", "is supported on timer triggers only");
        }

        foreach (var other in bindings.Except(triggers))
        {
            CheckOther(other, type);
        }

        return type switch
        {
            "queueTrigger" => ReadQueue(folder, trigger, settings),
            "timerTrigger" => ReadTimer(folder, trigger, RetryPolicy.Read(file.Child("retry")), settings),
            "httpTrigger" => ReadHttp(folder, trigger, bindings, host, settings),
            _ => throw trigger.Fault("type", $"is '{type}'; this host serves queueTrigger, timerTrigger and httpTrigger"),
        };
    }

    private static bool IsTrigger(JsonSection binding) => binding.Text("type").EndsWith("Trigger", StringComparison.Ordinal);

    private static void CheckOther(JsonSection binding, string trigger)
    {
        if (trigger != "httpTrigger" || binding.Text("type") != "http" || binding.Text("direction") != "out")
        {
            throw binding.Fault("type", "is not supported: beside the trigger only the http output of an httpTrigger is");
        }
    }

    private static QueueFunction ReadQueue(string name, JsonSection trigger, AppSettings settings)
    {
        var queue = settings.Resolve(trigger, "queueName", trigger.Text("queueName")).ToLowerInvariant();
        if (!StorageName.IsValid(queue))
        {
            throw trigger.Fault("queueName", $"is '{queue}'; a queue's name has 3 to 63 letters, digits and single hyphens");
        }

        var account = settings.Connect(trigger);
        return new(
            name,
            trigger.Text("name"),
            account,
            account.Queues.GetQueueClient(queue),
            account.Queues.GetQueueClient($"{queue}-poison"),
            trigger.OptionalText("dataType") == "binary");
    }

    private static TimerFunction ReadTimer(string name, JsonSection trigger, RetryPolicy retry, AppSettings settings)
    {
        var text = settings.Resolve(trigger, "schedule", trigger.Text("schedule"));
        return Schedule.TryParse(text, out var schedule)
            ? new(name, trigger.Text("name"), schedule, trigger.Flag("useMonitor", fallback: true), trigger.Flag("runOnStartup"), retry)
            : throw trigger.Fault("schedule", $"is '{text}'; it must be an NCRONTAB expression of six fields, or a time such as \"00:05:00\"");
    }

    private static HttpFunction ReadHttp(
        string name, JsonSection trigger, IReadOnlyList<JsonSection> bindings, HostSettings host, AppSettings settings)
    {
        if (!host.ProxiesHttp)
        {
            throw new ConfigurationException(
                $"{HostSettings.File}: customHandler.enableProxyingHttpRequest must be true: this host serves HTTP by proxying only.");
        }

        if (bindings.Count != 2)
        {
            throw trigger.Fault("type", "needs exactly one http output beside it, or the real host does not proxy");
        }

        if (!string.Equals(trigger.OptionalText("authLevel"), "anonymous", StringComparison.OrdinalIgnoreCase))
        {
            throw trigger.Fault("authLevel", "must be \"anonymous\": this host keeps no keys");
        }

        var route = settings.Resolve(trigger, "route", trigger.OptionalText("route") ?? name).Trim('/');
        try
        {
            _ = RoutePatternFactory.Parse(route);
        }
        catch (RoutePatternException fault)
        {
            throw trigger.Fault("route", $"is not a route: {fault.Message.TrimEnd('.')}");
        }

        return new(name, route, [.. trigger.Texts("methods").Select(method => method.ToUpperInvariant())]);
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,127}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FunctionName();
}
