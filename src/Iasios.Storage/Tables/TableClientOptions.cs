using Azure.Core;

namespace Iasios.Storage.Tables;

/// <summary>How requests to a table service are sent.</summary>
public sealed class TableClientOptions : ClientOptions
{
    /// <summary>
    /// Sets a timeout of 10 seconds a request, with Azure.Core's usual three more tries: a row is small, and a caller
    /// that waits longer is better told.
    /// </summary>
    public TableClientOptions() => Retry.NetworkTimeout = TimeSpan.FromSeconds(10);
}
