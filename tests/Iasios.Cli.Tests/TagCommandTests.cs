using System.Text.Json;

namespace Iasios.Cli.Tests;

/// <summary><c>iasios tag</c> and <c>iasios evaluate</c>: what documents are evidence for, and how often that is right.</summary>
public sealed class TagCommandTests : IDisposable
{
    private const string Policy = """
        Sedation policy for the interventional suite
        Version 3
        Effective date: 1 March 2026
        Next review: 1 March 2028

        Moderate sedation is given by trained staff. Oxygen saturation, blood pressure and capnography are monitored during sedation and
        written on the sedation record every five minutes. Midazolam and fentanyl are titrated; flumazenil and naloxone are at hand.
        An anaesthetist is called for deep sedation. The sedation level is scored until the patient is awake.
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("iasios-tag-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_tagged_file_is_one_json_line_with_its_proof()
    {
        Write("policy.txt", Policy);

        var run = await Cli.RunAsync("tag", folder.FullName, "--as-of", "2026-11-22", "--json");

        Assert.Equal(0, run.ExitCode);
        var line = Assert.Single(run.Lines);
        Assert.Equal("policy.txt", (string?)line["file"]);
        Assert.Equal("en", (string?)line["language"]);
        Assert.Equal("policy", (string?)line["kind"]);
        Assert.Equal("current", (string?)line["currency"]);
        Assert.Equal("2026-03-01", (string?)line["effectiveDate"]);
        Assert.Equal("2028-03-01", (string?)line["reviewDue"]);
        Assert.False((bool)line["quarantine"]!);
        Assert.Empty(line["quarantineReasons"]!.AsArray());
        var tag = line["tags"]!.AsArray().First(tag => (string?)tag!["code"] == "8c")!.AsObject();
        Assert.Equal(["code", "topic", "band", "confidence", "page", "quote", "cues"], tag.Select(property => property.Key));
        Assert.Contains((string)tag["quote"]!, Policy, StringComparison.Ordinal);
        Assert.NotEmpty(tag["cues"]!.AsArray());
    }

    [Fact]
    public async Task A_file_with_patient_data_is_quarantined_with_its_reason_and_without_tags()
    {
        Write("policy.txt", $"{Policy}\nPatient name: Edna Whitlock\nDate of birth: 12/03/1951\n");

        var run = await Cli.RunAsync("tag", folder.FullName, "--json");

        var line = Assert.Single(run.Lines);
        Assert.True((bool)line["quarantine"]!);
        Assert.Contains("a birth date on page 1", (string?)Assert.Single(line["quarantineReasons"]!.AsArray()), StringComparison.Ordinal);
        Assert.Empty(line["tags"]!.AsArray());
    }

    [Fact]
    public async Task The_day_decides_whether_a_document_is_overdue()
    {
        Write("policy.txt", Policy);

        var run = await Cli.RunAsync("tag", Path.Combine(folder.FullName, "policy.txt"), "--as-of", "2028-03-02", "--json");

        Assert.Equal("overdue", (string?)Assert.Single(run.Lines)["currency"]);
    }

    [Fact]
    public async Task A_folder_named_for_a_code_is_a_hint_only_when_asked_for()
    {
        Write("9a/menu.txt", "Monday: soup, roast, cake. Tuesday: salad, pasta, ice cream. The kitchen closes at two and opens again at five.");

        var without = await Cli.RunAsync("tag", folder.FullName, "--json");
        var with = await Cli.RunAsync("tag", folder.FullName, "--json", "--hints");

        Assert.Empty(Assert.Single(without.Lines)["tags"]!.AsArray());
        Assert.Equal("9a", (string?)Assert.Single(Assert.Single(with.Lines)["tags"]!.AsArray())!["code"]);
    }

    [Fact]
    public async Task An_evaluation_counts_right_wrong_missing_and_tolerated_tags()
    {
        Write("policy.txt", Policy);
        Write("menu.txt", "Monday: soup, roast, cake. Tuesday: salad, pasta, ice cream. The kitchen closes at two and opens again at five.");
        Write("labels.json", JsonSerializer.Serialize(new[]
        {
            new
            {
                file = "policy.txt",
                labels = new[] { new { code = "8c", strength = "primary", quote = "written on the sedation record every five minutes" }, new { code = "13a", strength = "secondary", quote = "deep sedation" } },
                tolerated = new[] { "1c", "8d", "8e", "5d" },
                currency = "current",
                effectiveDate = "2026-03",
                reviewDue = "2028-03-01",
                quarantine = false,
            },
            new
            {
                file = "menu.txt",
                labels = Array.Empty<object>().Select(_ => new { code = "", strength = "", quote = "" }).ToArray(),
                tolerated = Array.Empty<string>(),
                currency = "undated",
                effectiveDate = (string?)null!,
                reviewDue = (string?)null!,
                quarantine = false,
            },
        }));

        var run = await Cli.RunAsync("evaluate", folder.FullName, "--as-of", "2026-11-22", "--json");

        Assert.Equal(0, run.ExitCode);
        var figures = Assert.Single(run.Lines);
        Assert.Equal(2, (int)figures["documents"]!);
        Assert.Equal(0.5, (double)figures["acceptedAndReview"]!["recall"]!);
        Assert.Equal(0, (double)figures["negativesFalselyAccepted"]!["share"]!);
        Assert.Equal(1, (double)figures["currency"]!["share"]!);
        Assert.Equal(1, (double)figures["effectiveDate"]!["share"]!);
        Assert.Equal(1, (double)figures["reviewDue"]!["share"]!);
        Assert.Contains(figures["codes"]!.AsArray(), row => (string?)row!["name"] == "13a" && (int)row["all"]!["missing"]! == 1);

        var table = await Cli.RunAsync("evaluate", folder.FullName, "--as-of", "2026-11-22");
        Assert.Contains("accepted tags that are right", table.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Labels_of_a_file_that_is_not_there_are_a_failure_that_names_it()
    {
        Write("labels.json", """[{"file":"gone.txt","labels":[],"tolerated":[],"currency":null,"effectiveDate":null,"reviewDue":null,"quarantine":false}]""");

        var run = await Cli.RunAsync("evaluate", folder.FullName);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("gone.txt", run.Errors, StringComparison.Ordinal);
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
