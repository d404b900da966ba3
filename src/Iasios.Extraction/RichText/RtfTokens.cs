using System.Globalization;
using System.Text;

namespace Iasios.Extraction.RichText;

/// <summary>What stands at a place in rich text.</summary>
internal enum RtfMark
{
    GroupStart,
    GroupEnd,

    /// <summary>A control word such as \par, or a control symbol such as \~.</summary>
    Control,

    /// <summary>A byte of text, as it is or as \'hh.</summary>
    Byte,
}

/// <summary>Walks rich text from start to end, byte by byte.</summary>
internal sealed class RtfTokens(Stream file)
{
    private const int LongestWord = 32;
    private const int LongestNumber = 10;

    private readonly StringBuilder word = new();
    private int next = file.ReadByte();

    public RtfMark Mark { get; private set; }

    /// <summary>The control word, without its backslash.</summary>
    public string Word { get; private set; } = "";

    /// <summary>The number behind the control word; null without one.</summary>
    public int? Number { get; private set; }

    public byte Byte { get; private set; }

    /// <summary>Moves on; false at the end of the file.</summary>
    public bool Read()
    {
        while (next is '\r' or '\n' or 0)
        {
            Take();
        }

        switch (next)
        {
            case < 0:
                return false;
            case '{':
                Take();
                Mark = RtfMark.GroupStart;
                return true;
            case '}':
                Take();
                Mark = RtfMark.GroupEnd;
                return true;
            case '\\':
                Take();
                ReadControl();
                return true;
            default:
                Found((byte)Take());
                return true;
        }
    }

    /// <summary>Passes over the bytes of a picture or another object.</summary>
    public void SkipBytes(int count)
    {
        for (; count > 0 && next >= 0; count--)
        {
            Take();
        }
    }

    private void ReadControl()
    {
        if (!char.IsAsciiLetter((char)Math.Max(next, 0)))
        {
            ReadSymbol();
            return;
        }

        word.Clear();
        while (next >= 0 && char.IsAsciiLetter((char)next))
        {
            var letter = (char)Take();
            word.Append(word.Length < LongestWord ? letter.ToString() : "");
        }

        Found(word.ToString(), ReadNumber());
        if (next == ' ')
        {
            Take();
        }
    }

    private int? ReadNumber()
    {
        var sign = 1;
        if (next == '-')
        {
            sign = -1;
            Take();
        }

        long number = 0;
        var digits = 0;
        while (next is >= '0' and <= '9')
        {
            var digit = Take() - '0';
            number = digits++ < LongestNumber ? (number * 10) + digit : number;
        }

        return digits > 0 ? (int)Math.Clamp(sign * number, int.MinValue, int.MaxValue) : null;
    }

    private void ReadSymbol()
    {
        var symbol = Take();
        switch (symbol)
        {
            case '\'':
                var digits = $"{(char)Math.Max(Take(), 0)}{(char)Math.Max(Take(), 0)}";
                Found(byte.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) ? value : (byte)'?');
                break;
            case '\\' or '{' or '}':
                Found((byte)symbol);
                break;
            case '\r' or '\n':
                Found("par", number: null);
                break;
            default:
                Found(((char)Math.Max(symbol, 0)).ToString(), number: null);
                break;
        }
    }

    private void Found(byte value) => (Mark, Byte) = (RtfMark.Byte, value);

    private void Found(string control, int? number) => (Mark, Word, Number) = (RtfMark.Control, control, number);

    private int Take()
    {
        var taken = next;
        next = file.ReadByte();
        return taken;
    }
}
