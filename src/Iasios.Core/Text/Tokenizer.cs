using System.Text;

namespace Iasios.Core.Text;

/// <summary>Cuts a text into words, and remembers where each stands in the original.</summary>
internal sealed class Tokenizer
{
    private const string Apostrophes = "'\u2019\u2018\u02BC`\u00B4";
    private const string Hyphens = "-\u00AD\u2010\u2011\u2012\u2013\u2014\u2212";
    private const string Breaks = ".!?;:\t|\u2022\u2026\u3002";

    private readonly string text;
    private readonly List<Token> tokens = [];
    private readonly StringBuilder word = new();
    private readonly Dictionary<string, string> stems = new(StringComparer.Ordinal);
    private bool afterBreak = true;
    private bool afterLine;

    private Tokenizer(string text) => this.text = text;

    /// <summary>The words of a text in order. Any text is allowed, broken surrogates included.</summary>
    public static IReadOnlyList<Token> Tokenize(string text)
    {
        var tokenizer = new Tokenizer(text);
        tokenizer.Run();
        return tokenizer.tokens;
    }

    private void Run()
    {
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            var end = ReadWord(ref at);
            if (word.Length > 0)
            {
                Add(start, end);
            }
            else
            {
                Separate(at);
                at += Rune.TryGetRuneAt(text, at, out var rune) ? rune.Utf16SequenceLength : 1;
            }
        }
    }

    // Gives the end of the word that begins at the place, and moves the place there; an empty word leaves it where it was.
    private int ReadWord(ref int at)
    {
        word.Clear();
        var end = at;
        var next = at;
        while (next < text.Length && Rune.TryGetRuneAt(text, next, out var rune))
        {
            var isPart = WordFold.TryAppend(rune, word);
            if (!isPart && !(word.Length > 0 && (WordFold.IsInside(rune) && !EndsLine(next) || IsApostrophe(next))))
            {
                break;
            }

            next += rune.Utf16SequenceLength;
            end = isPart ? next : end;
        }

        at = word.Length > 0 ? next : at;
        return end;
    }

    private bool IsApostrophe(int at) =>
        Apostrophes.Contains(text[at], StringComparison.Ordinal) && at + 1 < text.Length && char.IsLetter(text[at + 1]);

    private void Add(int start, int end)
    {
        var folded = word.ToString();
        if (tokens.Count > 0 && !afterBreak && IsHyphenated(tokens[^1].End, start))
        {
            tokens[^1] = tokens[^1] with { Joined = StemOf(tokens[^1].Word + folded) };
        }

        tokens.Add(new(start, end, folded, StemOf(folded), IsCapitals(start, end), afterBreak, Joined: null));
        afterBreak = false;
        afterLine = false;
    }

    private string StemOf(string folded)
    {
        if (!stems.TryGetValue(folded, out var stem))
        {
            stem = WordFold.Stem(folded);
            stems.Add(folded, stem);
        }

        return stem;
    }

    private bool IsCapitals(int start, int end)
    {
        var span = text.AsSpan(start, end - start);
        span = span is [.., 's'] && span.Length > 2 ? span[..^1] : span;
        foreach (var letter in span)
        {
            if (char.IsLower(letter))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsHyphenated(int end, int start) =>
        EndsLine(end) && char.IsLower(text[start]);

    // A hyphen with nothing but blanks before the line's end.
    private bool EndsLine(int at)
    {
        if (!Hyphens.Contains(text[at], StringComparison.Ordinal))
        {
            return false;
        }

        at++;
        while (at < text.Length && text[at] is ' ' or '\r')
        {
            at++;
        }

        return at < text.Length && text[at] == '\n';
    }

    private void Separate(int at)
    {
        switch (text[at])
        {
            case '&':
                tokens.Add(new(at, at + 1, "and", "and", Capitals: true, afterBreak, Joined: null));
                afterBreak = false;
                break;
            case '\n':
                // An empty line parts paragraphs; a single line end is a blank.
                afterBreak |= afterLine;
                afterLine = true;
                break;
            case var separator:
                afterBreak |= Breaks.Contains(separator, StringComparison.Ordinal);
                break;
        }
    }
}
