using Azure.Core;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Iasios.Storage.Tables;
using Microsoft.Extensions.Configuration;

namespace Iasios.Storage;

/// <summary>One storage account: its blobs, queues and tables, under one connection name.</summary>
public sealed class StorageAccount
{
    // A blob may be large and its answer slow to begin; a queue message is small.
    private static readonly TimeSpan BlobTimeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan QueueTimeout = TimeSpan.FromSeconds(30);

    private StorageAccount(BlobServiceClient blobs, QueueServiceClient queues, TableServiceClient tables)
    {
        Blobs = blobs;
        Queues = queues;
        Tables = tables;
    }

    /// <summary>The blobs. A request times out after 60 seconds and is tried again three times.</summary>
    public BlobServiceClient Blobs { get; }

    /// <summary>
    /// The queues. A request times out after 30 seconds and is tried again three times. Messages are sent and read as
    /// they are: no Base64.
    /// </summary>
    public QueueServiceClient Queues { get; }

    /// <summary>The tables. A request times out after 10 seconds and is tried again three times.</summary>
    public TableServiceClient Tables { get; }

    /// <summary>Opens the account that a connection string names.</summary>
    /// <param name="connectionString">A connection string with an account key, or <c>UseDevelopmentStorage=true</c>.</param>
    /// <exception cref="FormatException">The text is not a connection string.</exception>
    public static StorageAccount FromConnectionString(string connectionString)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        return new(
            new BlobServiceClient(connectionString, WithTimeout(ExactNames(), BlobTimeout)),
            new QueueServiceClient(connectionString, WithTimeout(new QueueClientOptions(), QueueTimeout)),
            new TableServiceClient(connectionString));
    }

    /// <summary>
    /// Opens the account that a connection name stands for, as the Functions host reads it: the setting
    /// <c>{name}</c> holds a connection string, or <c>{name}:blobServiceUri</c>, <c>{name}:queueServiceUri</c> and
    /// <c>{name}:tableServiceUri</c> hold addresses that are opened with an identity.
    /// </summary>
    /// <param name="configuration">The settings of the app.</param>
    /// <param name="name">The connection name, such as <c>EvidenceStorage</c>.</param>
    /// <exception cref="InvalidOperationException">A setting is missing or wrong; the message names it.</exception>
    public static StorageAccount FromConfiguration(IConfiguration configuration, string name)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);

        var settings = new ConnectionSettings(configuration.GetSection(name));
        if (settings.ConnectionString is not { } connectionString)
        {
            return FromIdentity(settings);
        }

        try
        {
            return FromConnectionString(connectionString);
        }
        catch (FormatException fault)
        {
            throw new InvalidOperationException($"The setting '{name}' is not a storage connection string.", fault);
        }
    }

    private static StorageAccount FromIdentity(ConnectionSettings settings)
    {
        var credential = settings.Credential();
        return new(
            new BlobServiceClient(settings.ServiceUri("blob"), credential, WithTimeout(ExactNames(), BlobTimeout)),
            new QueueServiceClient(settings.ServiceUri("queue"), credential, WithTimeout(new QueueClientOptions(), QueueTimeout)),
            new TableServiceClient(settings.ServiceUri("table"), credential));
    }

    // A blob's name may begin or end with a slash; by default the client would ask for another blob.
    private static BlobClientOptions ExactNames() => new() { TrimBlobNameSlashes = false };

    private static TOptions WithTimeout<TOptions>(TOptions options, TimeSpan timeout)
        where TOptions : ClientOptions
    {
        options.Retry.NetworkTimeout = timeout;
        return options;
    }
}
