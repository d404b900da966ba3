namespace Iasios.Storage.Azurite;

/// <summary>Where an Azurite keeps its data and which ports it listens on.</summary>
/// <param name="DataFolder">The folder of the data, made if absent; null keeps everything in memory.</param>
/// <param name="BlobPort">The port of the blob service; 0 takes a free one.</param>
/// <param name="QueuePort">The port of the queue service; 0 takes a free one.</param>
/// <param name="TablePort">The port of the table service; 0 takes a free one.</param>
public sealed record AzuriteOptions(string? DataFolder = null, int BlobPort = 0, int QueuePort = 0, int TablePort = 0);
