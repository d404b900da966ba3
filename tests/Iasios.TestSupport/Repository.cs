namespace Iasios.TestSupport;

/// <summary>Finds what <c>build_product</c> in <c>tools/setup.sh</c> has built.</summary>
public static class Repository
{
    /// <summary>The project's folder.</summary>
    public static string Root { get; } = Find();

    /// <summary>The published app: host.json and one folder a function.</summary>
    public static string Functions => Built("functions", "host.json");

    /// <summary>The samples of the facility st-anna.</summary>
    public static string Samples => Path.Combine(Root, "sample-evidence", "st-anna");

    /// <summary>A program's assembly, such as Iasios.LocalHost.dll.</summary>
    public static string Program(string project, string assembly) =>
        Path.Combine(Built(Path.Combine("bin", project, "release"), assembly), assembly);

    private static string Built(string folder, string file)
    {
        var path = Path.Combine(Root, "artifacts", folder);
        return File.Exists(Path.Combine(path, file))
            ? path
            : throw new InvalidOperationException($"{path} is missing. Run ./test, which builds it.");
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "IasiosFunctions.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests must lie in the project's folder.");
    }
}
