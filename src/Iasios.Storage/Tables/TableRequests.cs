using System.Buffers;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Iasios.Storage.Tables;

/// <summary>Makes and sends the requests about one table.</summary>
internal sealed class TableRequests(HttpPipeline pipeline, Uri endpoint, string table)
{
    private const string Json = "application/json";

    private readonly string service = endpoint.AbsoluteUri.TrimEnd('/');

    public string Table => table;

    /// <summary>The address of the table itself, as the address of its rows begins.</summary>
    public string TableAddress => $"{service}/{table}";

    public string RowAddress(string partitionKey, string rowKey) => TableAddress + ODataText.Keys(partitionKey, rowKey);

    public string ServiceAddress(string path) => $"{service}/{path}";

    /// <summary>Makes a request; an ETag other than the default goes with it as If-Match.</summary>
    public HttpMessage Create(RequestMethod method, string address, ETag ifMatch = default)
    {
        var message = pipeline.CreateMessage();
        message.Request.Method = method;

        // Setting only the path of a used builder keeps the address it had before.
        message.Request.Uri.Reset(new Uri(address));
        foreach (var (name, value) in TableHeaders.For(ifMatch))
        {
            message.Request.Headers.SetValue(name, value);
        }

        message.Request.Headers.SetValue("x-ms-version", "2020-12-06");
        return message;
    }

    public static void SetJson(HttpMessage message, ArrayBufferWriter<byte> body)
    {
        message.Request.Headers.SetValue("Content-Type", Json);
        message.Request.Headers.SetValue("Prefer", "return-no-content");
        message.Request.Content = RequestContent.Create(body.WrittenMemory);
    }

    /// <summary>Sends a request and gives its response, if that is a success or one of the errors that were expected.</summary>
    /// <exception cref="RequestFailedException">The service answered with another error.</exception>
    public async Task<Response> SendAsync(HttpMessage message, CancellationToken cancellationToken, params string[] expectedErrors)
    {
        using (message)
        {
            await pipeline.SendAsync(message, cancellationToken);
            var response = message.Response;
            return !response.IsError || (TableErrors.CodeOf(response) is { } code && expectedErrors.Contains(code))
                ? response
                : throw TableErrors.From(response);
        }
    }
}
