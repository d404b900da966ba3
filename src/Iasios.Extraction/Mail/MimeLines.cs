namespace Iasios.Extraction.Mail;

/// <summary>Reads a message line by line. A line of binary content may be long: it comes in several pieces.</summary>
internal sealed class MimeLines(Stream message)
{
    private const int LongestPiece = 16 * 1024;

    private readonly byte[] buffer = new byte[LongestPiece];
    private int start;
    private int end;
    private int length;
    private bool again;

    /// <summary>Whether <see cref="Line"/> begins a line, and is not a further piece of one.</summary>
    public bool BeginsLine { get; private set; } = true;

    /// <summary>The line, or a piece of it, with its line end.</summary>
    public ReadOnlySpan<byte> Line => buffer.AsSpan(start - length, length);

    /// <summary>Moves on; false at the end of the message.</summary>
    public bool Read()
    {
        if (again)
        {
            again = false;
            return true;
        }

        BeginsLine = length == 0 || Line[^1] == '\n';
        var at = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
        if (at < 0)
        {
            Fill();
            at = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
        }

        length = at < 0 ? end - start : at + 1;
        start += length;
        return length > 0;
    }

    /// <summary>The next <see cref="Read"/> gives the same line again.</summary>
    public void Unread() => again = true;

    private void Fill()
    {
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        end -= start;
        start = 0;
        end += message.ReadAtLeast(buffer.AsSpan(end), buffer.Length - end, throwOnEndOfStream: false);
    }
}
