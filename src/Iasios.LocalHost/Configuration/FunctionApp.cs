using System.Security.Cryptography;
using System.Text;
using Iasios.Storage;

namespace Iasios.LocalHost.Configuration;

/// <summary>A published app: its folder, host.json and functions, and the storage in which the host keeps its own state.</summary>
/// <param name="Root">The full path of the app's folder.</param>
/// <param name="HostId">The same for every host of this app on this machine; names its leases and schedules.</param>
/// <param name="Host">What host.json says.</param>
/// <param name="Functions">The functions that are not switched off.</param>
/// <param name="Storage">The account for leases and schedules; null when an app of HTTP functions only sets none.</param>
internal sealed record FunctionApp(
    string Root, string HostId, HostSettings Host, IReadOnlyList<FunctionDefinition> Functions, StorageAccount? Storage)
{
    /// <summary>Reads the app and resolves everything it refers to.</summary>
    /// <exception cref="ConfigurationException">The app cannot be served; the message names the file and the field.</exception>
    public static FunctionApp Load(DirectoryInfo folder, AppSettings settings)
    {
        if (!folder.Exists)
        {
            throw new ConfigurationException($"--app: the folder {folder.FullName} does not exist.");
        }

        var host = HostSettings.Read(folder.FullName, settings);
        var functions = folder.EnumerateDirectories()
            .Where(child => File.Exists(Path.Combine(child.FullName, FunctionReader.File)))
            .OrderBy(child => child.Name, StringComparer.Ordinal)
            .Select(child => FunctionReader.Read(folder.FullName, child.Name, host, settings))
            .OfType<FunctionDefinition>()
            .ToList();
        return functions.Count == 0
            ? throw new ConfigurationException($"--app: {folder.FullName} holds no function, that is, no folder with a {FunctionReader.File}.")
            : new(folder.FullName, settings.HostId ?? DeriveHostId(folder.FullName), host, functions, FindStorage(functions, settings));
    }

    private static StorageAccount? FindStorage(List<FunctionDefinition> functions, AppSettings settings)
    {
        if (settings.HasHostConnection)
        {
            return settings.ConnectHost();
        }

        return functions.OfType<QueueFunction>().FirstOrDefault() is { } first
            ? first.Account
            : functions.OfType<TimerFunction>().FirstOrDefault() is { } timer
                ? throw new ConfigurationException(
                    $"{timer.Name}/{FunctionReader.File}: a timer needs storage for its lease: set {AppSettings.HostConnection}.")
                : null;
    }

    private static string DeriveHostId(string root)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{Environment.MachineName}\n{Path.TrimEndingDirectorySeparator(root)}"));
        return $"local-{Convert.ToHexStringLower(hash)[..16]}";
    }
}
