using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.Core;

namespace Iasios.Storage.Tables;

/// <summary>The response to one action of a transaction.</summary>
internal sealed class ActionResponse : Response
{
    private readonly Dictionary<string, string> headers;
    private readonly bool isError;

    public ActionResponse(int status, string reason, Dictionary<string, string> headers, byte[] body)
    {
        this.headers = headers;
        Status = status;
        ReasonPhrase = reason;
        isError = status >= 400;
        ContentStream = new MemoryStream(body, 0, body.Length, writable: false, publiclyVisible: true);
    }

    public override int Status { get; }

    public override string ReasonPhrase { get; }

    public override bool IsError => isError;

    public override Stream? ContentStream { get; set; }

    public override string ClientRequestId { get; set; } = "";

    public override void Dispose() => ContentStream?.Dispose();

    protected override bool ContainsHeader(string name) => headers.ContainsKey(name);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => headers.Select(header => new HttpHeader(header.Key, header.Value));

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) => headers.TryGetValue(name, out value);

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = headers.TryGetValue(name, out var value) ? [value] : null;
        return values is not null;
    }
}
