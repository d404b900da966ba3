using System.Globalization;
using System.Text.Json;
using Azure;
using Iasios.Core.Coverage;
using Iasios.Core.Evidence;
using Iasios.Core.Ledger;
using Iasios.Core.Standards;
using Iasios.Core.Tags;
using Iasios.Core.Text;
using Iasios.Functions.Host;
using Iasios.Storage.Tables;

namespace Iasios.Functions.Ledger;

/// <summary>
/// The rows of a facility's partition and how they are written and read. Every row bears the version of its shape (V);
/// see docs/decisions/0005-rows.md.
/// </summary>
internal static class LedgerRows
{
    public const int Version = 1;
    public const string AuditHeadKey = "H|audit";
    public const string DirtyKey = "Q|dirty";
    public const string StatusKey = "F|status";
    public const string ListingKey = "L|listing";

    public static string DocumentKeyOf(DocumentKey key) => $"D|{key}";

    public static string TagKeyOf(RequirementCode code, DocumentKey key) => $"E|{code.SortKey}|{key}";

    public static string AuditKeyOf(long sequence) => string.Create(CultureInfo.InvariantCulture, $"A|{sequence:D10}");

    public static string RecognitionKeyOf(string month) => $"R|{month}";

    public static string ReminderKeyOf(string id) => $"O|{id}";

    public static string ReleaseKeyOf(string content) => $"G|{content}";

    public static TableEntity Write(string partition, QuarantineRelease release)
    {
        var row = Row(partition, ReleaseKeyOf(release.Content));
        row["Document"] = release.Document.Value;
        row["By"] = release.By;
        row["Token"] = release.Token;
        row["Reason"] = release.Reason;
        row["At"] = release.At;
        return row;
    }

    public static QuarantineRelease ReadRelease(TableEntity row) => !IsReadable(row) ? throw Later() : new(
        row.RowKey[2..],
        DocumentKey.TryParse(row.GetString("Document"), out var key) ? key : throw new InvalidDataException("A release names no document."),
        row.GetString("By") ?? "",
        row.GetString("Token") ?? "",
        row.GetString("Reason") ?? "",
        row.GetDateTimeOffset("At") ?? default);

    /// <summary>A filter for all rows whose key begins with a prefix that ends in '|'.</summary>
    public static string InRange(string partition, string prefix) =>
        TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {prefix} and RowKey lt {prefix[..^1] + "}"}");

    public static TableEntity Row(string partition, string key) => new(partition, key) { ["V"] = Version };

    public static TableEntity Write(string partition, FiledDocument document, string operationId)
    {
        var row = Row(partition, DocumentKeyOf(document.Key));
        row["Path"] = document.Path;
        row["BlobETag"] = document.ETag;
        row["Size"] = document.Size;
        row["HandedIn"] = document.HandedIn;
        row["Processing"] = document.Processing.ToString();
        row["Codes"] = string.Join(' ', document.Codes);
        row["Attempts"] = document.Attempts;
        row["OperationId"] = operationId;
        Set(row, "Sha256", document.Sha256);
        Set(row, "Outcome", document.Outcome?.ToString());
        Set(row, "Format", document.Format);
        Set(row, "PageCount", document.PageCount);
        Set(row, "Reason", document.Reason);
        Set(row, "NextAttempt", document.NextAttempt);
        if (document.Facts is { } facts)
        {
            Set(row, "Title", facts.Title);
            Set(row, "Kind", facts.Kind);
            row["Standing"] = facts.Standing.ToString();
            Set(row, "EffectiveDate", Day(facts.EffectiveDate));
            Set(row, "ReviewDue", Day(facts.ReviewDue));
            Set(row, "ValidUntil", Day(facts.ValidUntil));
        }

        if (document.Versions is { } versions)
        {
            row["ReadingVersion"] = versions.Reading;
            row["TaggingVersion"] = versions.Tagging;
            row["CatalogueVersion"] = versions.Catalogue;
        }

        return row;
    }

