using Azure.Core;

namespace Iasios.Extraction.Ocr.DocumentIntelligence;

/// <summary>How requests to the service are sent.</summary>
public sealed class DocumentIntelligenceClientOptions : ClientOptions
{
    /// <summary>
    /// Sets five more tries, from 1 second up to 20 seconds apart, or as far apart as the service asks. A try may take 100
    /// seconds: it uploads a whole file.
    /// </summary>
    public DocumentIntelligenceClientOptions()
    {
        Retry.MaxRetries = 5;
        Retry.Delay = TimeSpan.FromSeconds(1);
        Retry.MaxDelay = TimeSpan.FromSeconds(20);
        Retry.NetworkTimeout = TimeSpan.FromSeconds(100);
    }
}
