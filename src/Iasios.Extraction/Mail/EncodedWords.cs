using System.Text.RegularExpressions;
using Iasios.Extraction.Plain;

namespace Iasios.Extraction.Mail;

/// <summary>Decodes the words of a header that are not ASCII, such as "=?utf-8?Q?Pr=C3=BCfung?=" (RFC 2047).</summary>
internal static partial class EncodedWords
{
    private const int LongestHeader = 8 * 1024;

    public static string Decode(string header)
    {
        var whole = header.Length > LongestHeader ? header[..LongestHeader] : header;

        // Blanks between two encoded words only part their encodings.
        return Word().Replace(Between().Replace(whole, "?==?"), match => DecodeWord(match) ?? match.Value);
    }

    private static string? DecodeWord(Match word)
    {
        var text = word.Groups["text"].Value;
        try
        {
            var bytes = word.Groups["way"].Value is "B" or "b" ? Convert.FromBase64String(text) : Unquote(text);
            return TextEncoding.Named(word.Groups["charset"].Value.Split('*')[0])?.GetString(bytes);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static byte[] Unquote(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '=' && at + 2 < text.Length)
            {
                bytes.AddRange(Convert.FromHexString(text.AsSpan(at + 1, 2)));
                at += 2;
            }
            else
            {
                bytes.Add(text[at] == '_' ? (byte)' ' : (byte)text[at]);
            }
        }

        return [.. bytes];
    }

    [GeneratedRegex(@"=\?(?<charset>[^?\s]{1,40})\?(?<way>[bBqQ])\?(?<text>[^?\s]*)\?=", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"\?=\s+=\?", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Between();
}
