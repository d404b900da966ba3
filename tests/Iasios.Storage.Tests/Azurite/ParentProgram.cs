using Iasios.Storage.Azurite;

namespace Iasios.Storage.Tests.Azurite;

/// <summary>The test assembly run as a program: it starts an Azurite on the given folder, says so, and never stops it.</summary>
internal static class ParentProgram
{
    public const string Ready = "ready";

    public static async Task Main(string[] arguments)
    {
        _ = await AzuriteProcess.StartAsync(new(arguments[0]));
        Console.WriteLine(Ready);
        await Task.Delay(Timeout.Infinite);
    }
}
