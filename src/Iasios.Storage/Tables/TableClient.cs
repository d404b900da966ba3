using System.Buffers;
using System.Text.Json;
using Azure;
using Azure.Core;

namespace Iasios.Storage.Tables;

/// <summary>
/// One table. A request that fails for a passing reason is tried again, and the first try may have been done after
/// all: a 409 or 412 can therefore mean success. Who must know keeps an id of the operation in the row, reads the row
/// back and compares. Errors of the service are <see cref="RequestFailedException"/> with its status and error code; a
/// service that could not be reached in any try is an <see cref="AggregateException"/>; what breaks a limit of the
/// service is an <see cref="ArgumentException"/> before anything is sent.
/// </summary>
public sealed class TableClient
{
    private readonly TableRequests requests;

    internal TableClient(TableRequests requests) => this.requests = requests;

    /// <summary>The name of the table.</summary>
    public string Name => requests.Table;

    /// <summary>Writes a filter: each value is quoted and escaped as its type wants it.</summary>
    /// <param name="filter">Such as <c>$"PartitionKey eq {facility} and RowKey ge {first}"</c>, without quotes of its own.</param>
    /// <exception cref="ArgumentException">A value is of a type that a table cannot hold.</exception>
    public static string CreateQueryFilter(FormattableString filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return ODataText.Filter(filter);
    }

    /// <summary>Creates the table; that it exists already is a success.</summary>
    public Task<Response> CreateIfNotExistsAsync(CancellationToken cancellationToken = default)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteString("TableName", Name);
            json.WriteEndObject();
        }

        var message = requests.Create(RequestMethod.Post, requests.ServiceAddress("Tables"));
        TableRequests.SetJson(message, body);
        return requests.SendAsync(message, cancellationToken, TableErrorCode.TableAlreadyExists);
    }

    /// <summary>Deletes the table and all its rows; that there is none is a success.</summary>
    public Task<Response> DeleteAsync(CancellationToken cancellationToken = default) =>
        requests.SendAsync(
            requests.Create(RequestMethod.Delete, requests.ServiceAddress($"Tables('{Name}')")),
            cancellationToken,
            TableErrorCode.ResourceNotFound,
            TableErrorCode.TableNotFound);

    /// <summary>Adds a row; 409 if there is one with its keys.</summary>
    public Task<Response> AddEntityAsync(TableEntity entity, CancellationToken cancellationToken = default) =>
        WriteAsync(TableAction.Add(entity), cancellationToken);

    /// <summary>Adds a row, or changes the one with its keys whatever its version is.</summary>
    public Task<Response> UpsertEntityAsync(
        TableEntity entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default) =>
        WriteAsync(TableAction.Upsert(entity, mode), cancellationToken);

    /// <summary>Changes a row; 404 if there is none, 412 if its version is another.</summary>
    /// <param name="entity">The row.</param>
    /// <param name="ifMatch">The version that was read, or <see cref="ETag.All"/> for any.</param>
    /// <param name="mode">What becomes of properties that the entity has not.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<Response> UpdateEntityAsync(
        TableEntity entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default) =>
        WriteAsync(TableAction.Update(entity, ifMatch, mode), cancellationToken);

    /// <summary>Deletes a row; that there is none is a success, 412 if its version is another.</summary>
    /// <param name="partitionKey">The partition.</param>
    /// <param name="rowKey">The key within the partition.</param>
    /// <param name="ifMatch">The version that was read; without one, any.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        var action = TableAction.Delete(new(partitionKey, rowKey), ifMatch);
        return requests.SendAsync(
            requests.Create(action.Method, action.Address(requests), action.IfMatch), cancellationToken, TableErrorCode.ResourceNotFound);
    }

    /// <summary>Reads a row; 404 if there is none.</summary>
    /// <param name="partitionKey">The partition.</param>
    /// <param name="rowKey">The key within the partition.</param>
    /// <param name="select">The properties wanted; null or none for all.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<Response<TableEntity>> GetEntityAsync(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
    {
        var response = await requests.SendAsync(Get(partitionKey, rowKey, select), cancellationToken);
        return Response.FromValue(ReadRow(response), response);
    }

    /// <summary>
    /// Reads a row if it is there. That the <em>table</em> is not there is an error: it would make all that was stored look absent.
    /// </summary>
    /// <param name="partitionKey">The partition.</param>
    /// <param name="rowKey">The key within the partition.</param>
    /// <param name="select">The properties wanted; null or none for all.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<NullableResponse<TableEntity>> GetEntityIfExistsAsync(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
    {
        var response = await requests.SendAsync(
            Get(partitionKey, rowKey, select), cancellationToken, TableErrorCode.ResourceNotFound);
        return response.IsError ? new NoRow(response) : Response.FromValue(ReadRow(response), response);
    }

    /// <summary>Reads rows in the order of their keys, page by page.</summary>
    /// <param name="filter">Which rows, as <see cref="CreateQueryFilter"/> writes it; null for all.</param>
    /// <param name="maxPerPage">1 to 1,000 rows; null for 1,000. A page may hold fewer, or none, and not be the last.</param>
    /// <param name="select">The properties wanted; null or none for all.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public AsyncPageable<TableEntity> QueryAsync(
        string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default) =>
        new TablePages(requests, new(filter, maxPerPage, Select(select)), cancellationToken);

    /// <summary>Does all actions or none.</summary>
    /// <param name="transactionActions">1 to 100 actions on different rows of one partition, 4 MiB at most.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>A response for each action, in order, with the new version of its row.</returns>
    /// <exception cref="TableTransactionFailedException">An action was refused; nothing was done.</exception>
    public async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transactionActions);

        TableAction[] actions = [.. transactionActions.Select(TableAction.From)];
        var response = await requests.SendAsync(TransactionRequest.Create(requests, actions), cancellationToken);
        return Response.FromValue(TransactionAnswer.Read(response, actions.Length), response);
    }

    private static TableEntity ReadRow(Response response)
    {
        using var document = JsonDocument.Parse(response.Content.ToMemory());
        var entity = EntityJson.Read(document.RootElement);
        entity.ETag = response.Headers.ETag ?? entity.ETag;
        return entity;
    }

    private static string? Select(IEnumerable<string>? names) =>
        names is null ? null : string.Join(',', names) is { Length: > 0 } list ? Uri.EscapeDataString(list) : null;

    private HttpMessage Get(string partitionKey, string rowKey, IEnumerable<string>? select)
    {
        EntityLimits.CheckKey(partitionKey, nameof(partitionKey));
        EntityLimits.CheckKey(rowKey, nameof(rowKey));
        var query = Select(select) is { } list ? $"?$select={list}" : "";
        return requests.Create(RequestMethod.Get, requests.RowAddress(partitionKey, rowKey) + query);
    }

    private Task<Response> WriteAsync(TableAction action, CancellationToken cancellationToken)
    {
        var body = new ArrayBufferWriter<byte>();
        EntityJson.Write(action.Entity, body, EntityJson.Ascii);
        var message = requests.Create(action.Method, action.Address(requests), action.IfMatch);
        TableRequests.SetJson(message, body);
        return requests.SendAsync(message, cancellationToken);
    }
}
