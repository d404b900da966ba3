using System.Diagnostics.CodeAnalysis;

namespace Iasios.LocalHost.Events;

/// <summary>Which container's changes are announced in which queue.</summary>
internal sealed record EventRoute(string Container, string Queue)
{
    /// <summary>Reads <c>CONTAINER=QUEUE</c>.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out EventRoute? route)
    {
        route = text.Split('=') is [{ Length: >= 3 } container, { Length: >= 3 } queue] ? new(container, queue) : null;
        return route is not null;
    }
}
