using System.Globalization;
using Iasios.Storage;
using Iasios.Storage.Azurite;
using Spectre.Console;

namespace Iasios.Cli.Run;

/// <summary>One run from start to stop: storage, local host and app up, files in, status out, all down again.</summary>
internal sealed class ProductRun(RunSettings settings, IAnsiConsole progress, IAnsiConsole output)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var data = DataFolder.Open(settings);
        progress.WriteLine("Starting storage, local host and app ...");
        await using var azurite = await AzuriteProcess.StartAsync(new(data.Azurite), cancellationToken);
        var account = StorageAccount.FromConnectionString(azurite.ConnectionString);
        var token = await FacilitySetup.EnsureAsync(account, settings.Facility, data, cancellationToken);

        await using var host = new LocalHostSupervisor(settings, data, azurite.ConnectionString, progress);
        var address = await host.StartAsync(cancellationToken);
        using var app = new AppClient(address, settings.Facility, token);

        var uploaded = await EvidenceUpload.RunAsync(account, settings, progress, cancellationToken);
        await app.RunAsync("ReconcileEvidence", cancellationToken);
        var open = await new IngestionProgress(app, account.Blobs.GetBlobContainerClient("evidence"), settings.Facility, progress).WaitAsync(uploaded, cancellationToken);
        if (open > 0 && settings.Once)
        {
            throw new RunException(IngestionProgress.Behind(open));
        }

        await app.RunAsync("SendReminders", cancellationToken);
        var status = await app.StatusAsync(cancellationToken);
        if (settings.Json)
        {
            Console.Out.WriteLine(AppClient.Indent(status));
        }
        else
        {
            StatusTable.Write(output, status);
        }

        if (await app.UnassignedAsync(cancellationToken) is > 0 and var unassigned)
        {
            progress.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{unassigned} files lie in a folder that is no known facility's. They wait until it exists."));
        }

        if (open > 0)
        {
            progress.WriteLine(IngestionProgress.Behind(open));
        }

        if (!settings.Once)
        {
            ShowWhereThingsAre(data, address, token);
            await host.WaitAsync(cancellationToken);
        }
    }

    private void ShowWhereThingsAre(DataFolder data, Uri address, string token)
    {
        var link = new Uri(address, $"api/dashboard/{settings.Facility}?access={token}");

        // Straight to the terminal: a link that is broken to fit the width can't be followed.
        progress.Profile.Out.Writer.WriteLine($"""

            Dashboard:    {link}
            More files:   container evidence, folder {settings.Facility}/ (connection string in {data.ConnectionString})
            Reminders:    {data.Outbox}
            Log:          {data.Log}
            Ctrl-C stops. The data is kept for the next run.
            """);
    }
}
