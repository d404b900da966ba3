using System.Text;
using Iasios.Extraction.Plain;

namespace Iasios.Extraction.RichText;

/// <summary>The code pages in which bytes of text are to be read: the document's own, or the one of the font that they are set in.</summary>
internal sealed class RtfFonts
{
    // A font table is a page at most.
    private const int MaxFonts = 5_000;

    private readonly Dictionary<int, Encoding> fonts = [];
    private int defined;

    /// <summary>For text in no font of the table.</summary>
    public Encoding Document { get; private set; } = TextEncoding.Windows1252;

    public Encoding Of(int font) => fonts.GetValueOrDefault(font, Document);

    public void SetDocument(int codePage) => Document = CodePage(codePage) ?? Document;

    /// <summary>Takes a control word of the font table.</summary>
    public void Define(string word, int number)
    {
        switch (word)
        {
            case "f":
                defined = number;
                break;
            case "fcharset" when fonts.Count < MaxFonts && CodePage(OfCharset(number)) is { } encoding:
                fonts[defined] = encoding;
                break;
        }
    }

    // The character sets of Windows fonts; the default set and symbols have no code page of their own.
    private static int OfCharset(int charset) => charset switch
    {
        0 => 1252,
        77 => 10000,
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => 0,
    };

    private static Encoding? CodePage(int number) => number > 0 ? CodePagesEncodingProvider.Instance.GetEncoding(number) : null;
}
