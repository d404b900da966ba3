namespace System.IO.Hashing;

/// <summary>
/// The one type that Azure.Storage.Common binds from the package System.IO.Hashing. This copy of its public shape
/// satisfies the package dependency; Azure.Storage.Common brings its own CRC-64 as a subclass.
/// </summary>
public abstract class NonCryptographicHashAlgorithm
{
    /// <summary>Sets the length of the hash.</summary>
    /// <param name="hashLengthInBytes">Length in bytes, at least 1.</param>
    protected NonCryptographicHashAlgorithm(int hashLengthInBytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(hashLengthInBytes, 1);
        HashLengthInBytes = hashLengthInBytes;
    }

    /// <summary>Length of the hash in bytes.</summary>
    public int HashLengthInBytes { get; }

    /// <summary>Adds bytes to the data hashed so far.</summary>
    public abstract void Append(ReadOnlySpan<byte> source);

    /// <summary>Forgets the data hashed so far.</summary>
    public abstract void Reset();

    /// <summary>Writes the hash of the data so far, without resetting.</summary>
    protected abstract void GetCurrentHashCore(Span<byte> destination);

    /// <summary>Writes the hash of the data so far, and resets.</summary>
    protected virtual void GetHashAndResetCore(Span<byte> destination)
    {
        GetCurrentHashCore(destination);
        Reset();
    }

    /// <summary>Adds bytes to the data hashed so far.</summary>
    public void Append(byte[] source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Append(source.AsSpan());
    }

    /// <summary>Adds all bytes of a stream to the data hashed so far.</summary>
    public void Append(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Span<byte> buffer = new byte[4096];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            Append(buffer[..read]);
        }
    }

    /// <summary>Adds all bytes of a stream to the data hashed so far.</summary>
    public async Task AppendAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var buffer = new byte[4096];
        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            Append(buffer.AsSpan(0, read));
        }
    }

    /// <summary>Gives the hash of the data so far, without resetting.</summary>
    public byte[] GetCurrentHash()
    {
        var hash = new byte[HashLengthInBytes];
        GetCurrentHashCore(hash);
        return hash;
    }

    /// <summary>Writes the hash of the data so far, without resetting; gives its length in bytes.</summary>
    public int GetCurrentHash(Span<byte> destination)
    {
        GetCurrentHashCore(destination[..HashLengthInBytes]);
        return HashLengthInBytes;
    }

    /// <summary>Gives the hash of the data so far, and resets.</summary>
    public byte[] GetHashAndReset()
    {
        var hash = new byte[HashLengthInBytes];
        GetHashAndResetCore(hash);
        return hash;
    }

    /// <summary>Writes the hash of the data so far, and resets; gives its length in bytes.</summary>
    public int GetHashAndReset(Span<byte> destination)
    {
        GetHashAndResetCore(destination[..HashLengthInBytes]);
        return HashLengthInBytes;
    }
}
