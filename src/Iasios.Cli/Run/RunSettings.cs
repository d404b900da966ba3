using Iasios.Core.Facilities;

namespace Iasios.Cli.Run;

/// <summary>What a run was asked to do.</summary>
/// <param name="Repository">The folder that holds the built programs.</param>
/// <param name="Data">The folder that keeps the data between runs.</param>
/// <param name="Evidence">The folder whose files are handed in.</param>
/// <param name="Facility">The facility that hands them in.</param>
/// <param name="Once">Print the status and stop.</param>
/// <param name="Json">Print the status as JSON, and nothing else, on standard output.</param>
/// <param name="Fresh">Forget earlier data.</param>
/// <param name="Port">The dashboard's port; 0 for a free one.</param>
internal sealed record RunSettings(
    DirectoryInfo Repository,
    DirectoryInfo Data,
    DirectoryInfo Evidence,
    FacilityId Facility,
    bool Once,
    bool Json,
    bool Fresh,
    int Port);

/// <summary>A problem that the person at the terminal can solve; its message says how.</summary>
internal sealed class RunException : Exception
{
    public RunException(string message)
        : base(message)
    {
    }

    public RunException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
