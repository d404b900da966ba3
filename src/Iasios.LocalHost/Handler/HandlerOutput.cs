namespace Iasios.LocalHost.Handler;

/// <summary>Passes the handler's lines to the log as the real host does.</summary>
internal sealed partial class HandlerOutput(ILoggerFactory loggers)
{
    private readonly ILogger console = loggers.CreateLogger("Host.Function.Console");

    /// <summary>A line of standard output is information.</summary>
    public void OnOutput(string? line)
    {
        if (IsForPeople(line))
        {
            Information(console, line!);
        }
    }

    /// <summary>A line of standard error is a warning where it says so, and otherwise an error.</summary>
    public void OnError(string? line)
    {
        if (IsForPeople(line))
        {
            Trouble(console, line!.Contains("warn", StringComparison.OrdinalIgnoreCase) ? LogLevel.Warning : LogLevel.Error, line);
        }
    }

    // Such lines are meant for the host itself.
    private static bool IsForPeople(string? line) =>
        !string.IsNullOrEmpty(line) && !line.StartsWith("LanguageWorkerConsoleLog", StringComparison.Ordinal);

    [LoggerMessage(LogLevel.Information, "{Line}")]
    private static partial void Information(ILogger logger, string line);

    [LoggerMessage("{Line}")]
    private static partial void Trouble(ILogger logger, LogLevel level, string line);
}
