using Iasios.Core.Text;

namespace Iasios.Extraction.Office;

/// <summary>A part as it is unpacked. The caps count what really comes out; the sizes in the package's own directory may lie.</summary>
internal sealed class CountedStream(Stream unpacked, int maxPartBytes, DocumentBudget budget) : Stream
{
    // A parser holds one element with its attributes, or one comment, as a whole.
    private const int MaxPieceBytes = 1024 * 1024;

    private int partLeft = maxPartBytes;
    private int pieceLeft = MaxPieceBytes;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Tells that the parser asks for its next piece; what it has to hold for one piece is capped.</summary>
    public void BeginPiece() => pieceLeft = MaxPieceBytes;

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var count = unpacked.Read(buffer);
        partLeft -= count;
        pieceLeft -= count;
        budget.SpendUnpacked(count);
        return partLeft >= 0 && pieceLeft >= 0
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
