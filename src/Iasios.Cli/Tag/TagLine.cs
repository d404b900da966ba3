using Iasios.Core.Guard;
using Iasios.Core.Tags;
using Iasios.Core.Text;

namespace Iasios.Cli.Tag;

/// <summary>What <c>iasios tag --json</c> prints of a file: one object on one line.</summary>
internal sealed record TagLine(
    string File,
    DocumentLanguage Language,
    string? Kind,
    string? Currency,
    DateOnly? EffectiveDate,
    DateOnly? ReviewDue,
    bool Quarantine,
    IReadOnlyList<string> QuarantineReasons,
    string? Remark,
    IReadOnlyList<TagOfFile> Tags)
{
    public static TagLine Of(TaggedFile file, DateOnly asOf)
    {
        var facts = file.Tagged?.Facts;
        return new(
            file.File,
            file.Reading.Language,
            facts?.Kind,
            facts is null ? null : CliJson.Word(facts.On(asOf)),
            facts?.Date,
            facts?.ReviewDue ?? facts?.ValidUntil,
            file.Findings.Count > 0,
            file.Findings.Count > 0 ? [PatientDataReason.Of(file.Findings)] : [],
            file.Tagged is null ? file.Reading.Reason : file.Tagged.Remark,
            [.. (file.Tagged?.Tags ?? []).Select(tag => new TagOfFile(
                tag.Code.ToString(), tag.Topic, tag.Band, Math.Round(tag.Confidence, 3), tag.Quote?.Page, tag.Quote?.Text, tag.Cues))]);
    }
}

/// <summary>One tag.</summary>
internal sealed record TagOfFile(string Code, string Topic, TagBand Band, double Confidence, int? Page, string? Quote, IReadOnlyList<string> Cues);
