using Azure.Identity;
using Iasios.Extraction.Ocr.DocumentIntelligence;
using Microsoft.Extensions.Options;

namespace Iasios.Functions.Evidence;

/// <summary>Registers what recognises scans.</summary>
internal static class Recognition
{
    /// <summary>Registers Document Intelligence, which scans leave this machine for: only where an endpoint is set.</summary>
    public static void AddDocumentIntelligence(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DocumentIntelligenceOptions>().BindConfiguration(DocumentIntelligenceOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DocumentIntelligenceOptions>, DocumentIntelligenceOptionsValidator>();
        if (string.IsNullOrWhiteSpace(configuration.GetSection(DocumentIntelligenceOptions.Section)[nameof(DocumentIntelligenceOptions.Endpoint)]))
        {
            return;
        }

        services.AddSingleton<RecognitionBudget>();
        services.AddSingleton(provider => new DocumentIntelligenceEngine(
            provider.GetRequiredService<IOptions<DocumentIntelligenceOptions>>().Value,
            new DefaultAzureCredential(),
            provider.GetRequiredService<RecognitionBudget>().TakeAsync,
            new DocumentIntelligenceClientOptions(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<DocumentIntelligenceEngine>>()));
    }
}

/// <summary>Checks <see cref="DocumentIntelligenceOptions"/> at start.</summary>
[OptionsValidator]
internal sealed partial class DocumentIntelligenceOptionsValidator : IValidateOptions<DocumentIntelligenceOptions>;
