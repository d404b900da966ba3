using Iasios.Core.Evidence;
using Iasios.Core.Guard;
using Iasios.Core.Text;
using Iasios.Functions.Ledger;

namespace Iasios.Functions.Evidence;

/// <summary>Looks for patient data in what was read of a document, minus what a person has released.</summary>
public sealed class DocumentGuard(EvidenceLedger ledger)
{
    /// <summary>Why a document must be held back; empty when it need not be.</summary>
    public async Task<IReadOnlyList<PatientDataFinding>> CheckAsync(
        EvidencePath path, string partition, string sha256, Reading reading, CancellationToken cancellationToken)
    {
        var findings = PatientDataGuard.Check(reading.Pages, path.PathInFacility, reading.Properties);
        if (findings.Count == 0)
        {
            return findings;
        }

        return await ledger.FindReleaseAsync(partition, QuarantineRelease.ContentOf(sha256, path.Key), cancellationToken) switch
        {
            null => findings,
            var release when release.Document == path.Key => [],
            _ => [.. findings.Where(finding => finding.Place == PatientDataPlace.FileName)],
        };
    }
}
