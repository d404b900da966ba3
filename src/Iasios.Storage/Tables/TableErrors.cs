using System.Text.Json;
using Azure;
using Azure.Core;

namespace Iasios.Storage.Tables;

/// <summary>Reads the errors of the table service.</summary>
internal sealed class TableErrors : RequestFailedDetailsParser
{
    private static readonly TableErrors Parser = new();

    public static RequestFailedException From(Response response) => new(response, innerException: null, Parser);

    public static string? CodeOf(Response response) => Parse(response.Content.ToMemory())?.Code;

    public override bool TryParse(Response response, out ResponseError? error, out IDictionary<string, string>? data)
    {
        error = Parse(response.Content.ToMemory());
        data = null;
        return error is not null;
    }

    /// <summary>Reads the body of an error; null if it is not of the service's form.</summary>
    public static ResponseError? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var error = document.RootElement.GetProperty("odata.error");
            return new(error.GetProperty("code").GetString(), error.GetProperty("message").GetProperty("value").GetString());
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
