using System.Text;
using Iasios.Core.Text;

namespace Iasios.Core.Tags;

/// <summary>Writes a line so that one pattern reads all its spellings.</summary>
internal static class FoldedLine
{
    /// <summary>The words in folded letters with one blank between them, and " | " wherever signs other than apostrophes stood.</summary>
    public static string Of(ReadOnlySpan<char> line)
    {
        var text = line.ToString().Replace('\'', ' ').Replace('’', ' ');
        var folded = new StringBuilder(text.Length + 8);
        var end = 0;
        foreach (var token in Tokenizer.Tokenize(text))
        {
            Part(folded, text.AsSpan(end, token.Start - end));
            folded.Append(token.Word);
            end = token.End;
        }

        Part(folded, text.AsSpan(end));
        return folded.ToString().Trim();
    }

    private static void Part(StringBuilder folded, ReadOnlySpan<char> between) =>
        folded.Append(between.IsWhiteSpace() ? between.IsEmpty ? "" : " " : " | ");
}
