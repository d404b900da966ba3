using Azure;
using Iasios.Storage.Tables;

namespace Iasios.Storage;

/// <summary>A row that counts what many processes take of something limited.</summary>
public static class TableAllowance
{
    private const string Taken = "Taken";

    /// <summary>
    /// Takes of what a row counts, never more in all than the limit, however many take at once. What was taken is not given
    /// back; when an answer of the storage gets lost, something may stay counted that nobody was granted.
    /// </summary>
    /// <param name="table">The table.</param>
    /// <param name="row">The row's keys and what else it bears; made with the first take.</param>
    /// <param name="wanted">How much is wanted, 0 or more.</param>
    /// <param name="limit">How much may be taken in all; below what has been taken it grants nothing.</param>
    /// <param name="cancellationToken">Ends the taking.</param>
    /// <returns>How much is granted, from 0 to what is wanted.</returns>
    public static async Task<int> TakeAsync(this TableClient table, TableEntity row, int wanted, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(row);

        // Each refusal means that another has taken something, so this ends.
        while (true)
        {
            var stored = await table.GetEntityIfExistsAsync(row.PartitionKey, row.RowKey, cancellationToken: cancellationToken);
            var taken = stored.HasValue ? stored.Value!.GetInt32(Taken) ?? 0 : 0;
            var granted = Math.Clamp(limit - taken, 0, wanted);
            if (granted == 0)
            {
                return 0;
            }

            row[Taken] = taken + granted;
            try
            {
                await (stored.HasValue
                    ? table.UpdateEntityAsync(row, stored.Value!.ETag, TableUpdateMode.Replace, cancellationToken)
                    : table.AddEntityAsync(row, cancellationToken));
                return granted;
            }
            catch (RequestFailedException exception) when (exception.Status is 409 or 412)
            {
                // Somebody was quicker.
            }
        }
    }
}
