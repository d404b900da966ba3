using System.CommandLine;
using Iasios.Core.Text;

namespace Iasios.Cli;

/// <summary>Options that several commands share.</summary>
internal static class CommonOptions
{
    public static Argument<string> Path() => new("path") { Description = "A file, or a folder with files." };

    public static Option<DocumentLanguage[]> Languages() => new("--languages")
    {
        Description = "The languages that scans may be in, the likeliest first; English unless given.",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [DocumentLanguage.En],
    };

    public static Option<DateOnly> AsOf() => new("--as-of")
    {
        Description = "The day on which documents must be current, such as 2026-11-22; today unless given.",
        DefaultValueFactory = _ => DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime),
    };

    public static Option<bool> Hints() => new("--hints") { Description = "Let folder names such as 8c speak for a code, as they do in the container." };
}
