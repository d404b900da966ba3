using System.Text.RegularExpressions;
using Iasios.Core.Standards;

namespace Iasios.Core.Tags;

/// <summary>A code that a folder or a file's name bears.</summary>
/// <param name="Code">The code.</param>
/// <param name="Words">The words as they stand in the path.</param>
internal sealed record PathHint(RequirementCode Code, string Words);

/// <summary>Reads the codes from a path: a folder that is exactly a code, or a name with Standard, Std or S before one.</summary>
internal static partial class PathHints
{
    /// <summary>The hints of a path, each known code once.</summary>
    public static IReadOnlyList<PathHint> Read(string pathInFacility, Catalogue catalogue)
    {
        var segments = pathInFacility.Split('/');
        return
        [
            .. segments[..^1].Select(folder => (Text: folder.Trim(), Words: folder.Trim()))
                .Concat(segments.SelectMany(name => Named().Matches(name).Select(match =>
                    (Text: match.Groups["number"].Value + match.Groups["letter"].Value, Words: match.Groups["words"].Value))))
                .Select(found => RequirementCode.TryParse(found.Text, out var code) ? new PathHint(code, found.Words) : null)
                .OfType<PathHint>()
                .Where(hint => catalogue.Find(hint.Code) is not null)
                .DistinctBy(hint => hint.Code),
        ];
    }

    [GeneratedRegex(@"(?<![A-Za-z0-9])(?<words>(standards?|std|s)[ ._-]{0,2}(?<number>\d{1,2})[ ._-]{0,2}(?<letter>[a-z]))(?![A-Za-z0-9])", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();
}
