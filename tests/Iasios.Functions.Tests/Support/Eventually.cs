using System.Diagnostics;

namespace Iasios.Functions.Tests.Support;

/// <summary>Looks again and again until something is so, with a deadline.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public static async Task<T> GetAsync<T>(Func<Task<T>> look, Func<T, bool> isThere)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            var seen = await look();
            if (isThere(seen))
            {
                return seen;
            }

            if (clock.Elapsed > Deadline)
            {
                throw new TimeoutException($"It did not come about within {Deadline}. Last seen: {seen}");
            }

            await Task.Delay(Pause);
        }
    }

    public static Task IsTrueAsync(Func<bool> holds) => GetAsync(() => Task.FromResult(holds()), seen => seen);
}
