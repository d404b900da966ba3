using Iasios.Core.Evidence;

namespace Iasios.Cli.Read;

/// <summary>A file to read, and how it is called in what is printed.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Name">Its path below the folder that was asked for, or its name.</param>
internal sealed record FileToRead(string Path, string Name);

/// <summary>The files that a path stands for.</summary>
internal static class FilesToRead
{
    // Links are not followed: they may lead out of the folder, or round and round.
    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Device,
    };

    /// <summary>A folder's files in a fixed order, without those that nobody handed in; or the one file. Null when there is nothing at the path.</summary>
    public static IReadOnlyList<FileToRead>? Find(string path)
    {
        if (File.Exists(path))
        {
            return [new(path, Path.GetFileName(path))];
        }

        return Directory.Exists(path)
            ? [.. Directory.EnumerateFiles(path, "*", Everything)
                .Select(file => new FileToRead(file, Path.GetRelativePath(path, file)))
                .Where(file => !EvidencePath.Parse(file.Name).IsIgnored)
                .OrderBy(file => file.Name, StringComparer.Ordinal)]
            : null;
    }
}
