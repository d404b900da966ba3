namespace Iasios.Functions.Tests.Support;

/// <summary>The published folder that a Functions host would be given.</summary>
internal static class PublishedApp
{
    /// <summary>The repository's folder.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>The folder with host.json and one folder a function.</summary>
    public static string Root { get; } = Path.Combine(Repository, "artifacts", "functions");

    /// <summary>The program that the host starts.</summary>
    public static string Program { get; } = File.Exists(Path.Combine(Root, "app", "Iasios.Functions"))
        ? Path.Combine(Root, "app", "Iasios.Functions")
        : throw new InvalidOperationException("The app is not published. Run ./test, or: dotnet publish src/Iasios.Functions -c Release");

    private static string FindRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "IasiosFunctions.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests run inside the repository only.");
    }
}
