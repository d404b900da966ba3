using Iasios.Core.Evidence;
using Iasios.Core.Ledger;
using Iasios.Core.Standards;
using Iasios.Core.Tags;
using Iasios.Core.Text;

namespace Iasios.Core.Tests.Support;

/// <summary>Filed documents and tags for tests, in few words.</summary>
internal static class Ledgers
{
    public static readonly DateOnly Today = new(2026, 11, 22);

    public static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    private static readonly EngineVersions Versions = new("1", "1", "1");

    public static RequirementCode Code(string code) => RequirementCode.Parse(code);

    public static FiledDocument Document(
        string path,
        DateOnly? reviewDue = null,
        DateOnly? validUntil = null,
        Standing standing = Standing.Released,
        Processing processing = Processing.Processed) => new(
            DocumentKey.For($"st-anna/{path}"),
            path,
            "0x1",
            100,
            Now,
            new string('a', 64),
            processing,
            ReadingOutcome.Read,
            "pdf",
            1,
            null,
            new(path, "policy", standing, null, reviewDue, validUntil),
            [],
            Versions,
            0,
            null);

    public static FiledTag Tag(FiledDocument document, string code, TagBand band = TagBand.Accepted, double confidence = 0.9, string quote = "Read aloud.") =>
        new(document.Key, new("topic", Code(code), band, confidence, new(2, 10, quote), ["cue"], band == TagBand.Review ? "It may only mention it." : null));
}
