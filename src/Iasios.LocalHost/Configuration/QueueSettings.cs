namespace Iasios.LocalHost.Configuration;

/// <summary>How queues are read.</summary>
/// <param name="BatchSize">How many messages are taken at once, 1 to 32.</param>
/// <param name="NewBatchThreshold">The next batch is taken when no more messages than this are in work.</param>
/// <param name="MaxDequeueCount">How often a message is tried before it goes to the poison queue.</param>
/// <param name="VisibilityTimeout">The wait after a failed attempt.</param>
/// <param name="MaxPollingInterval">The longest wait between two looks at an empty queue.</param>
/// <param name="Base64">Whether messages are base64 of their text.</param>
internal sealed record QueueSettings(
    int BatchSize, int NewBatchThreshold, int MaxDequeueCount, TimeSpan VisibilityTimeout, TimeSpan MaxPollingInterval, bool Base64)
{
    /// <summary>The shortest wait between two looks at an empty queue.</summary>
    public static readonly TimeSpan MinPollingInterval = TimeSpan.FromMilliseconds(100);

    /// <summary>Reads <c>extensions.queues</c>.</summary>
    /// <exception cref="ConfigurationException">A field is wrong.</exception>
    public static QueueSettings Read(JsonSection queues)
    {
        var batchSize = queues.Number("batchSize", 16, 1, 32);
        return new(
            batchSize,
            queues.Number("newBatchThreshold", batchSize / 2 * Environment.ProcessorCount, 0, 1000),
            queues.Number("maxDequeueCount", 5, 1, 1000),
            queues.Time("visibilityTimeout", TimeSpan.Zero, TimeSpan.Zero),
            queues.Time("maxPollingInterval", TimeSpan.FromMinutes(1), MinPollingInterval),
            queues.OptionalText("messageEncoding") switch
            {
                null => true,
                var encoding when encoding.Equals("base64", StringComparison.OrdinalIgnoreCase) => true,
                var encoding when encoding.Equals("none", StringComparison.OrdinalIgnoreCase) => false,
                _ => throw queues.Fault("messageEncoding", "must be \"base64\" or \"none\""),
            });
    }
}
