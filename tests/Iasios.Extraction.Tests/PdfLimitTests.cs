using System.Runtime.Versioning;
using Iasios.Core.Text;
using Iasios.Extraction.Native;
using Iasios.Extraction.Tests.Support;

namespace Iasios.Extraction.Tests;

public sealed class PdfLimitTests
{
    private const string Text = "The infusion pumps are checked twice a year.";
    private static readonly byte[] Bomb = PdfFile.Of(PdfFile.Bomb(mebibytes: 512));

    [Fact]
    public async Task One_page_that_never_ends_costs_only_itself()
    {
        var file = PdfFile.Of(PdfFile.Page(Text), PdfFile.Bomb(mebibytes: 512), PdfFile.Page(Text));

        var reading = await EvidenceFile.ReadAsync(file, new() { ToolCpuSeconds = 1 });

        Assert.Equal((ReadingOutcome.Partial, 3), (reading.Outcome, reading.PageCount));
        Assert.Equal("1 of 3 pages could not be read in the time or memory that one file may take.", reading.Reason);
        Assert.Equal([new(1, Text), new(3, Text)], reading.Pages);
    }

    [Fact]
    public async Task A_file_that_takes_all_its_processor_time_is_too_large() =>
        Assert.Equal(ReadingOutcome.TooLarge, (await EvidenceFile.ReadAsync(Bomb, new() { ToolCpuSeconds = 1 })).Outcome);

    [Fact]
    public async Task A_file_that_takes_all_its_time_by_the_clock_is_too_large() =>
        Assert.Equal(ReadingOutcome.TooLarge, (await EvidenceFile.ReadAsync(Bomb, new() { ToolWallSeconds = 1 })).Outcome);

    [Fact]
    public async Task Pages_written_before_the_output_limit_are_kept()
    {
        var pages = Enumerable.Repeat(PdfFile.Page(Text), 400).ToArray();

        var reading = await EvidenceFile.ReadAsync(PdfFile.Of(pages), new() { ToolOutputBytes = 9_000 });

        Assert.Equal((ReadingOutcome.Partial, 400), (reading.Outcome, reading.PageCount));
        Assert.InRange(reading.Pages.Count, 150, 200);
        Assert.All(reading.Pages, page => Assert.Equal(Text, page.Text));
    }

    [Fact]
    public async Task Cancelling_leaves_no_child_and_no_file_behind()
    {
        using var document = new EvidenceFile(Bomb);
        using var cancel = new CancellationTokenSource();
        var reading = new DocumentReader(new(), new NativeTools()).ReadAsync(document.Path, cancel.Token);
        await Children.WaitForAsync(document, 1);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.Equal(0, Children.On(document));
        Assert.Equal([document.Path], Directory.GetFileSystemEntries(document.Folder));
    }

    [Fact]
    public async Task No_more_children_run_than_the_machine_has_cores_and_waiting_can_be_cancelled()
    {
        using var document = new EvidenceFile(Bomb);
        using var cancel = new CancellationTokenSource();
        var reader = new DocumentReader(new(), new NativeTools());
        var readings = Enumerable.Range(0, Environment.ProcessorCount + 2).Select(_ => reader.ReadAsync(document.Path, cancel.Token)).ToList();
        await Children.WaitForAsync(document, Environment.ProcessorCount);

        var most = 0;
        for (var look = 0; look < 20; look++)
        {
            most = Math.Max(most, Children.On(document));
            await Task.Delay(20);
        }

        await cancel.CancelAsync();
        foreach (var reading in readings)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        }

        Assert.Equal(Environment.ProcessorCount, most);
    }

    [Fact]
    public async Task A_missing_program_is_a_fault_and_not_an_outcome()
    {
        using var document = new EvidenceFile(PdfFile.Of(PdfFile.Page(Text)));
        var tools = new NativeTools(searchPath: document.Folder);

        Assert.Equal(["prlimit", "pdftotext", "pdfinfo", "pdfimages", "pdftoppm", "tesseract"], tools.Missing());
        await Assert.ThrowsAsync<InvalidOperationException>(() => new DocumentReader(new(), tools).ReadAsync(document.Path, CancellationToken.None));
    }

    [Fact]
    [SupportedOSPlatform("linux")]
    public async Task A_child_runs_under_the_limits_and_sees_nothing_of_our_environment()
    {
        Environment.SetEnvironmentVariable("IASIOS_TEST_SECRET", "secret");
        using var document = new EvidenceFile(PdfFile.Of(PdfFile.Page(Text)));
        File.CreateSymbolicLink(Path.Combine(document.Folder, "prlimit"), "/usr/bin/prlimit");
        var program = Path.Combine(document.Folder, "pdftotext");
        await File.WriteAllTextAsync(program, "#!/bin/sh\nfor limit in v t n c f; do ulimit -$limit; done; /usr/bin/env; printf '%0100d\\f' 0");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var reading = await new DocumentReader(new(), new NativeTools(searchPath: document.Folder)).ReadAsync(document.Path, CancellationToken.None);

        var lines = Assert.Single(reading.Pages).Text.Split('\n');
        Assert.Equal(["1048576", "20", "64", "0", "65536"], lines[..5]);
        var environment = lines[5..^1].Select(line => line.Split('=', 2)).ToDictionary(line => line[0], line => line[1]);
        Assert.Equal(["LC_ALL", "OMP_THREAD_LIMIT", "PATH", "PWD", "TMPDIR"], environment.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(environment["PWD"], environment["TMPDIR"]);
        Assert.False(Directory.Exists(environment["TMPDIR"]));
    }

    [Fact]
    public async Task A_program_that_cannot_be_run_is_a_fault_and_not_an_outcome()
    {
        using var document = new EvidenceFile(PdfFile.Of(PdfFile.Page(Text)));
        File.CreateSymbolicLink(Path.Combine(document.Folder, "prlimit"), "/usr/bin/prlimit");
        await File.WriteAllTextAsync(Path.Combine(document.Folder, "pdftotext"), "not a program");
        var reader = new DocumentReader(new(), new NativeTools(searchPath: document.Folder));

        await Assert.ThrowsAsync<InvalidOperationException>(() => reader.ReadAsync(document.Path, CancellationToken.None));
    }

    [Fact]
    public void Nothing_is_missing_on_a_machine_that_is_set_up() => Assert.Empty(new NativeTools().Missing());
}
