using Iasios.Core.Text;

namespace Iasios.Extraction.Office;

/// <summary>What a package may still unpack to, in bytes, over all its parts.</summary>
internal sealed class UnpackBudget(int bytes)
{
    public int Left { get; set; } = bytes;
}

/// <summary>A part as it is unpacked. The caps count what really comes out; the sizes in the package's own directory may lie.</summary>
internal sealed class CountedStream(Stream unpacked, int maxPartBytes, UnpackBudget package) : Stream
{
    private int partLeft = maxPartBytes;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var count = unpacked.Read(buffer);
        partLeft -= count;
        package.Left -= count;
        return partLeft >= 0 && package.Left >= 0
            ? count
            : throw new UnusableDocumentException(ReadingOutcome.TooLarge, "The file unpacks to more than one file may. Please make it again or split it.");
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            unpacked.Dispose();
        }

        base.Dispose(disposing);
    }
}
