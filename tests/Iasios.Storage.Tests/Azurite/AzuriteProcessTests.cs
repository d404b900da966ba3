using System.Diagnostics;
using Iasios.Storage.Azurite;

namespace Iasios.Storage.Tests.Azurite;

public sealed class AzuriteProcessTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("iasios-azurite-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task What_was_written_just_before_a_stop_is_there_after_the_next_start()
    {
        int processId;
        await using (var first = await AzuriteProcess.StartAsync(new(folder)))
        {
            processId = first.ProcessId;
            var container = StorageAccount.FromConnectionString(first.ConnectionString).Blobs.GetBlobContainerClient("evidence");
            await container.CreateAsync();
            await container.UploadBlobAsync("record.txt", BinaryData.FromString("checked"));
        }

        Assert.False(Directory.Exists($"/proc/{processId}"));
        await using var second = await AzuriteProcess.StartAsync(new(folder));
        var kept = StorageAccount.FromConnectionString(second.ConnectionString).Blobs.GetBlobContainerClient("evidence");
        Assert.Equal("checked", (await kept.GetBlobClient("record.txt").DownloadContentAsync()).Value.Content.ToString());
    }

    [Fact]
    public async Task A_folder_that_another_Azurite_uses_is_refused()
    {
        await using var first = await AzuriteProcess.StartAsync(new(folder));

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => AzuriteProcess.StartAsync(new(folder)));

        Assert.Contains($"uses the folder {folder}", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_ends_with_the_program_that_started_it_however_that_ends()
    {
        using var parent = Process.Start(new ProcessStartInfo("dotnet", [typeof(ParentProgram).Assembly.Location, folder])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        Assert.Equal(ParentProgram.Ready, await parent.StandardOutput.ReadLineAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => AzuriteProcess.StartAsync(new(folder)));

        parent.Kill();
        await parent.WaitForExitAsync();

        // It holds the folder until its end.
        await using var next = await AzuriteProcess.StartAsync(new(folder));
    }

    [Fact]
    public async Task It_outlives_the_thread_that_asked_for_it()
    {
        AzuriteProcess? azurite = null;
        var asker = new Thread(() => azurite = AzuriteProcess.StartAsync(new()).GetAwaiter().GetResult());
        asker.Start();
        asker.Join();

        // A signal would have ended it by then.
        await Task.Delay(TimeSpan.FromSeconds(1));
        await StorageAccount.FromConnectionString(azurite!.ConnectionString).Blobs.GetPropertiesAsync();
        await azurite.DisposeAsync();
    }

    [Fact]
    public async Task Interrupting_this_program_at_the_terminal_does_not_reach_it()
    {
        await using var azurite = await AzuriteProcess.StartAsync(new());

        // After the name in brackets: state, parent, group, session. Ctrl+C goes to the terminal's session.
        var stat = await File.ReadAllTextAsync($"/proc/{azurite.ProcessId}/stat");
        var session = stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[3];
        Assert.Equal($"{azurite.ProcessId}", session);
    }

    [Fact]
    public async Task A_taken_port_is_named_as_the_reason()
    {
        await using var first = await AzuriteProcess.StartAsync(new());
        var taken = StorageAccount.FromConnectionString(first.ConnectionString).Queues.Uri.Port;

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(
            () => AzuriteProcess.StartAsync(new(QueuePort: taken)));

        Assert.Contains("EADDRINUSE", fault.Message, StringComparison.Ordinal);
        Assert.Contains($"127.0.0.1:{taken}", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disposing_of_it_twice_does_no_harm()
    {
        var azurite = await AzuriteProcess.StartAsync(new());

        await azurite.DisposeAsync();
        await azurite.DisposeAsync();

        Assert.False(Directory.Exists($"/proc/{azurite.ProcessId}"));
    }
}
