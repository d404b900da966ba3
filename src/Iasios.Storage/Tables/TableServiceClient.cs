using Azure.Core;
using Azure.Core.Pipeline;

namespace Iasios.Storage.Tables;

/// <summary>
/// The tables of one storage account. This and the types beside it have the names and the meanings of the package
/// Azure.Data.Tables, for rows of <see cref="TableEntity"/> only, so that the package can take their place.
/// </summary>
public sealed class TableServiceClient
{
    private const string TokenScope = "https://storage.azure.com/.default";

    private readonly HttpPipeline pipeline;

    /// <summary>Opens the tables that a connection string names.</summary>
    /// <param name="connectionString">A connection string with an account key, or <c>UseDevelopmentStorage=true</c>.</param>
    /// <param name="options">How requests are sent; null for the defaults.</param>
    /// <exception cref="FormatException">The text is not such a connection string.</exception>
    public TableServiceClient(string connectionString, TableClientOptions? options = null)
        : this(TableConnectionString.Parse(connectionString), options)
    {
    }

    /// <summary>Opens the tables at an address with the account's key.</summary>
    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options = null)
        : this(endpoint, new SharedKeyLitePolicy(credential), options)
    {
    }

    /// <summary>Opens the tables at an address with an identity. Azure.Core sends a token over https only.</summary>
    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions? options = null)
        : this(endpoint, new BearerTokenAuthenticationPolicy(tokenCredential, TokenScope), options)
    {
    }

    private TableServiceClient(TableConnectionString connection, TableClientOptions? options)
        : this(connection.Endpoint, connection.Credential, options)
    {
    }

    private TableServiceClient(Uri endpoint, HttpPipelinePolicy authentication, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        Uri = endpoint;
        pipeline = HttpPipelineBuilder.Build(options ?? new(), [], [authentication], new ResponseClassifier());
    }

    /// <summary>The address of the table service.</summary>
    public Uri Uri { get; }

    /// <summary>Gives the client of one table, which need not exist yet.</summary>
    /// <param name="tableName">3 to 63 letters and digits of ASCII; the first is a letter.</param>
    /// <exception cref="ArgumentException">The name is not such a name.</exception>
    public TableClient GetTableClient(string tableName)
    {
        EntityLimits.CheckTableName(tableName);
        return new(new TableRequests(pipeline, Uri, tableName));
    }
}
