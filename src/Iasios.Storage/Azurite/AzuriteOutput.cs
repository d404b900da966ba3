using System.Globalization;
using System.Text.RegularExpressions;

namespace Iasios.Storage.Azurite;

/// <summary>What a starting Azurite prints: first the ports of its services, or else why it could not start.</summary>
internal sealed partial class AzuriteOutput
{
    private const int KeptErrors = 10;

    private readonly Lock gate = new();
    private readonly Dictionary<string, int> ports = new(StringComparer.Ordinal);
    private readonly Queue<string> errors = new();
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when all three services listen.</summary>
    public Task Ready => ready.Task;

    public int BlobPort => ports["Blob"];

    public int QueuePort => ports["Queue"];

    public int TablePort => ports["Table"];

    public string Errors
    {
        get
        {
            lock (gate)
            {
                return string.Join('\n', errors);
            }
        }
    }

    public void OnOutput(string line)
    {
        if (Listening().Match(line) is not { Success: true } match)
        {
            return;
        }

        lock (gate)
        {
            ports[match.Groups["service"].Value] = int.Parse(match.Groups["port"].ValueSpan, CultureInfo.InvariantCulture);
            if (ports.Count == 3)
            {
                ready.TrySetResult();
            }
        }
    }

    public void OnError(string line)
    {
        lock (gate)
        {
            errors.Enqueue(line);
            if (errors.Count > KeptErrors)
            {
                errors.Dequeue();
            }
        }
    }

    [GeneratedRegex(
        @"Azurite (?<service>Blob|Queue|Table) service (is )?successfully listen(s|ing) (at|on) https?://127\.0\.0\.1:(?<port>\d+)",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Listening();
}
