namespace Iasios.LocalHost.Handler;

/// <summary>Two errors of the handler within 30 minutes are forgiven, the third is not.</summary>
internal sealed class RestartBudget(TimeProvider clock)
{
    private const int Restarts = 2;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(30);

    private readonly Queue<DateTimeOffset> errors = new();

    /// <summary>Counts an error; false when the host must stop.</summary>
    public bool Forgives()
    {
        var now = clock.GetUtcNow();
        while (errors.TryPeek(out var oldest) && now - oldest > Window)
        {
            errors.Dequeue();
        }

        errors.Enqueue(now);
        return errors.Count <= Restarts;
    }
}
