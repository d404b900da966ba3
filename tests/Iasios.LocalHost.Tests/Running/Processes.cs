namespace Iasios.LocalHost.Tests.Running;

/// <summary>Tells whether a process lives.</summary>
internal static class Processes
{
    /// <summary>Waits until a process has ended.</summary>
    public static Task UntilGoneAsync(int processId) =>
        Eventually.BeAsync(() => !IsAlive(processId), () => $"The process {processId} still lives.");

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
