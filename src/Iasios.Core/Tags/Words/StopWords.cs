using Iasios.Core.Text;

namespace Iasios.Core.Tags;

/// <summary>The small words that phrases are compared without, and those before a place.</summary>
internal static class StopWords
{
    private static readonly string[] Small =
    [
        "the a an and",
        "der die das des dem den ein eine einer eines einem einen und zu zur zum von vom fur im in ins am an auf bei beim mit nach aus uber durch als",
        "le la les l d de du des et en a au aux un une pour par sur dans avec son sa ses leur leurs qu ce cette ces",
        "el la los las de del y e en un una unos unas por para con al su sus a lo",
        "il lo la gli le l i di d del dello della dell dei degli delle e ed a ad al allo alla all ai agli alle in nel nello nella nell nei negli nelle un uno una per con da dal dallo dalla dall dai dagli dalle su sul sulla sull sui sulle",
    ];

    // "Emergencies in the angiography suite" is not about the suite.
    private static readonly string[] Places = ["in at inside", "im in", "dans en au aux", "en", "in nel nello nella nell nei nelle"];

    private static readonly HashSet<ulong>[] SmallHashes = [.. Small.Select(Hashes)];
    private static readonly HashSet<ulong>[] PlaceHashes = [.. Places.Select(Hashes)];

    /// <summary>Whether a word says nothing of its own.</summary>
    public static bool IsSmall(ulong hash, DocumentLanguage language) => SmallHashes[(int)language].Contains(hash);

    /// <summary>Whether a place follows the word.</summary>
    public static bool IsPlace(ulong hash, DocumentLanguage language) => PlaceHashes[(int)language].Contains(hash);

    private static HashSet<ulong> Hashes(string words) => [.. words.Split(' ').Select(word => WordScanner.Hash(word))];
}
