using Iasios.Core.Evidence;
using Iasios.Core.Guard;
using Iasios.Core.Tags;
using Iasios.Core.Text;

namespace Iasios.Core.Ledger;

/// <summary>The version of a file that lies in the container.</summary>
/// <param name="ETag">The blob's version, without quotes.</param>
/// <param name="Size">In bytes.</param>
/// <param name="HandedIn">When it was written, UTC.</param>
public sealed record HandedInFile(string ETag, long Size, DateTimeOffset HandedIn);

/// <summary>Turns what the stages found into the ledger's entry for a document.</summary>
public static class Filing
{
    /// <summary>Stands in the place of a purged document's name, which may name a patient.</summary>
    public const string PurgedName = "(purged)";

    /// <summary>A document that was read, or could not be.</summary>
    public static FiledDocument Read(EvidencePath path, HandedInFile file, string sha256, Reading reading, TaggedDocument? tagged, EngineVersions versions)
    {
        var reason = ReasonForPerson(reading, tagged);
        return Start(path, file) with
        {
            Sha256 = sha256,
            Processing = reason is null ? Processing.Processed : Processing.Attention,
            Outcome = reading.Outcome,
            Format = reading.Format,
            PageCount = reading.PageCount,
            Reason = reason,
            Facts = tagged?.Facts,
            Codes = [.. (tagged?.Tags ?? []).Select(tag => tag.Code)],
            Versions = versions,
        };
    }

    /// <summary>A document that seems to hold patient data: nothing that was read of it is kept, but how reading ended.</summary>
    /// <param name="path">Where it lies.</param>
    /// <param name="file">The version.</param>
    /// <param name="sha256">Of its content.</param>
    /// <param name="reading">What reading gave.</param>
    /// <param name="findings">What was seen, at least one.</param>
    /// <param name="versions">What judged it.</param>
    public static FiledDocument Quarantined(
        EvidencePath path, HandedInFile file, string sha256, Reading reading, IReadOnlyList<PatientDataFinding> findings, EngineVersions versions) => Start(path, file) with
        {
            Sha256 = sha256,
            Processing = Processing.Quarantined,
            Outcome = reading.Outcome,
            Format = reading.Format,
            PageCount = reading.PageCount,
            Reason = PatientDataReason.Of(findings),
            Versions = versions,
        };

    /// <summary>A quarantined document that a person released: it is processed again.</summary>
    public static FiledDocument Released(FiledDocument document) => document with
    {
        Processing = Processing.Waiting,
        Outcome = null,
        Reason = null,
        Versions = null,
    };

    /// <summary>What stays of a document that was purged: its key, without a name.</summary>
    public static FiledDocument Purged(FiledDocument document) => Deleted(document) with
    {
        Path = PurgedName,
        ETag = "",
        Size = 0,
        Sha256 = null,
        Format = null,
        PageCount = null,
    };

    /// <summary>A document that was seen and not processed yet.</summary>
    public static FiledDocument Waiting(EvidencePath path, HandedInFile file) => Start(path, file);

    /// <summary>A document whose folder belongs to no known facility.</summary>
    public static FiledDocument Unassigned(EvidencePath path, HandedInFile file) => Start(path, file) with
    {
        Processing = Processing.Attention,
        Reason = "The first folder is no known facility. The file is processed once the facility exists.",
    };

    /// <summary>A document that a fault stopped, to be tried again.</summary>
    public static FiledDocument Failed(EvidencePath path, HandedInFile file, int attempts, DateTimeOffset nextAttempt) => Start(path, file) with
    {
        Processing = Processing.Failed,
        Reason = "A fault stopped the processing. It is tried again by itself; the file itself may be in order.",
        Attempts = attempts,
        NextAttempt = nextAttempt,
    };

    /// <summary>A document that is no longer in the container.</summary>
    public static FiledDocument Deleted(FiledDocument document) => document with
    {
        Processing = Processing.Deleted,
        Outcome = null,
        Reason = null,
        Facts = null,
        Codes = [],
        Versions = null,
        Attempts = 0,
        NextAttempt = null,
    };

    private static FiledDocument Start(EvidencePath path, HandedInFile file) => new(
        path.Key, path.PathInFacility, file.ETag, file.Size, file.HandedIn, null, Processing.Waiting, null, null, null, null, null, [], null, 0, null);

    private static string? ReasonForPerson(Reading reading, TaggedDocument? tagged)
    {
        string?[] reasons =
        [
            reading.Reason,
            tagged?.Remark,
            tagged?.Facts.Standing switch
            {
                Standing.Draft => "This is a draft; it covers nothing until it is released.",
                Standing.Superseded => "This document says that it was withdrawn or replaced.",
                Standing.Template => "This is a blank form.",
                Standing.ClaimOnly => "This document says that a Standard is met, but not how. A claim is no evidence.",
                _ => null,
            },
            tagged?.Tags.Where(tag => tag.Band == TagBand.Review).Select(tag => tag.Code).ToList() is { Count: > 0 } codes
                ? $"A person must say whether it is evidence for {string.Join(", ", codes)}."
                : null,
        ];
        var given = reasons.OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return given.Count == 0 ? null : string.Join(' ', given);
    }
}
