namespace Iasios.Extraction.Tests.Support;

/// <summary>The processes that work on a file, as the machine's table of processes shows them.</summary>
internal static class Children
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Seen in two rounds: those were alive at the same moment, between the rounds.</summary>
    public static int On(EvidenceFile document) => Round(document).Intersect(Round(document), StringComparer.Ordinal).Count();

    /// <summary>Waits until so many work on the file.</summary>
    public static async Task WaitForAsync(EvidenceFile document, int count)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (On(document) < count)
        {
            await Task.Delay(20, patience.Token);
        }
    }

    private static List<string> Round(EvidenceFile document) =>
        [.. Directory.EnumerateDirectories("/proc").Where(process => CommandOf(process).Contains(document.Path, StringComparison.Ordinal))];

    private static string CommandOf(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline"));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
