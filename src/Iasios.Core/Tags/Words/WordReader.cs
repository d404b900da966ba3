using System.Runtime.InteropServices;
using Iasios.Core.Text;

namespace Iasios.Core.Tags;

/// <summary>Cuts the pages of one document into words. Each different word is folded once.</summary>
internal sealed class WordReader(Lexicon lexicon)
{
    private const int MostEntries = 100_000;
    private const int WordsPerCheck = 1 << 16;

    private readonly Dictionary<ulong, int> numbers = [];
    private readonly List<Entry> entries = [];
    private readonly List<int> parts = [];
    private readonly DocumentLanguage language = lexicon.Language;

    /// <summary>The words of a page in order. They hold until the next page is read.</summary>
    public void Read(string text, List<Word> words, CancellationToken cancellationToken)
    {
        words.Clear();
        if (entries.Count > MostEntries)
        {
            numbers.Clear();
            entries.Clear();
            parts.Clear();
        }

        Span<char> joined = stackalloc char[WordScanner.LongestWord * 2];
        var scanner = new WordScanner(text, language, stackalloc char[WordScanner.LongestWord]);
        var (before, broke, place, checks) = (0, false, false, 0);
        while (scanner.Next())
        {
            if (++checks % WordsPerCheck == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            broke |= scanner.IsAfterBreak;
            if (StopWords.IsSmall(scanner.HashCode, language) || StopWords.IsPlace(scanner.HashCode, language))
            {
                var isPlace = StopWords.IsPlace(scanner.HashCode, language);
                place = isPlace || (place && !broke);
                before = 0;
                if (!StopWords.IsSmall(scanner.HashCode, language))
                {
                    words.Add(new(scanner.Start, scanner.End, EntryOf(scanner.HashCode, scanner.Folded), broke ? WordMarks.AfterBreak : WordMarks.None));
                    broke = false;
                }

                continue;
            }

            scanner.Folded.CopyTo(joined[before..]);
            if (before > 0 && !broke && Join(scanner, words, joined[..(before + scanner.Folded.Length)]))
            {
                before = 0;
                continue;
            }

            scanner.Folded.CopyTo(joined);
            before = scanner.Folded.Length;
            words.Add(new(scanner.Start, scanner.End, EntryOf(scanner.HashCode, scanner.Folded), Marks(scanner.IsCapitals, broke, place)));
            (broke, place) = (false, false);
        }
    }

    private static WordMarks Marks(bool isCapitals, bool afterBreak, bool afterPlace) =>
        (isCapitals ? WordMarks.Capitals : WordMarks.None)
        | (afterBreak ? WordMarks.AfterBreak : afterPlace ? WordMarks.AfterPlace : WordMarks.None);

    /// <summary>The numbers of a word in the lexicon.</summary>
    public ReadOnlySpan<int> PartsOf(Word word)
    {
        var entry = entries[word.Entry];
        return CollectionsMarshal.AsSpan(parts).Slice(entry.FirstPart, entry.PartCount);
    }

    /// <summary>A hash of a word's stem; 0 for a number.</summary>
    public uint StemOf(Word word) => entries[word.Entry].Stem;

    // A word that a hyphen breaks at the line's end, or a German one that is written with a hyphen, when a phrase knows it in one.
    private bool Join(WordScanner scanner, List<Word> words, ReadOnlySpan<char> folded)
    {
        var last = words[^1];
        var isBroken = scanner.IsBrokenBefore(last.End, scanner.Start);
        if (!isBroken && !(language == DocumentLanguage.De && scanner.IsHyphenBetween(last.End, scanner.Start)))
        {
            return false;
        }

        var entry = EntryOf(WordScanner.Hash(folded), folded);
        if (isBroken ? entries[entry].PartCount == 0 : !lexicon.Holds(folded.ToString()))
        {
            return false;
        }

        words[^1] = last with { End = scanner.End, Entry = entry };
        return true;
    }

    private int EntryOf(ulong hash, ReadOnlySpan<char> folded)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, hash, out var isKnown);
        if (!isKnown)
        {
            number = entries.Count;
            var word = folded.ToString();
            var stem = Stemmer.Stem(word, language);
            var first = parts.Count;
            parts.AddRange(lexicon.Find(word, stem));
            entries.Add(new(char.IsAsciiDigit(word[0]) ? 0 : (uint)WordScanner.Hash(stem), first, parts.Count - first));
        }

        return number;
    }

    private readonly record struct Entry(uint Stem, int FirstPart, int PartCount);
}
