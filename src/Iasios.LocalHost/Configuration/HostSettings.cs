namespace Iasios.LocalHost.Configuration;

/// <summary>What host.json says, with the real host's defaults for what it leaves out.</summary>
/// <param name="FunctionTimeout">How long an invocation may run; null for no limit.</param>
/// <param name="RoutePrefix">The prefix of every HTTP route, without slashes at its ends; may be empty.</param>
/// <param name="ProxiesHttp">Whether HTTP functions get the client's request itself.</param>
/// <param name="Handler">How the handler is started.</param>
/// <param name="Queues">How queues are read.</param>
internal sealed record HostSettings(TimeSpan? FunctionTimeout, string RoutePrefix, bool ProxiesHttp, HandlerSettings Handler, QueueSettings Queues)
{
    /// <summary>The file that these settings are read from.</summary>
    public const string File = "host.json";

    /// <summary>Reads host.json.</summary>
    /// <exception cref="ConfigurationException">A field is missing or wrong.</exception>
    public static HostSettings Read(string root, AppSettings settings)
    {
        var file = JsonSection.ReadFile(root, File);
        if (file.Text("version") != "2.0")
        {
            throw file.Fault("version", "must be \"2.0\"");
        }

        var handler = file.Child("customHandler");
        return new(
            file.OptionalText("functionTimeout") == "-1"
                ? null
                : file.Time("functionTimeout", TimeSpan.FromMinutes(30), TimeSpan.FromSeconds(1)),
            (file.Child("extensions").Child("http").OptionalText("routePrefix") ?? "api").Trim('/'),
            handler.Flag("enableProxyingHttpRequest"),
            HandlerSettings.Read(root, handler, settings),
            QueueSettings.Read(file.Child("extensions").Child("queues")));
    }
}
