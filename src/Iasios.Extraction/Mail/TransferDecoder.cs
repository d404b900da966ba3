using System.Buffers;
using System.Buffers.Text;

namespace Iasios.Extraction.Mail;

/// <summary>Writes the content of a part to a stream as its transfer encoding gives it, line by line; what comes out is counted.</summary>
internal sealed class TransferDecoder(string? encoding, Stream output, DocumentBudget budget)
{
    private static readonly SearchValues<byte> Base64Characters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"u8);

    private readonly byte[] four = new byte[4];
    private readonly string way = (encoding ?? "").Trim().ToLowerInvariant();
    private int pending;
    private bool ended;

    public void Write(ReadOnlySpan<byte> line)
    {
        switch (way)
        {
            case "base64":
                WriteBase64(line);
                break;
            case "quoted-printable":
                WriteQuoted(line);
                break;
            default:
                Put(line);
                break;
        }
    }

    /// <summary>Writes what is left of an encoding that was cut off.</summary>
    public void Finish()
    {
        if (pending > 1)
        {
            four.AsSpan(pending).Fill((byte)'=');
            PutFour();
        }
    }

    private void WriteBase64(ReadOnlySpan<byte> line)
    {
        foreach (var character in line)
        {
            ended |= character == '=';
            if (!ended && Base64Characters.Contains(character))
            {
                four[pending++] = character;
                if (pending == four.Length)
                {
                    PutFour();
                }
            }
        }
    }

    private void PutFour()
    {
        Span<byte> three = stackalloc byte[3];
        Base64.DecodeFromUtf8(four, three, out _, out var count);
        pending = 0;
        Put(three[..count]);
    }

    private void WriteQuoted(ReadOnlySpan<byte> line)
    {
        var text = line.TrimEnd("\r\n \t"u8);
        var isSoft = text is [.., (byte)'='];
        text = isSoft ? text[..^1] : text;
        Span<byte> value = stackalloc byte[1];
        while (text.IndexOf((byte)'=') is >= 0 and var at)
        {
            Put(text[..at]);
            text = text[at..];
            var isValue = text.Length >= 3 && Convert.FromHexString(text[1..3], value, out _, out _) == OperationStatus.Done;
            Put(isValue ? value : text[..1]);
            text = text[(isValue ? 3 : 1)..];
        }

        Put(text);
        if (!isSoft && line is [.., (byte)'\n'])
        {
            Put("\n"u8);
        }
    }

    private void Put(ReadOnlySpan<byte> bytes)
    {
        budget.SpendUnpacked(bytes.Length);
        output.Write(bytes);
    }
}
