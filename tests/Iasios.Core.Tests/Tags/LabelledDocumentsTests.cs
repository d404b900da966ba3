using System.Globalization;
using System.Text.Json;
using Xunit.Abstractions;

namespace Iasios.Core.Tests.Tags;

/// <summary>Currency and dates of the labelled documents, by language. The documents were written by people who had not seen the rules.</summary>
public sealed class LabelledDocumentsTests(ITestOutputHelper output)
{
    private const double Least = 0.93;
    private static readonly DateOnly AsOf = new(2026, 11, 22);
    internal static readonly string Training = Path.Combine(Root(), "tools", "training");

    [Fact]
    public void Currency_and_dates_are_as_careful_readers_labelled_them()
    {
        var results = Directory.EnumerateFiles(Path.Combine(Training, "labels"), "*.json").Order(StringComparer.Ordinal).SelectMany(Results).ToList();

        foreach (var language in results.GroupBy(result => result.Language, StringComparer.Ordinal).Append(results.GroupBy(_ => "all", StringComparer.Ordinal).Single()))
        {
            output.WriteLine($"{language.Key}: {language.Count()} documents, currency {language.Average(result => result.Currency):P1}, own date {language.Average(result => result.Date):P1}, review or end {language.Average(result => result.Review):P1}");
        }

        Assert.InRange(results.Average(result => result.Currency), Least, 1);
        Assert.InRange(results.Average(result => (result.Date + result.Review) / 2.0), Least, 1);
    }

    private static IEnumerable<(string Language, int Currency, int Date, int Review)> Results(string labels)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(labels));
        foreach (var label in json.RootElement.EnumerateArray().Where(label => label.GetProperty("currency").ValueKind != JsonValueKind.Null))
        {
            var file = label.GetProperty("file").GetString()!;
            var facts = Tagging.Facts(File.ReadAllText(Path.Combine(Training, "documents", file)), Path.GetFileName(file));
            var (own, review) = (label.GetProperty("effectiveDate").GetString(), label.GetProperty("reviewDue").GetString());
            yield return (
                Path.GetFileNameWithoutExtension(labels),
                Count(string.Equals(label.GetProperty("currency").GetString()!.Replace("-", "", StringComparison.Ordinal), $"{facts.On(AsOf)}", StringComparison.OrdinalIgnoreCase)),
                Count(IsSame(own, facts.Date)),
                Count(review is null ? (facts.ReviewDue ?? facts.ValidUntil) is null : IsSame(review, facts.ReviewDue) || IsSame(review, facts.ValidUntil)));
        }
    }

    private static int Count(bool isRight) => isRight ? 1 : 0;

    // A label may give the month alone.
    private static bool IsSame(string? label, DateOnly? date) =>
        label is null ? date is null : date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture).StartsWith(label, StringComparison.Ordinal) == true;

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!Directory.Exists(Path.Combine(folder, "tools", "training")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("tools/training");
        }

        return folder;
    }
}
