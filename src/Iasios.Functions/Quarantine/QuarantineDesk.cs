using System.Security.Cryptography;
using System.Text;
using Iasios.Core.Evidence;
using Iasios.Core.Facilities;
using Iasios.Core.Ledger;
using Iasios.Functions.Coverage;
using Iasios.Functions.Evidence;
using Iasios.Functions.Ledger;

namespace Iasios.Functions.Quarantine;

/// <summary>A person's order about one document.</summary>
/// <param name="Facility">Whose document it is.</param>
/// <param name="Stored">The document as the person saw it.</param>
/// <param name="By">Who gives the order, as stated.</param>
/// <param name="Token">The name of the access token that was used.</param>
/// <param name="Reason">Why, as stated.</param>
public sealed record QuarantineOrder(Facility Facility, StoredDocument Stored, string By, string Token, string Reason)
{
    /// <summary>The ledger's partition.</summary>
    public string Partition => Ledger.Partition.Of(Facility.Id);

    /// <summary>The document.</summary>
    public FiledDocument Document => Stored.Document;

    /// <summary>The act that carries the order out.</summary>
    public LedgerAct Act(string action, string outcome = "") => new(action, OperationId(action))
    {
        Actor = Token,
        Note = $"by {By}: {Reason}{(outcome.Length > 0 ? $" {outcome}" : "")}",
    };

    private string OperationId(string action) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{action}\n{Document.Key}\n{Stored.OperationId}")))[..32];
}

/// <summary>Lets quarantined documents go on when a person says that there is no patient data in them.</summary>
public sealed class QuarantineDesk(EvidenceLedger ledger, EvidenceRequests requests, CoverageReducer reducer, TimeProvider clock)
{
    /// <summary>The document of an id, deleted ones too; null when the facility has none.</summary>
    public async Task<StoredDocument?> FindAsync(Facility facility, string id, CancellationToken cancellationToken) =>
        DocumentKey.TryParse(id, out var key) ? await ledger.FindAsync(Partition.Of(facility.Id), key, cancellationToken) : null;

    /// <summary>Releases a quarantined document: the same content is not held back again, and the document is processed.</summary>
    /// <returns>False when somebody changed the document in between.</returns>
    public async Task<bool> TryReleaseAsync(QuarantineOrder order, CancellationToken cancellationToken)
    {
        var document = order.Document;
        var release = new QuarantineRelease(
            QuarantineRelease.ContentOf(document.Sha256, document.Key), document.Key, order.By, order.Token, order.Reason, clock.GetUtcNow());
        var act = order.Act("released") with { Release = release };
        if (!await ledger.TryFileAsync(order.Partition, order.Stored, Filing.Released(document), null, act, cancellationToken))
        {
            return false;
        }

        // Should this message be lost, the next listing asks again.
        await requests.AskAsync($"{order.Facility.Id}/{document.Path}", cancellationToken);
        reducer.Request(order.Facility.Id);
        return true;
    }
}
