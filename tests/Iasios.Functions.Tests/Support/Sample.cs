namespace Iasios.Functions.Tests.Support;

/// <summary>The documents of the sample hospital.</summary>
internal static class Sample
{
    public static Task<byte[]> ReadAsync(string path) =>
        File.ReadAllBytesAsync(Path.Combine(PublishedApp.Repository, "sample-evidence", "st-anna", path));
}
