using Iasios.Core.Text;

namespace Iasios.Core.Tags;

/// <summary>Walks over the words of a text without copying it. The folded letters of the present word stand in a buffer.</summary>
internal ref struct WordScanner(ReadOnlySpan<char> text, DocumentLanguage language, Span<char> buffer)
{
    /// <summary>Letters beyond this do not tell words apart.</summary>
    public const int LongestWord = 64;

    private const ulong HashStart = 14695981039346656037;
    private const ulong HashFactor = 1099511628211;
    private const string Apostrophes = "'\u2019\u2018\u02BC`\u00B4";
    private const string Hyphens = "-\u00AD\u2010\u2011\u2012\u2013\u2014\u2212";
    private const string Breaks = ".!?;:\t|\u2022\u2026\u3002";

    // In these languages an apostrophe parts an elided article from its noun.
    private readonly bool elides = language is DocumentLanguage.Fr or DocumentLanguage.It or DocumentLanguage.Es;
    private readonly ReadOnlySpan<char> text = text;
    private readonly Span<char> buffer = buffer;
    private int at;
    private int lineEnds;
    private int length;

    /// <summary>Where the word begins.</summary>
    public int Start { get; private set; }

    /// <summary>The unit after its last one.</summary>
    public int End { get; private set; }

    /// <summary>A hash of the folded word.</summary>
    public ulong HashCode { get; private set; }

    /// <summary>Written in capitals, but for a plural's s.</summary>
    public bool IsCapitals { get; private set; }

    /// <summary>A sentence, a table cell or a paragraph ends before the word.</summary>
    public bool IsAfterBreak { get; private set; }

    /// <summary>The folded letters and digits.</summary>
    public readonly ReadOnlySpan<char> Folded => buffer[..length];

    /// <summary>The hash of a folded word.</summary>
    public static ulong Hash(ReadOnlySpan<char> folded)
    {
        var hash = HashStart;
        foreach (var letter in folded)
        {
            hash = (hash ^ letter) * HashFactor;
        }

        return hash;
    }

    /// <summary>Goes on to the next word; false at the text's end.</summary>
    public bool Next()
    {
        IsAfterBreak = at == 0;
        for (; at < text.Length; at++)
        {
            var letter = text[at];
            if (LetterFold.Of(letter) is not null)
            {
                Read();
                return true;
            }

            if (letter == '\n')
            {
                IsAfterBreak |= ++lineEnds > 1;
            }
            else if (letter is not (' ' or '\r'))
            {
                IsAfterBreak |= Breaks.Contains(letter, StringComparison.Ordinal);
            }
        }

        return false;
    }

    /// <summary>Whether nothing but a hyphen at a line's end parts the present word from the one that begins at a place.</summary>
    public readonly bool IsBrokenBefore(int end, int start) => start < text.Length && char.IsLower(text[start]) && EndsLine(end);

    /// <summary>Whether one hyphen and nothing else stands between.</summary>
    public readonly bool IsHyphenBetween(int end, int start) => start == end + 1 && Hyphens.Contains(text[end], StringComparison.Ordinal);

    private void Read()
    {
        (Start, length, lineEnds) = (at, 0, 0);
        var (capitals, hash) = (true, HashStart);
        for (; at < text.Length; at++)
        {
            var letter = text[at];
            if (LetterFold.Of(letter) is { } folded)
            {
                capitals &= !char.IsLower(letter) || (letter == 's' && at - Start > 1 && !IsLetterAt(at + 1));
                foreach (var part in folded)
                {
                    if (length < buffer.Length)
                    {
                        buffer[length++] = part;
                        hash = (hash ^ part) * HashFactor;
                    }
                }

                End = at + 1;
            }
            else if (!(LetterFold.IsInside(letter) && !EndsLine(at)) && !(!elides && IsLetterAt(at + 1) && Apostrophes.Contains(letter, StringComparison.Ordinal)))
            {
                break;
            }
        }

        (IsCapitals, HashCode) = (capitals, hash);
    }

    private readonly bool IsLetterAt(int place) => place < text.Length && char.IsLetter(text[place]);

    // A hyphen with nothing but blanks before the line's end.
    private readonly bool EndsLine(int place)
    {
        if (!Hyphens.Contains(text[place], StringComparison.Ordinal))
        {
            return false;
        }

        place++;
        while (place < text.Length && text[place] is ' ' or '\r')
        {
            place++;
        }

        return place < text.Length && text[place] == '\n';
    }
}
