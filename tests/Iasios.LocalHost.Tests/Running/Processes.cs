using System.Globalization;

namespace Iasios.LocalHost.Tests.Running;

/// <summary>Tells whether a process lives.</summary>
internal static class Processes
{
    /// <summary>Waits until a process has ended.</summary>
    public static Task UntilGoneAsync(int processId) =>
        Eventually.BeAsync(() => !IsAlive(processId), () => $"The process {processId} still lives.");

    /// <summary>The session of a process: its own id where it leads one.</summary>
    public static int SessionOf(int processId)
    {
        var status = File.ReadAllText($"/proc/{processId}/stat");
        return int.Parse(status[(status.LastIndexOf(')') + 2)..].Split(' ')[3], CultureInfo.InvariantCulture);
    }

    // A process that has ended but that its new parent has not yet asked about is a zombie, Z.
    private static bool IsAlive(int processId)
    {
        try
        {
            var status = File.ReadAllText($"/proc/{processId}/stat");
            return status[status.LastIndexOf(')') + 2] is not ('Z' or 'X');
        }
        catch (IOException)
        {
            return false;
        }
    }
}
