using Iasios.TestSupport;

namespace Iasios.Cli.Tests;

/// <summary><c>iasios read</c>: the text that the product reads from files.</summary>
public sealed class ReadCommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("iasios-read-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_folder_gives_one_json_object_a_line_in_the_order_of_the_names()
    {
        Write("b/second.txt", "The second text.");
        Write("a first.md", "Überwachung nach der Sedierung");
        Write("c.pdf", "no PDF at all\0");
        Write("Thumbs.db", "left behind by a tool");

        var run = await Cli.RunAsync("read", folder.FullName, "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["a first.md", "b/second.txt", "c.pdf"], run.Lines.Select(line => (string?)line["file"]));
        Assert.Equal(
            ["file", "outcome", "reason", "language", "pages", "milliseconds"],
            run.Lines[0].Select(property => property.Key));
        Assert.Equal("read", (string?)run.Lines[0]["outcome"]);
        Assert.Null(run.Lines[0]["reason"]);
        var page = Assert.Single(run.Lines[0]["pages"]!.AsArray())!.AsObject();
        Assert.Equal(["number", "text", "source", "confidence"], page.Select(property => property.Key));
        Assert.Equal("Überwachung nach der Sedierung", (string?)page["text"]);
        Assert.Equal("text", (string?)page["source"]);
        Assert.Equal("unsupported", (string?)run.Lines[2]["outcome"]);
        Assert.NotEmpty((string)run.Lines[2]["reason"]!);
    }

    [Fact]
    public async Task One_file_is_called_by_its_name()
    {
        Write("policy.txt", "A policy.");

        var run = await Cli.RunAsync("read", Path.Combine(folder.FullName, "policy.txt"), "--json");

        Assert.Equal("policy.txt", (string?)Assert.Single(run.Lines)["file"]);
    }

    [Fact]
    public async Task People_get_a_table_and_the_count_of_each_outcome()
    {
        Write("policy.txt", "A policy.");
        Write("empty.txt", "");

        var run = await Cli.RunAsync("read", folder.FullName);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("policy.txt", run.Output, StringComparison.Ordinal);
        Assert.Contains("The file is empty.", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 read, 1 unreadable", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_leads_nowhere_or_round_does_not_stop_it()
    {
        Write("policy.txt", "A policy.");
        Directory.CreateSymbolicLink(Path.Combine(folder.FullName, "round"), folder.FullName);
        File.CreateSymbolicLink(Path.Combine(folder.FullName, "nowhere.txt"), "/nowhere/at/all");

        var run = await Cli.RunAsync("read", folder.FullName, "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("policy.txt", (string?)Assert.Single(run.Lines)["file"]);
    }

    [Fact]
    public async Task Nothing_at_the_path_is_a_failure_of_the_command()
    {
        var run = await Cli.RunAsync("read", "/nowhere/at/all", "--json");

        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains("There is no file or folder", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_sample_ends_with_text_or_a_reason()
    {
        var run = await Cli.RunAsync("read", Repository.Samples, "--json");

        Assert.Equal(Directory.GetFiles(Repository.Samples, "*", SearchOption.AllDirectories).Length, run.Lines.Count);
        Assert.All(run.Lines, line => Assert.True((string?)line["outcome"] == "read" || ((string?)line["reason"])?.Length > 0, (string?)line["file"]));
        Assert.All(run.Lines.Where(line => (string?)line["outcome"] is "read" or "partial"), line => Assert.NotEmpty(line["pages"]!.AsArray()));
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
