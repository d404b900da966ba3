using System.Globalization;
using System.Net.Mail;
using Azure;
using Iasios.Core.Facilities;
using Iasios.Core.Reminders;
using Iasios.Core.Standards;
using Iasios.Extraction;
using Iasios.Functions.Coverage;
using Iasios.Functions.Facilities;
using Iasios.Functions.Ledger;
using Iasios.Functions.Storage;
using Microsoft.Extensions.Options;

namespace Iasios.Functions.Reminders;

/// <summary>
/// Writes each facility's reminder of the day, once: an outbox row that can be added only once, and after it an .eml file
/// where a folder is set.
/// </summary>
public sealed partial class ReminderOutbox(
    EvidenceStore store,
    FacilityDirectory facilities,
    CoverageReducer reducer,
    Catalogue catalogue,
    IOptions<ReminderOptions> options,
    TimeProvider clock,
    ILogger<ReminderOutbox> logger)
{
    private const string Sender = "iasios-evidence@localhost";

    /// <summary>Writes what is due and gives a line for the log. One facility's fault does not keep the others waiting, but fails the run, so that it is repeated.</summary>
    public async Task<string> SendDueAsync(CancellationToken cancellationToken)
    {
        var written = 0;
        var faults = 0;
        foreach (var facility in await facilities.AllAsync(cancellationToken))
        {
            try
            {
                written += await SendAsync(facility, cancellationToken) ? 1 : 0;
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // Not its message: a mail fault's may hold an address.
                NotWritten(facility.Id, exception.GetType().Name);
                faults++;
            }
        }

        return faults == 0
            ? string.Create(CultureInfo.InvariantCulture, $"Wrote {written} reminders.")
            : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The reminders of {faults} facilities were not written."));
    }

    private async Task<bool> SendAsync(Facility facility, CancellationToken cancellationToken)
    {
        var coverage = await reducer.CurrentAsync(facility, cancellationToken);
        if (Reminder.Due(facility, catalogue, coverage) is not { } reminder)
        {
            return false;
        }

        var table = await store.CoverageAsync(cancellationToken);
        var row = LedgerRows.Row(facility.Id.Value, LedgerRows.ReminderKeyOf(reminder.Id));
        row["To"] = reminder.To.Email;
        row["Subject"] = reminder.Subject;
        row["Body"] = reminder.Body;
        row["Written"] = clock.GetUtcNow();
        var isNew = true;
        try
        {
            await table.AddEntityAsync(row, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status == 409)
        {
            isNew = false;
        }

        // The file is also written when a run died between row and file.
        await WriteMailAsync(facility, reminder, cancellationToken);
        return isNew;
    }

    private async Task WriteMailAsync(Facility facility, Reminder reminder, CancellationToken cancellationToken)
    {
        if (options.Value.OutboxFolder is not { Length: > 0 } folder)
        {
            return;
        }

        var target = Path.Combine(Directory.CreateDirectory(folder).FullName, $"{facility.Id}-{reminder.Id}.eml");
        if (File.Exists(target))
        {
            return;
        }

        using var scratch = new ScratchFolder();
        using var message = new MailMessage(new MailAddress(Sender, "IASIOS evidence"), new MailAddress(reminder.To.Email, reminder.To.Name))
        {
            Subject = reminder.Subject,
            Body = reminder.Body.ReplaceLineEndings("\r\n"),
        };
        using var client = new SmtpClient
        {
            DeliveryFormat = SmtpDeliveryFormat.International,
            DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory,
            PickupDirectoryLocation = scratch.Path,
        };
        await client.SendMailAsync(message, cancellationToken);
        File.Move(Directory.GetFiles(scratch.Path).Single(), target, overwrite: true);
    }

    [LoggerMessage(LogLevel.Error, "The reminder of {Facility} was not written: {Fault}")]
    private partial void NotWritten(FacilityId facility, string fault);
}
