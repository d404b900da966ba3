using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Iasios.Core.Ledger;

/// <summary>
/// One link of a facility's audit chain. The hash is made from a salted digest of the payload, not from the payload
/// itself, so that a payload can be erased (with its salt) without breaking the chain.
/// </summary>
/// <param name="Sequence">1 for the first entry of a facility, then without gaps.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Actor">Who: "system", or a person.</param>
/// <param name="Action">What was done, such as "filed" or "deleted".</param>
/// <param name="OperationId">Names the operation; a repeated operation has the same id.</param>
/// <param name="Payload">What changed, as JSON without text of the document.</param>
/// <param name="Salt">32 random hexadecimal digits.</param>
/// <param name="Digest">SHA-256 of salt and payload.</param>
/// <param name="PreviousHash">The hash of the entry before; empty for the first.</param>
/// <param name="Hash">SHA-256 over everything but payload and salt.</param>
public sealed record AuditEntry(
    long Sequence,
    DateTimeOffset At,
    string Actor,
    string Action,
    string OperationId,
    string Payload,
    string Salt,
    string Digest,
    string PreviousHash,
    string Hash)
{
    /// <summary>Makes the entry that follows another.</summary>
    /// <param name="head">Sequence and hash of the last entry; (0, "") before the first.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="actor">Who.</param>
    /// <param name="action">What was done.</param>
    /// <param name="operationId">Names the operation.</param>
    /// <param name="payload">What changed, as JSON.</param>
    public static AuditEntry After(AuditHead head, DateTimeOffset at, string actor, string action, string operationId, string payload)
    {
        var salt = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var entry = new AuditEntry(head.Sequence + 1, at, actor, action, operationId, payload, salt, Sha256(salt, payload), head.Hash, "");
        return entry with { Hash = entry.ComputeHash() };
    }

    /// <summary>Whether the hash belongs to the entry's fields. A payload that was erased is not asked for.</summary>
    public bool IsWhole => Hash == ComputeHash() && (Payload.Length == 0 || Digest == Sha256(Salt, Payload));

    private string ComputeHash() => Sha256(
        Sequence.ToString(CultureInfo.InvariantCulture),
        At.ToString("O", CultureInfo.InvariantCulture),
        Actor,
        Action,
        OperationId,
        Digest,
        PreviousHash);

    // Each part goes in with its length, so that no two lists of parts give the same bytes.
    private static string Sha256(params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <summary>The end of a facility's audit chain.</summary>
/// <param name="Sequence">Of the last entry; 0 before the first.</param>
/// <param name="Hash">Of the last entry; empty before the first.</param>
public sealed record AuditHead(long Sequence, string Hash)
{
    /// <summary>Before the first entry.</summary>
    public static AuditHead Empty { get; } = new(0, "");
}
