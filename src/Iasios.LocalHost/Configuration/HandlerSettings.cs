namespace Iasios.LocalHost.Configuration;

/// <summary>How the handler is started.</summary>
/// <param name="Program">The program's full path.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="WorkingDirectory">The folder it starts in.</param>
/// <param name="InitializationTimeout">How long it may take to answer its first request.</param>
internal sealed record HandlerSettings(
    string Program, IReadOnlyList<string> Arguments, string WorkingDirectory, TimeSpan InitializationTimeout)
{
    private const UnixFileMode AnyExecute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>Reads <c>customHandler</c>.</summary>
    /// <exception cref="ConfigurationException">A field is missing or wrong, or the program cannot be started.</exception>
    public static HandlerSettings Read(string root, JsonSection handler, AppSettings settings)
    {
        var description = handler.Child("description");
        var workingDirectory = Path.Combine(root, description.OptionalText("workingDirectory") ?? "");
        return new(
            FindProgram(root, description),
            [.. ReadArguments(description, settings)],
            Directory.Exists(workingDirectory) ? workingDirectory : throw description.Fault("workingDirectory", "does not exist"),
            handler.Time("initializationTimeout", TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(1)));
    }

    private static string FindProgram(string root, JsonSection description)
    {
        const string Field = "defaultExecutablePath";
        var given = description.Text(Field);
        var inApp = Path.Combine(root, given);
        if (File.Exists(inApp))
        {
            return IsExecutable(inApp) ? inApp : throw description.Fault(Field, $"names '{given}', which is not executable: chmod +x it");
        }

        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, given))
            .FirstOrDefault(candidate => File.Exists(candidate) && IsExecutable(candidate));
        return onPath ?? throw description.Fault(Field, $"names '{given}', which is neither in the app's folder nor on the PATH");
    }

    private static bool IsExecutable(string file) => OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & AnyExecute) != UnixFileMode.None;

    // The real host joins the arguments to a command line without quotes, so that a blank splits an argument.
    private static IEnumerable<string> ReadArguments(JsonSection description, AppSettings settings)
    {
        var expanded = description.Texts("arguments").SelectMany(text => settings.ExpandArgument(text).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return description.OptionalText("defaultWorkerPath") is { Length: > 0 } script ? [.. expanded, script] : expanded;
    }
}
