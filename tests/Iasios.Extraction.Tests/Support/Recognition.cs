using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Core.Pipeline;
using Iasios.Core.Text;
using Iasios.Extraction.Ocr;
using Iasios.Extraction.Ocr.DocumentIntelligence;
using Iasios.TestSupport.DocumentIntelligence;

namespace Iasios.Extraction.Tests.Support;

/// <summary>A scan on its way through Document Intelligence, with a budget that is large unless a test says otherwise.</summary>
internal sealed class Recognition(FakeDocumentIntelligence service) : IDisposable
{
    private readonly string path = Path.GetTempFileName();
    public DocumentIntelligenceOptions Options { get; init; } = new() { Endpoint = service.Endpoint.AbsoluteUri, Key = FakeDocumentIntelligence.Key };

    public int Budget { get; set; } = 10_000;

    public int PagesBefore { get; init; }

    public bool IsPdf { get; init; } = true;

    public IReadOnlyList<DocumentLanguage> Languages { get; init; } = [DocumentLanguage.En, DocumentLanguage.De];

    public byte[] Content { get; init; } = [0x25, 0x50, 0x44, 0x46, 0x00, 0xFF];

    public CancellationToken Pause { get; init; }

    public List<string> Told { get; } = [];

    public OcrRequest Request(IEnumerable<int> pages) => new(WriteFile(), [.. pages], Languages) { Pause = Pause, Tell = Told.Add };

    public ImpatientClock Clock { get; } = new();

    public ListLogger<DocumentIntelligenceEngine> Log { get; } = new();

    public DocumentIntelligenceEngine Engine
    {
        get
        {
            // Who waits by the clock is tested by the clock; tries again are not worth the wait.
            var transport = new DocumentIntelligenceClientOptions { Transport = new HttpClientTransport(Trusting()) };
            transport.Retry.Delay = transport.Retry.MaxDelay = TimeSpan.FromMilliseconds(1);
            return new(Options, new FixedToken(), TakeAsync, transport, Clock, Log);
        }
    }

    public async Task<List<PageText>> OfAsync(IEnumerable<int> pages, CancellationToken cancellationToken = default) =>
        await ((IOcrEngine)Engine).RecogniseAsync(Request(pages), cancellationToken).ToListAsync(cancellationToken);

    public void Dispose() => File.Delete(path);

    private ScannedFile WriteFile()
    {
        File.WriteAllBytes(path, Content);
        return new(path, IsPdf) { PagesBefore = PagesBefore };
    }

    private Task<int> TakeAsync(int pages, CancellationToken cancellationToken)
    {
        var granted = Math.Min(pages, Budget);
        Budget -= granted;
        return Task.FromResult(granted);
    }

    private SocketsHttpHandler Trusting()
    {
        var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        if (service.Certificate is { } certificate)
        {
            trust.CustomTrustStore.Add(certificate);
        }

        return new() { AllowAutoRedirect = false, SslOptions = new() { CertificateChainPolicy = trust } };
    }

    private sealed class FixedToken : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            requestContext.Scopes is ["https://cognitiveservices.azure.com/.default"]
                ? new(FakeDocumentIntelligence.Token, DateTimeOffset.MaxValue)
                : throw new InvalidOperationException("A token for another service was asked for.");

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
