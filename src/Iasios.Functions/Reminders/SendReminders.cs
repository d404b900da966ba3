using Iasios.Functions.Host;

namespace Iasios.Functions.Reminders;

/// <summary>The daily timer function that reminds facilities of missing and lapsing evidence.</summary>
public static class SendReminders
{
    private const string Name = nameof(SendReminders);

    /// <summary>Maps <c>POST /SendReminders</c>.</summary>
    public static void MapSendReminders(this IEndpointRouteBuilder app) => app.MapHostFunction(Name, async (services, _, cancellationToken) =>
        InvocationAnswer.Of(await services.GetRequiredService<ReminderOutbox>().SendDueAsync(cancellationToken)));
}
