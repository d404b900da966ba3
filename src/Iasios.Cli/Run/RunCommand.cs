using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;
using Azure;
using Iasios.Core.Facilities;
using Spectre.Console;

namespace Iasios.Cli.Run;

/// <summary>The command behind <c>./run</c>.</summary>
internal static class RunCommand
{
    private const string SampleFacility = "st-anna";

    public static Command Create()
    {
        var repository = new Option<DirectoryInfo>("--repository") { Description = "The folder of this project.", DefaultValueFactory = _ => new("."), Hidden = true };
        var data = new Option<DirectoryInfo?>("--data") { Description = "Where the data is kept between runs.", Hidden = true };
        var evidence = new Option<DirectoryInfo?>("--evidence") { Description = "A folder with your own files, instead of the samples." };
        var facility = new Option<string?>("--facility") { Description = "Your facility's short name, such as st-anna; needed with --evidence." };
        var once = new Option<bool>("--once") { Description = "Print the status and stop." };
        var json = new Option<bool>("--json") { Description = "Print the status as JSON on standard output; all else goes to standard error." };
        var fresh = new Option<bool>("--fresh") { Description = "Forget the data of earlier runs first." };
        var port = new Option<int>("--port") { Description = "The dashboard's port; a free one unless given.", CustomParser = Port };

        var command = new Command("run", "Runs the whole product on this machine, hands in a folder of evidence, and shows the status.")
        {
            repository, data, evidence, facility, once, json, fresh, port,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(evidence) is { } folder && !folder.Exists)
            {
                result.AddError("--evidence: there is no such folder.");
            }

            if (result.GetValue(evidence) is null != result.GetValue(facility) is null)
            {
                result.AddError("--evidence and --facility go together.");
            }
            else if (result.GetValue(facility) is { } id && !FacilityId.TryParse(id, out _))
            {
                result.AddError("--facility has 3 to 40 lower-case letters, digits and single hyphens, such as st-anna.");
            }
        });
        command.SetAction((arguments, cancellationToken) =>
        {
            var folder = arguments.GetRequiredValue(repository);
            _ = FacilityId.TryParse(arguments.GetValue(facility) ?? SampleFacility, out var id);
            return RunAsync(
                new(
                    folder,
                    arguments.GetValue(data) ?? new(Path.Combine(folder.FullName, ".iasios")),
                    arguments.GetValue(evidence) ?? new(Path.Combine(folder.FullName, "sample-evidence", SampleFacility)),
                    id!,
                    arguments.GetValue(once),
                    arguments.GetValue(json),
                    arguments.GetValue(fresh),
                    arguments.GetValue(port)),
                cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(RunSettings settings, CancellationToken cancellationToken)
    {
        var progress = Terminal.Errors();
        try
        {
            await new ProductRun(settings, progress, Terminal.Output()).RunAsync(cancellationToken);
            return 0;
        }
        catch (RunException exception)
        {
            progress.MarkupLineInterpolated($"[red]{exception.Message}[/]");
            return 1;
        }
        catch (Exception exception) when (exception is InvalidOperationException or TimeoutException or HttpRequestException or RequestFailedException or AggregateException or IOException or JsonException)
        {
            progress.MarkupLineInterpolated($"[red]{exception.Message}[/]");
            progress.WriteLine($"The log says more: {Path.Combine(settings.Data.FullName, "logs", "local-host.log")}");
            return 1;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            progress.WriteLine("Stopped. Everything handed in so far is kept.");
            return settings.Once ? 130 : 0;
        }
    }

    private static int Port(ArgumentResult argument)
    {
        if (argument.Tokens is [var token] && ushort.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port > 0)
        {
            return port;
        }

        argument.AddError("--port is 1 to 65535.");
        return 0;
    }

    // Into a file or pipe go words only, without colours and moving bars.
}
