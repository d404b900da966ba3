using System.Text;
using Iasios.Extraction.Plain;

namespace Iasios.Extraction.Mail;

/// <summary>The headers of a message or of one of its parts, unfolded.</summary>
internal sealed class MimeHeaders
{
    // More than that is no message that people sent; what is over is passed over.
    private const int MostCharacters = 256 * 1024;

    private readonly Dictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase);

    private MimeHeaders()
    {
    }

    /// <summary>In lower case, such as "text/plain".</summary>
    public string MediaType { get; private set; } = "text/plain";

    public bool IsMultipart => MediaType.StartsWith("multipart/", StringComparison.Ordinal);

    /// <summary>Reads up to the empty line that ends the headers.</summary>
    public static MimeHeaders Read(MimeLines lines)
    {
        var headers = new MimeHeaders();
        var header = new StringBuilder();
        var total = 0;
        while (lines.Read() && !IsEmpty(lines.Line))
        {
            if ((total += lines.Line.Length) > MostCharacters)
            {
                continue;
            }

            if (lines.BeginsLine && lines.Line[0] is not ((byte)' ' or (byte)'\t'))
            {
                headers.Keep(header);
                header.Clear();
            }

            header.Append(Decode(lines.Line).TrimEnd('\r', '\n'));
        }

        headers.Keep(header);
        headers.MediaType = (headers["Content-Type"] ?? "text/plain").Split(';')[0].Trim().ToLowerInvariant();
        return headers;
    }

    /// <summary>A header as it stands; null without it.</summary>
    public string? this[string name] => values.GetValueOrDefault(name);

    /// <summary>A parameter of a header, such as the boundary; null without it.</summary>
    public string? Parameter(string header, string parameter)
    {
        foreach (var (name, value) in Parameters(this[header] ?? ""))
        {
            if (name.Equals(parameter, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>Whether the part is meant to be opened on its own: it is called an attachment or has a file name.</summary>
    public bool IsAttachment =>
        (this["Content-Disposition"] ?? "").TrimStart().StartsWith("attachment", StringComparison.OrdinalIgnoreCase)
        || Parameters(this["Content-Disposition"] ?? "").Any(parameter => parameter.Name.StartsWith("filename", StringComparison.OrdinalIgnoreCase))
        || Parameters(this["Content-Type"] ?? "").Any(parameter => parameter.Name.StartsWith("name", StringComparison.OrdinalIgnoreCase));

    private void Keep(StringBuilder header)
    {
        var text = header.ToString();
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0)
        {
            values.TryAdd(text[..colon].Trim(), text[(colon + 1)..].Trim());
        }
    }

    // Semicolons part them, but not those in quotes.
    private static IEnumerable<(string Name, string Value)> Parameters(string header)
    {
        var piece = new StringBuilder();
        var quoted = false;
        foreach (var character in header.Append(';'))
        {
            if (character == '"')
            {
                quoted = !quoted;
            }
            else if (character == ';' && !quoted)
            {
                var parts = piece.ToString().Split('=', 2, StringSplitOptions.TrimEntries);
                piece.Clear();
                if (parts.Length == 2)
                {
                    yield return (parts[0], parts[1]);
                }
            }
            else
            {
                piece.Append(character);
            }
        }
    }

    private static bool IsEmpty(ReadOnlySpan<byte> line) => line is [(byte)'\n'] or [(byte)'\r', (byte)'\n'];

    private static string Decode(ReadOnlySpan<byte> line)
    {
        var text = Encoding.UTF8.GetString(line);
        return text.Contains('\uFFFD', StringComparison.Ordinal) ? TextEncoding.Windows1252.GetString(line) : text;
    }
}
