using System.Buffers;
using System.Text;
using Azure.Core;

namespace Iasios.Storage.Tables;

/// <summary>Writes a transaction as one request of many parts, in UTF-8 straight into one buffer.</summary>
internal static class TransactionRequest
{
    private const int MaximumActions = 100;
    private const int MaximumBytes = 4 * 1024 * 1024;

    public static HttpMessage Create(TableRequests requests, IReadOnlyList<TableAction> actions)
    {
        Check(actions);

        // JSON holds no line breaks, so no value can pass for a boundary.
        var batch = $"batch_{Guid.NewGuid()}";
        var body = Body(requests, actions, batch);
        if (body.WrittenCount > MaximumBytes)
        {
            throw new ArgumentException($"A transaction has at most 4 MiB; this one has {body.WrittenCount} bytes.", nameof(actions));
        }

        var message = requests.Create(RequestMethod.Post, requests.ServiceAddress("$batch"));
        message.Request.Headers.SetValue("Content-Type", $"multipart/mixed; boundary={batch}");
        message.Request.Content = RequestContent.Create(body.WrittenMemory);
        return message;
    }

    private static void Check(IReadOnlyList<TableAction> actions)
    {
        if (actions.Count is 0 or > MaximumActions)
        {
            throw new ArgumentException($"A transaction has 1 to {MaximumActions} actions, not {actions.Count}.", nameof(actions));
        }

        if (actions.Any(action => action.Entity.PartitionKey != actions[0].Entity.PartitionKey))
        {
            throw new ArgumentException("A transaction must stay within one partition.", nameof(actions));
        }

        if (actions.DistinctBy(action => action.Entity.RowKey, StringComparer.Ordinal).Count() != actions.Count)
        {
            throw new ArgumentException("A transaction may hold each row once only.", nameof(actions));
        }
    }

    private static ArrayBufferWriter<byte> Body(TableRequests requests, IReadOnlyList<TableAction> actions, string batch)
    {
        var body = new ArrayBufferWriter<byte>(4096);
        var changes = $"changeset_{Guid.NewGuid()}";
        Write(body, $"--{batch}\r\nContent-Type: multipart/mixed; boundary={changes}\r\n\r\n");
        foreach (var action in actions)
        {
            Write(body, $"--{changes}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n");
            WriteAction(body, action, action.Address(requests));
        }

        Write(body, $"--{changes}--\r\n--{batch}--\r\n");
        return body;
    }

    private static void WriteAction(ArrayBufferWriter<byte> body, TableAction action, string address)
    {
        Write(body, $"{action.Method} {address} HTTP/1.1\r\n");
        foreach (var (name, value) in TableHeaders.For(action.IfMatch))
        {
            Write(body, $"{name}: {value}\r\n");
        }

        if (action.HasBody)
        {
            Write(body, "Content-Type: application/json\r\nPrefer: return-no-content\r\n\r\n");
            EntityJson.Write(action.Entity, body, EntityJson.Compact);
        }

        Write(body, "\r\n\r\n");
    }

    private static void Write(ArrayBufferWriter<byte> body, string text) => Encoding.UTF8.GetBytes(text, body);
}