    public static StoredDocument ReadDocument(TableEntity row) => !IsReadable(row) ? throw Later() : new(
        new(
            DocumentKey.TryParse(row.RowKey[2..], out var key) ? key : throw new InvalidDataException("A document row has a wrong key."),
            row.GetString("Path") ?? "",
            row.GetString("BlobETag") ?? "",
            row.GetInt64("Size") ?? 0,
            row.GetDateTimeOffset("HandedIn") ?? default,
            row.GetString("Sha256"),
            Enum.Parse<Processing>(row.GetString("Processing") ?? ""),
            row.GetString("Outcome") is { } outcome ? Enum.Parse<ReadingOutcome>(outcome) : null,
            row.GetString("Format"),
            row.GetInt32("PageCount"),
            row.GetString("Reason"),
            row.GetString("Standing") is { } standing
                ? new(
                    row.GetString("Title"),
                    row.GetString("Kind"),
                    Enum.Parse<Standing>(standing),
                    Day(row.GetString("EffectiveDate")),
                    Day(row.GetString("ReviewDue")),
                    Day(row.GetString("ValidUntil")))
                : null,
            [.. (row.GetString("Codes") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(RequirementCode.Parse)],
            row.GetString("TaggingVersion") is { } tagging
                ? new(row.GetString("ReadingVersion") ?? "", tagging, row.GetString("CatalogueVersion") ?? "")
                : null,
            row.GetInt32("Attempts") ?? 0,
            row.GetDateTimeOffset("NextAttempt")),
        row.GetString("OperationId") ?? "",
        row.ETag);

    public static TableEntity Write(string partition, DocumentKey document, Tag tag)
    {
        var row = Row(partition, TagKeyOf(tag.Code, document));
        row["Topic"] = tag.Topic;
        row["Band"] = tag.Band.ToString();
        row["Confidence"] = tag.Confidence;
        row["Cues"] = JsonSerializer.Serialize(tag.Cues, AppJson.Options);
        Set(row, "Reason", tag.Reason);
        if (tag.Quote is { } quote)
        {
            row["Page"] = quote.Page;
            row["Offset"] = quote.Offset;
            row["Quote"] = quote.Text;
        }

        return row;
    }

    public static FiledTag ReadTag(TableEntity row)
    {
        var parts = row.RowKey.Split('|');
        return !IsReadable(row) ? throw Later() : new(
            DocumentKey.TryParse(parts[2], out var key) ? key : throw new InvalidDataException("A tag row has a wrong key."),
            new(
                row.GetString("Topic") ?? "",
                RequirementCode.Parse(parts[1]),
                Enum.Parse<TagBand>(row.GetString("Band") ?? ""),
                row.GetDouble("Confidence") ?? 0,
                row.GetInt32("Page") is { } page ? new(page, row.GetInt32("Offset") ?? 0, row.GetString("Quote") ?? "") : null,
                JsonSerializer.Deserialize<string[]>(row.GetString("Cues") ?? "[]", AppJson.Options) ?? [],
                row.GetString("Reason")));
    }

    public static TableEntity Write(string partition, AuditEntry entry)
    {
        var row = Row(partition, AuditKeyOf(entry.Sequence));
        row["At"] = entry.At;
        row["Actor"] = entry.Actor;
        row["Action"] = entry.Action;
        row["OperationId"] = entry.OperationId;
        row["Payload"] = entry.Payload;
        row["Salt"] = entry.Salt;
        row["Digest"] = entry.Digest;
        row["PreviousHash"] = entry.PreviousHash;
        row["Hash"] = entry.Hash;
        return row;
    }

    public static TableEntity Write(string partition, AuditHead head)
    {
        var row = Row(partition, AuditHeadKey);
        row["Sequence"] = head.Sequence;
        row["Hash"] = head.Hash;
        return row;
    }

    public static AuditHead ReadAuditHead(TableEntity row) => new(row.GetInt64("Sequence") ?? 0, row.GetString("Hash") ?? "");

    /// <summary>One property for each code keeps every property far below its limit of 32,768 characters.</summary>
    public static TableEntity Write(string partition, FacilityCoverage coverage)
    {
        var row = Row(partition, StatusKey);
        row["CatalogueVersion"] = coverage.CatalogueVersion;
        row["AsOf"] = Day(coverage.AsOf)!;
        Set(row, "NextChange", Day(coverage.NextChange));
        row["Computed"] = coverage.Computed;
        row["ByProcessing"] = JsonSerializer.Serialize(coverage.ByProcessing, AppJson.Options);
        row["ByOutcome"] = JsonSerializer.Serialize(coverage.ByOutcome, AppJson.Options);
        row["Ignored"] = coverage.Ignored;
        row["ForPerson"] = JsonSerializer.Serialize(coverage.ForPerson, AppJson.Options);
        row["Order"] = string.Join(' ', coverage.Codes.Select(code => code.Code));
        foreach (var code in coverage.Codes)
        {
            row["C" + code.Code.SortKey] = JsonSerializer.Serialize(code, AppJson.Options);
        }

        return row;
    }

    /// <summary>Whether this release can read a row. A status row of another one is made anew.</summary>
    public static bool IsReadable(TableEntity row) => row.GetInt32("V") == Version;

    public static FacilityCoverage ReadCoverage(TableEntity row) => new(
        row.GetString("CatalogueVersion") ?? "",
        Day(row.GetString("AsOf")) ?? default,
        Day(row.GetString("NextChange")),
        row.GetDateTimeOffset("Computed") ?? default,
        [.. (row.GetString("Order") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(code => Parse<CodeCoverage>(row, "C" + RequirementCode.Parse(code).SortKey))],
        Parse<Dictionary<Processing, int>>(row, "ByProcessing"),
        Parse<Dictionary<ReadingOutcome, int>>(row, "ByOutcome"),
        row.GetInt32("Ignored") ?? 0,
        Parse<DocumentForPerson[]>(row, "ForPerson"));

    private static InvalidDataException Later() => new("A row was written by another release that this one cannot read.");

    private static T Parse<T>(TableEntity row, string property) =>
        JsonSerializer.Deserialize<T>(row.GetString(property) ?? "", AppJson.Options) ?? throw new InvalidDataException($"The status row lacks {property}.");

    private static void Set(TableEntity row, string property, object? value)
    {
        if (value is not null)
        {
            row[property] = value;
        }
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Day(string? text) =>
        text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>A document as it lies in the ledger.</summary>
/// <param name="Document">The document.</param>
/// <param name="OperationId">Names the operation that wrote the row.</param>
/// <param name="RowETag">The row's version.</param>
public sealed record StoredDocument(FiledDocument Document, string OperationId, ETag RowETag);
