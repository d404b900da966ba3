using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Iasios.LocalHost.Configuration;

namespace Iasios.LocalHost.State;

/// <summary>The blobs in which the host keeps its own state.</summary>
internal static class HostBlobs
{
    private const string Container = "azure-webjobs-hosts";

    /// <summary>The blob whose lease says which host runs a timer.</summary>
    public static BlobClient Lock(FunctionApp app, string function) => Blob(app, $"locks/{app.HostId}/Host.Functions.{function}.Listener");

    /// <summary>The blob that holds when a timer ran last and runs next.</summary>
    public static BlobClient Schedule(FunctionApp app, string function) => Blob(app, $"timers/{app.HostId}/Host.Functions.{function}/status");

    /// <summary>The blob that remembers what a watched container held.</summary>
    public static BlobClient Events(FunctionApp app, string container) => Blob(app, $"events/{container}");

    /// <summary>Creates a blob, empty, unless it exists.</summary>
    public static async Task CreateAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync(blob, BinaryData.Empty, new() { IfNoneMatch = ETag.All }, cancellationToken);
        }
        catch (RequestFailedException fault) when (fault.Status is StatusCodes.Status409Conflict or StatusCodes.Status412PreconditionFailed)
        {
            // It exists; a lease on it is answered with 412.
        }
    }

    /// <summary>Writes a blob; creates the container when there is none.</summary>
    public static async Task WriteAsync(BlobClient blob, BinaryData content, BlobRequestConditions? conditions, CancellationToken cancellationToken)
    {
        var options = new BlobUploadOptions { Conditions = conditions };
        try
        {
            await blob.UploadAsync(content, options, cancellationToken);
        }
        catch (RequestFailedException fault) when (fault.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            await blob.GetParentBlobContainerClient().CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            await blob.UploadAsync(content, options, cancellationToken);
        }
    }

    /// <summary>Reads a blob; null when there is none.</summary>
    public static async Task<BinaryData?> ReadAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            return (await blob.DownloadContentAsync(cancellationToken)).Value.Content;
        }
        catch (RequestFailedException fault) when (fault.Status == StatusCodes.Status404NotFound)
        {
            return null;
        }
    }

    private static BlobClient Blob(FunctionApp app, string name) =>
        (app.Storage ?? throw new InvalidOperationException("The app has no storage.")).Blobs.GetBlobContainerClient(Container).GetBlobClient(name);
}
