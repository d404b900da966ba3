using System.Text.RegularExpressions;
using Iasios.Core.Text;

namespace Iasios.Core.Tags;

/// <summary>Reads what a document says of itself: title, kind, standing and dates.</summary>
internal static partial class DocumentFactsReader
{
    private const int TitleLength = 200;
    private const int HeadLines = 20;
    private const int TopLines = 3;
    private const int LongestTopLine = 100;

    public static DocumentFacts Read(Layout layout, string fileName)
    {
        var title = layout.Title?.Text;
        var kind = (title is null ? null : DocumentKinds.Named(title))
            ?? Labelled(layout.Lines)
            ?? layout.Head.Others.Select(line => DocumentKinds.Named(line.Text)).FirstOrDefault(named => named is not null)
            ?? AtTop(layout.Lines)
            ?? DocumentKinds.Named(Stem(fileName));
        var standing = StandingReader.Read(layout.Lines, title, kind, fileName);
        standing = standing == Standing.Released && ClaimOnlyText.Is(layout) ? Standing.ClaimOnly : standing;
        var control = layout.Structure.Control;
        var dates = new DocumentDates(layout.Structure, kind);
        var effective = control[ControlField.Effective].Day()?.First ?? dates.Effective(standing == Standing.Draft);
        var dated = standing == Standing.Draft ? null : dates.Dated();
        var own = effective ?? dated;
        return new(
            title is null ? null : Quotes.Shorten(title, TitleLength),
            kind,
            standing,
            effective,
            ReviewAfter(own, control) ?? dates.ReviewDue(own),
            control[ControlField.ValidUntil].Day()?.Last ?? dates.ValidUntil(own))
        {
            DatedOn = dated,
            Number = control[ControlField.Number]?.Text,
            Version = control[ControlField.Version]?.Text,
            Owner = control[ControlField.Owner]?.Text,
            ApprovedBy = control[ControlField.ApprovedBy]?.Text,
        };
    }

    // "Review date" may also be the day of the last review.
    private static DateOnly? ReviewAfter(DateOnly? effective, DocumentControl control) =>
        control[ControlField.NextReview].Day() is { } review && !(review.First <= effective) ? review.Last : null;

    private static WrittenDate? Day(this ControlValue? value) => value is null ? null : WrittenDate.ReadStart(value.Text);

    /// <summary>A file's name as words: without its ending, and with blanks where names have signs.</summary>
    public static string Stem(string fileName) =>
        (fileName.LastIndexOf('.') is > 0 and var dot ? fileName[..dot] : fileName).Replace('_', ' ').Replace('-', ' ').Replace('.', ' ');

    // "Niederschrift der Konferenz vom 24. September" is no title, but it says what the document is.
    private static string? AtTop(IReadOnlyList<TextLine> lines) => lines
        .Where(line => line.Kind != LineKind.Blank)
        .Take(TopLines)
        .Where(line => line.Length <= LongestTopLine && line.Kind != LineKind.Row)
        .Select(line => DocumentKinds.Named(line.Text.Split(": ")[0]))
        .FirstOrDefault(kind => kind is not null);

    private static string? Labelled(IReadOnlyList<TextLine> lines) => lines
        .Where(line => line.Kind != LineKind.Blank)
        .Take(HeadLines)
        .Select(line => KindLabel().Match(line.Text))
        .Where(match => match.Success)
        .Select(match => DocumentKinds.Named(match.Groups["kind"].Value))
        .FirstOrDefault(kind => kind is not null);

    [GeneratedRegex(@"^(document type|type of document|document class|category|dokumentart|dokumententyp|dokumenttyp|art des dokuments|type de document|nature du document|tipo de documento|tipo di documento|tipo documento|tipologia)\s*[:\t]\s*(?<kind>[^\t\n]{3,60})", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KindLabel();
}
