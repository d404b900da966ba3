using System.Text.RegularExpressions;

namespace Iasios.LocalHost.Configuration;

/// <summary>The names that containers and queues may have: 3 to 63 small letters, digits and single hyphens between them.</summary>
internal static partial class StorageName
{
    /// <summary>Whether a container or a queue may have this name.</summary>
    public static bool IsValid(string name) => Pattern().IsMatch(name);

    [GeneratedRegex("^(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
