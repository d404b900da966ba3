namespace Iasios.LocalHost.Triggers.Http;

/// <summary>
/// Tells whether a request's target means the same to every program that reads it. The handler runs queue and timer
/// functions for whoever posts to <c>/{FunctionName}</c>, so nothing may turn into such a path on its way.
/// </summary>
internal static class RequestTarget
{
    // "%252e" is "%2e" to one reader and "." to the next.
    private const int Readings = 4;

    /// <summary>Whether the target is a path without dot segments, in any encoding, and does not name one of the functions.</summary>
    public static bool IsPlain(string rawTarget, IReadOnlySet<string> functions)
    {
        if (!rawTarget.StartsWith('/'))
        {
            return false;
        }

        var path = rawTarget.Split('?', '#')[0];
        for (var reading = 0; reading < Readings; reading++)
        {
            var segments = path.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries);
            if (segments.Any(segment => segment is "." or "..") || (segments is [var only] && functions.Contains(only)))
            {
                return false;
            }

            path = Uri.UnescapeDataString(path);
        }

        return true;
    }
}
