using System.Globalization;
using System.Text.RegularExpressions;
using Iasios.Core.Coverage;
using Iasios.Core.Tags;

namespace Iasios.Samples.Tests;

/// <summary>One value that differs from the expectation.</summary>
/// <param name="Subject">A code, or a document's path and the field.</param>
/// <param name="Expected">What the reader expects.</param>
/// <param name="Got">What the product gives.</param>
internal sealed record Disagreement(string Subject, string Expected, string Got);

/// <summary>Compares the product with the expectation, and reads the list of known differences.</summary>
internal static partial class Disagreements
{
    private const string None = "none";

    public static IEnumerable<Disagreement> OfCodes(IEnumerable<CodeCoverage> coverage) => coverage
        .Select(code => new Disagreement(code.Code.ToString(), SampleHospital.Expected.Codes[code.Code.ToString()].State, Camel(code.State)))
        .Where(code => code.Expected != code.Got);

    public static IReadOnlyList<Disagreement> OfFacts(IEnumerable<FiledSample> samples) =>
        [.. samples.SelectMany(Facts).Where(fact => fact.Expected != fact.Got)];

    public static IEnumerable<Disagreement> OfOutcomes(IEnumerable<FiledSample> samples) => samples
        .Select(sample => new Disagreement($"{sample.Path}: outcome", sample.Expected.Outcome, sample.Document.Outcome is { } outcome ? Camel(outcome) : None))
        .Where(outcome => outcome.Expected != outcome.Got);

    public static IEnumerable<Disagreement> OfProcessing(IEnumerable<FiledSample> samples) => samples
        .Select(sample => new Disagreement($"{sample.Path}: processing", sample.Expected.Processing, Camel(sample.Document.Processing)))
        .Where(processing => processing.Expected != processing.Got);

    /// <summary>Every value of every document that the expectation states, whether it agrees or not.</summary>
    public static IEnumerable<Disagreement> Facts(FiledSample sample)
    {
        var (expected, facts) = (sample.Expected, sample.Document.Facts);
        if (facts is null)
        {
            yield break;
        }

        if (expected.Currency is { } currency)
        {
            yield return new($"{sample.Path}: currency", currency, Name(facts.On(SampleHospital.Expected.AsOf)));
        }

        yield return new($"{sample.Path}: effectiveDate", Text(expected.EffectiveDate), Text(facts.EffectiveDate));
        yield return new($"{sample.Path}: reviewDue", Text(expected.ReviewDue), Text(facts.ReviewDue));
        yield return new($"{sample.Path}: validUntil", Text(expected.ValidUntil), Text(facts.ValidUntil));
    }

    /// <summary>The rows of the table in docs/sample-disagreements.md.</summary>
    public static IEnumerable<Disagreement> Known() => File
        .ReadLines(Path.Combine(AppContext.BaseDirectory, "sample-disagreements.md"))
        .Select(line => Row().Match(line))
        .Where(match => match.Success)
        .Select(match => new Disagreement(match.Groups["subject"].Value, match.Groups["expected"].Value, match.Groups["got"].Value));

    // The expectation calls a record without dates of its own current: both count.
    private static string Name(Currency currency) => currency switch
    {
        Currency.Undated => "current",
        Currency.ClaimOnly => "claim-only",
        _ => Camel(currency),
    };

    private static string Camel(Enum value) => JsonName(value.ToString());

    private static string JsonName(string name) => string.Concat(name[..1].ToLowerInvariant(), name.AsSpan(1));

    private static string Text(DateOnly? date) => date?.ToString("O", CultureInfo.InvariantCulture) ?? None;

    [GeneratedRegex(@"^\| `(?<subject>[^`]+)` \| (?<expected>[\w-]+) \| (?<got>[\w-]+) \| [^|]+ \|$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();
}
