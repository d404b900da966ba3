using System.Globalization;
using System.Net;
using Iasios.Core.Guard;
using Iasios.Core.Ledger;
using Iasios.Core.Standards;
using Iasios.Core.Tags;
using Iasios.Extraction;
using Iasios.Extraction.Native;
using Iasios.Functions.Access;
using Iasios.Functions.Coverage;
using Iasios.Functions.Dashboard;
using Iasios.Functions.Documents;
using Iasios.Functions.Evidence;
using Iasios.Functions.Facilities;
using Iasios.Functions.Health;
using Iasios.Functions.Host;
using Iasios.Functions.Ledger;
using Iasios.Functions.Quarantine;
using Iasios.Functions.Reminders;
using Iasios.Functions.Storage;
using Iasios.Functions.Text;
using Iasios.Storage;
using Microsoft.Extensions.Options;

namespace Iasios.Functions;

/// <summary>Puts the app together.</summary>
public static class IasiosApp
{
    private const string PortVariable = "FUNCTIONS_CUSTOMHANDLER_PORT";
    private const string Connection = "EvidenceStorage";

    /// <summary>Binds to the port that the Functions host dials, and to nothing else: the app inherits the host's own ASPNETCORE_URLS.</summary>
    /// <returns>False when no host started the program.</returns>
    public static bool ListenWhereTheHostLooks(this WebApplicationBuilder builder)
    {
        if (!int.TryParse(Environment.GetEnvironmentVariable(PortVariable), NumberStyles.None, CultureInfo.InvariantCulture, out var port))
        {
            return false;
        }

        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        return true;
    }

    /// <summary>Registers everything.</summary>
    public static void AddIasios(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.Logging.ClearProviders().AddJsonConsole(console => console.JsonWriterOptions = new() { Indented = false });
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Azure", LogLevel.Warning);

        services.AddValidated<InvocationOptions, InvocationOptionsValidator>(InvocationOptions.Section);
        services.AddValidated<EvidenceOptions, EvidenceOptionsValidator>(EvidenceOptions.Section);
        services.AddValidated<ReadingLimits, ReadingLimitsValidator>(ReadingLimits.Section);
        services.AddOptions<ReminderOptions>().BindConfiguration(ReminderOptions.Section);

        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => StorageAccount.FromConfiguration(builder.Configuration, Connection));
        services.AddSingleton<EvidenceStore>();
        services.AddSingleton<FacilityDirectory>();
        services.AddSingleton<EvidenceContainer>();
        services.AddSingleton<NativeTools>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<ReadingLimits>>().Value);
        services.AddDocumentIntelligence(builder.Configuration);
        services.AddSingleton<DocumentReader>();
        services.AddSingleton<DocumentReading>();
        services.AddSingleton<TextStore>();
        services.AddSingleton<RecognisedPagesStore>();
        services.AddSingleton(Catalogue.Working);
        services.AddSingleton(RuleCards.Embedded);
        services.AddSingleton<DocumentTagger>();
        services.AddSingleton(new EngineVersions(DocumentReader.Version, $"{DocumentTagger.Version}-guard{PatientDataGuard.Version}", Catalogue.Working.Version));
        services.AddSingleton<EvidenceLedger>();
        services.AddSingleton<ReadingProgressRows>();
        services.AddSingleton<EvidenceRequests>();
        services.AddSingleton<CoverageReducer>();
        services.AddSingleton<DocumentGuard>();
        services.AddSingleton<EvidenceProcessor>();
        services.AddSingleton<OriginalFiles>();
        services.AddSingleton<DocumentPurge>();
        services.AddSingleton<QuarantineDesk>();
        services.AddSingleton<LeftOvers>();
        services.AddSingleton<EvidenceReconciler>();
        services.AddSingleton<ReminderOutbox>();
        services.AddSingleton<DocumentLibrary>();
        services.AddSingleton<ReadinessCheck>();
        services.AddSingleton<TaggedDocuments>();

        // Before the framework's own writer, which would answer people with JSON: the first that can write does.
        services.AddSingleton<IProblemDetailsWriter, ErrorPages>();
        services.AddProblemDetails();
        services.ConfigureHttpJsonOptions(json => AppJson.Configure(json.SerializerOptions));
        services.AddFacilityAccess();
        services.AddRazorComponents();
    }

    /// <summary>The way of a request through the app.</summary>
    public static void UseIasios(this WebApplication app)
    {
        app.UseMiddleware<DashboardHeaders>();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseRouting();

        // Beside /api there is only what the host calls by name: a name that is no function is not a matter of access.
        app.UseWhen(
            context => context.GetEndpoint() is null && !context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal),
            unknown => unknown.Run(context => Problems.WriteAsync(context, StatusCodes.Status404NotFound, "There is nothing at this address.")));
        app.UseMiddleware<AccessLink>();
        app.UseAuthentication();
        app.UseMiddleware<BadFacilityId>();
        app.UseAuthorization();

        // Nothing works without these: better to stop at the start, with the setting's name, than with the first document.
        _ = app.Services.GetRequiredService<StorageAccount>();
        _ = app.Services.GetRequiredService<DocumentTagger>();
        ScratchFolder.Sweep();
    }

    private static void AddValidated<TOptions, TValidator>(this IServiceCollection services, string section)
        where TOptions : class
        where TValidator : class, IValidateOptions<TOptions>
    {
        services.AddOptions<TOptions>().BindConfiguration(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TOptions>, TValidator>();
    }
}
