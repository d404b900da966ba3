using System.Runtime.CompilerServices;
using Azure.Core;
using Iasios.Core.Text;
using Microsoft.Extensions.Logging;

namespace Iasios.Extraction.Ocr.DocumentIntelligence;

/// <summary>
/// Reads scans with the model prebuilt-read of Azure AI Document Intelligence. The whole file leaves this machine. Pages over
/// the budget are not taken; pages that the service does not read are given out as not recognised. Throttling and passing
/// faults are waited out; faults that stay are thrown.
/// </summary>
public sealed partial class DocumentIntelligenceEngine : IOcrEngine
{
    // A result is kept as soon as its request is done, so few pages a request lose little when the process is killed; but each
    // request uploads the whole file. So ten, and of larger files one more for each half MiB: 25 bound the size of an answer.
    private const int FewestPagesPerRequest = 10;
    private const int MostPagesPerRequest = 25;
    private const int BytesPerPage = 512 * 1024;

    private readonly DocumentIntelligenceOptions options;
    private readonly Func<int, CancellationToken, Task<int>> takePages;
    private readonly ILogger<DocumentIntelligenceEngine> logger;
    private readonly DocumentIntelligenceClient client;

    /// <summary>Makes an engine for the resource that the options name.</summary>
    /// <param name="options">Valid options with an endpoint.</param>
    /// <param name="credential">The identity that is used when the options have no key.</param>
    /// <param name="takePages">
    /// Takes a number of pages from the month's budget and gives how many of them are granted. Pages are taken before they
    /// are sent and not given back when that fails.
    /// </param>
    /// <param name="transport">How requests are sent.</param>
    /// <param name="clock">Tells the time and waits between two questions after a result.</param>
    /// <param name="logger">Told of what is not read; never of what is.</param>
    public DocumentIntelligenceEngine(
        DocumentIntelligenceOptions options,
        TokenCredential credential,
        Func<int, CancellationToken, Task<int>> takePages,
        DocumentIntelligenceClientOptions transport,
        TimeProvider clock,
        ILogger<DocumentIntelligenceEngine> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(transport);
        this.options = options;
        this.takePages = takePages;
        this.logger = logger;
        client = new(options, credential, transport, clock);
    }

    /// <summary>Tries whether the service answers with these settings.</summary>
    /// <returns>What is wrong, naming the setting; null when nothing is.</returns>
    /// <exception cref="AggregateException">The service could not be reached.</exception>
    public async Task<string?> FindProblemAsync(CancellationToken cancellationToken) => (await client.ProbeAsync(cancellationToken), options.Key) switch
    {
        // Throttled is there.
        (200 or 429, _) => null,
        (401 or 403, not null) => "It refuses the key in Reading__DocumentIntelligence__Key.",
        (401 or 403, null) => "It refuses the app's identity, which needs the role Cognitive Services User.",
        (404, _) => "There is no Document Intelligence at Reading__DocumentIntelligence__Endpoint.",
        var (status, _) => FormattableString.Invariant($"It answers {status}."),
    };

    async IAsyncEnumerable<PageText> IOcrEngine.RecogniseAsync(OcrRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var file = request.File;
        var wanted = request.Pages.Take(Math.Max(0, options.MaxPagesPerDocument - file.PagesBefore)).ToList();
        if (wanted.Count < request.Pages.Count)
        {
            request.Tell(FormattableString.Invariant($"Text recognition takes at most {options.MaxPagesPerDocument} pages of a document."));
        }

        var locale = LocaleOf(request.Languages);
        var next = 0;
        while (next < wanted.Count && !request.Pause.IsCancellationRequested)
        {
            var count = Math.Min(PagesPerRequest(file), wanted.Count - next);
            var granted = await takePages(count, cancellationToken);
            if (granted == 0)
            {
                TellBudgetUsedUp(request, wanted.Count - next);
                yield break;
            }

            var asked = wanted.GetRange(next, granted);
            var analysis = await client.AnalyseAsync(file, asked, locale, cancellationToken);
            if (analysis.Refusal is { ConcernsWholeFile: true } refusal)
            {
                Refused(refusal.Code, wanted.Count - next);
                foreach (var page in wanted.Skip(next))
                {
                    yield return Unread(page);
                }

                yield break;
            }

            foreach (var page in analysis.Refusal is { } fault
                ? await AskOneByOneAsync(request, asked, fault, locale, cancellationToken)
                : Match(asked, analysis))
            {
                yield return page;
            }

            next += granted;
        }
    }

    // One page of a request can fail them all: asked alone, it costs only itself. Each is taken from the budget again.
    private async Task<IReadOnlyList<PageText>> AskOneByOneAsync(
        OcrRequest request, List<int> pages, AnalysisRefusal fault, string? locale, CancellationToken cancellationToken)
    {
        Refused(fault.Code, pages.Count);
        if (pages is [var only])
        {
            return [Unread(only)];
        }

        var answered = new List<PageText>();
        foreach (var page in pages)
        {
            if (await takePages(1, cancellationToken) == 0)
            {
                TellBudgetUsedUp(request, pages.Count - answered.Count);
                break;
            }

            var analysis = await client.AnalyseAsync(request.File, [page], locale, cancellationToken);
            answered.AddRange(Match([page], analysis));
        }

        return answered;
    }

    private void TellBudgetUsedUp(OcrRequest request, int pages)
    {
        BudgetUsedUp(pages);
        request.Tell("This month's budget for text recognition is used up.");
    }

    private List<PageText> Match(List<int> asked, Analysis analysis)
    {
        var answers = analysis.Pages.ToLookup(page => page.PageNumber);
        var answered = asked.Count(answers.Contains);
        if (answered < asked.Count)
        {
            Truncated(answered, asked.Count);
        }

        return [.. asked.Select(number => answers[number].FirstOrDefault() is { } page ? Recognised(page) : Unread(number))];
    }

    // A page without words was seen and is blank, which is as sure as can be.
    private static PageText Recognised(AnalysedPage page) => new(page.PageNumber, string.Join('\n', (page.Lines ?? []).Select(line => line.Content)))
    {
        OcrStart = 0,
        Confidence = Math.Clamp((page.Words ?? []).Select(word => word.Confidence).DefaultIfEmpty(1).Average(), 0, 1),
    };

    private static PageText Unread(int number) => new(number, "") { OcrStart = 0, Confidence = 0 };

    private static int PagesPerRequest(ScannedFile file) =>
        (int)Math.Clamp(new FileInfo(file.Path).Length / BytesPerPage, FewestPagesPerRequest, MostPagesPerRequest);

    private static string? LocaleOf(IReadOnlyList<DocumentLanguage> languages) => languages switch
    {
        [DocumentLanguage.En] => "en",
        [DocumentLanguage.De] => "de",
        [DocumentLanguage.Fr] => "fr",
        [DocumentLanguage.Es] => "es",
        [DocumentLanguage.It] => "it",
        _ => null,
    };

    [LoggerMessage(LogLevel.Warning, "Document Intelligence answered only {Answered} of {Asked} pages: the free tier reads two")]
    private partial void Truncated(int answered, int asked);

    [LoggerMessage(LogLevel.Warning, "Document Intelligence did not read {Pages} pages: {Code}")]
    private partial void Refused(string code, int pages);

    [LoggerMessage(LogLevel.Warning, "{Pages} pages were not sent to Document Intelligence: the month's budget is used up")]
    private partial void BudgetUsedUp(int pages);
}
