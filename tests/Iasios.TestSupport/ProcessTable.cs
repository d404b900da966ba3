using System.Diagnostics;
using System.Globalization;

namespace Iasios.TestSupport;

/// <summary>Looks at the machine's processes.</summary>
public static class ProcessTable
{
    /// <summary>The processes that a process has started and that still run.</summary>
    public static IReadOnlyList<int> ChildrenOf(int parent) =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0 && ParentOf(id) == parent),
    ];

    /// <summary>A process with all that it started, directly or not.</summary>
    public static IReadOnlyList<int> Tree(int root) => [root, .. ChildrenOf(root).SelectMany(Tree)];

    /// <summary>Whether a process is there and not just waiting to be buried.</summary>
    public static bool IsRunning(int id) => Fields(id) is [var state, ..] && state is not ("Z" or "X");

    /// <summary>Ends a process by SIGKILL.</summary>
    public static void Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (ArgumentException)
        {
            // It has ended by itself.
        }
    }

    private static int ParentOf(int id) => Fields(id) is [_, var parent, ..] ? int.Parse(parent, CultureInfo.InvariantCulture) : 0;

    // The program's name stands in brackets and may hold anything, so the fields are counted from the last bracket.
    private static string[] Fields(int id)
    {
        try
        {
            var line = File.ReadAllText($"/proc/{id.ToString(CultureInfo.InvariantCulture)}/stat");
            return line[(line.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return [];
        }
        catch (UnauthorizedAccessException)
        {
            return [];
        }
    }
}
