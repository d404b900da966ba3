using System.Net;
using System.Net.Mail;
using System.Text;
using Iasios.Functions.Tests.Support;

namespace Iasios.Functions.Tests.Reminders;

/// <summary>The daily timer: at most one message a facility and day.</summary>
[Collection(nameof(UsesTimers))]
public sealed class ReminderTests(Timers timers)
{
    [Fact]
    public async Task A_timer_that_fires_twice_writes_one_row_and_one_mail()
    {
        await TickAsync();
        await TickAsync();

        var row = Assert.Single(await timers.WithContact.RowsAsync("O|"));
        var file = Assert.Single(Directory.GetFiles(timers.Outbox));
        Assert.Equal($"with-contact-{row.RowKey[2..]}.eml", Path.GetFileName(file));
        Assert.Equal(Timers.Contact, row.GetString("To"));
    }

    [Fact]
    public async Task The_mail_goes_to_the_contact_and_lists_what_is_missing()
    {
        await TickAsync();

        var mail = await ReadAsync(Assert.Single(Directory.GetFiles(timers.Outbox)));

        Assert.Equal(Timers.Contact, new MailAddress(mail.Heads["To"]).Address);
        Assert.Equal("IASIOS evidence of Hospital with-contact: 27 core sub-requirements to work on, 0 lapsing soon", mail.Heads["Subject"]);
        Assert.Contains("Of 27 core sub-requirements 0 are evidenced, 0 are found but not confirmed by a person.", mail.Body, StringComparison.Ordinal);
        Assert.Contains("No document found:", mail.Body, StringComparison.Ordinal);
        Assert.Contains("  8c  ", mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_that_a_dead_process_did_not_write_is_written_by_the_next_run()
    {
        await TickAsync();
        File.Delete(Assert.Single(Directory.GetFiles(timers.Outbox)));

        await TickAsync();

        Assert.Single(Directory.GetFiles(timers.Outbox));
        Assert.Single(await timers.WithContact.RowsAsync("O|"));
    }

    [Fact]
    public async Task A_facility_without_a_contact_gets_no_message()
    {
        await TickAsync();

        Assert.Empty(await timers.NewHospital().RowsAsync("O|"));
    }

    [Theory]
    [InlineData("timer.json")]
    [InlineData("timer-no-monitor.json")]
    public async Task A_recorded_timer_call_runs(string file)
    {
        using var response = await timers.App.PostAsync(
            "SendReminders",
            await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "invocation-samples", file)));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private async Task TickAsync()
    {
        using var response = await timers.App.TickAsync("SendReminders");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    // Heads up to the first empty line, folded ones joined (RFC 5322); the body in its transfer encoding (RFC 2045).
    private static async Task<(Dictionary<string, string> Heads, string Body)> ReadAsync(string file)
    {
        var parts = (await File.ReadAllTextAsync(file)).Split("\r\n\r\n", 2);
        var heads = parts[0].Replace("\r\n ", " ", StringComparison.Ordinal).Split("\r\n")
            .Select(line => line.Split(':', 2))
            .ToDictionary(pair => pair[0], pair => pair[1].Trim(), StringComparer.OrdinalIgnoreCase);
        var body = heads.GetValueOrDefault("Content-Transfer-Encoding") switch
        {
            "base64" => Encoding.UTF8.GetString(Convert.FromBase64String(parts[1])),
            _ => parts[1].Replace("=\r\n", "", StringComparison.Ordinal),
        };
        return (heads, body);
    }
}
