namespace Iasios.LocalHost.Tests.Running;

/// <summary>Waits for what another process will do, with a deadline.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    public static async Task BeAsync(Func<Task<bool>> condition, Func<string> otherwise)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < Limit, otherwise());
            await Task.Delay(Interval);
        }
    }

    public static Task BeAsync(Func<bool> condition, Func<string> otherwise) => BeAsync(() => Task.FromResult(condition()), otherwise);
}
