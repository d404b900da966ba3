using System.Globalization;
using Iasios.Extraction.Ocr.DocumentIntelligence;
using Iasios.Functions.Ledger;
using Iasios.Functions.Storage;
using Iasios.Storage;
using Microsoft.Extensions.Options;

namespace Iasios.Functions.Evidence;

/// <summary>
/// The pages that may be sent to Document Intelligence in a calendar month (UTC), counted in one row for all instances of the
/// app. Pages are counted before they are sent: what fails afterwards stays counted, and the budget is never exceeded.
/// </summary>
public sealed class RecognitionBudget(EvidenceStore store, IOptions<DocumentIntelligenceOptions> options, TimeProvider clock)
{
    /// <summary>Takes pages from this month's budget.</summary>
    /// <param name="pages">How many are wanted.</param>
    /// <param name="cancellationToken">Ends the taking.</param>
    /// <returns>How many are granted, from 0 to all.</returns>
    public async Task<int> TakeAsync(int pages, CancellationToken cancellationToken)
    {
        var month = clock.GetUtcNow().ToString("yyyy-MM", CultureInfo.InvariantCulture);
        var table = await store.CoverageAsync(cancellationToken);
        return await table.TakeAsync(
            LedgerRows.Row(Partition.WholeApp, LedgerRows.RecognitionKeyOf(month)), pages, options.Value.MaxPagesPerMonth, cancellationToken);
    }
}
