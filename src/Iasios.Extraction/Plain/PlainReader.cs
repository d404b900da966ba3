using System.Text;
using Iasios.Core.Text;

namespace Iasios.Extraction.Plain;

/// <summary>Reads plain text and Markdown as they are, and tables of comma-separated values as lines of cells.</summary>
internal sealed class PlainReader(ReadingLimits limits)
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // Among them the next-line mark of old printers and the end-of-file mark of DOS.
    private const string ControlsOfText = "\t\n\r\f\v\u0085\u001A";

    public Reading Read(string path, CancellationToken cancellationToken)
    {
        var text = Decode(File.ReadAllBytes(path));
        if (text.Any(character => char.IsControl(character) && !ControlsOfText.Contains(character)))
        {
            return Refusal.Of(ReadingOutcome.Unsupported, Refusal.Unknown, $"This kind of file can't be read. {Refusal.SaveAs}");
        }

        if (text.Length > limits.MaxCharacters)
        {
            return Refusal.Of(ReadingOutcome.TooLarge, "text", "The file has more text than can be read. Please split it.");
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return Refusal.Of(ReadingOutcome.Unreadable, "text", "The file has no text.");
        }

        return CsvTable.TryRead(text, cancellationToken) is { } table
            ? new(ReadingOutcome.Read, Reason: null, "csv", PageCount: 1, [new(1, table)])
            : Pages(text.Replace("\r\n", "\n").Replace('\r', '\n').Replace('\u001A', ' '));
    }

    private static Reading Pages(string text)
    {
        var pages = text.Split('\f').Select((page, index) => new PageText(index + 1, page.Trim('\n', ' '))).ToList();
        return new(ReadingOutcome.Read, Reason: null, "text", pages.Count, [.. pages.Where(page => page.Text.Length > 0)]);
    }

    private static string Decode(byte[] bytes)
    {
        switch (bytes)
        {
            case [0xFF, 0xFE, ..]:
                return Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2);
            case [0xFE, 0xFF, ..]:
                return Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2);
        }

        var mark = bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        try
        {
            return StrictUtf8.GetString(bytes, mark, bytes.Length - mark);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);
        }
    }
}
