using Iasios.Functions;
using Iasios.Functions.Dashboard;
using Iasios.Functions.Documents;
using Iasios.Functions.Evidence;
using Iasios.Functions.Health;
using Iasios.Functions.Readiness;
using Iasios.Functions.Reminders;

var builder = WebApplication.CreateSlimBuilder(args);
if (!builder.ListenWhereTheHostLooks())
{
    await Console.Error.WriteLineAsync("This program is started by the Functions host, or by the local host: see README.md.");
    return 2;
}

builder.AddIasios();
await using var app = builder.Build();
app.UseIasios();

app.MapProcessEvidence();   // queue: a blob event -> read -> tag -> file -> roll up
app.MapEvidenceFailed();    // queue: what failed too often -> a visible failure
app.MapReconcileEvidence(); // timer: container against ledger
app.MapSendReminders();     // timer: what is missing -> outbox
app.MapStatus();            // http: the roll-up -> core and extended status
app.MapDocuments();         // http: documents, their tags, their text
app.MapDashboard();         // http: the same for people
app.MapHealth();            // http: live, ready

await app.RunAsync();

// The host ends the program by force. After an exit code of 0 it would never start it again, so a stop that it did not
// ask for must look like a fault.
return 1;
