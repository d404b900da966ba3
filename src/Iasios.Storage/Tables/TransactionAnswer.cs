using System.Globalization;
using System.Text;
using Azure;

namespace Iasios.Storage.Tables;

/// <summary>
/// Reads the answer to a transaction. Its outer status is a success even when the transaction failed: then it holds
/// one response only, whose message begins with the number of the refused action.
/// </summary>
internal static class TransactionAnswer
{
    private const string StatusLine = "HTTP/1.1 ";

    /// <summary>Gives the response to each action.</summary>
    /// <exception cref="TableTransactionFailedException">An action was refused.</exception>
    /// <exception cref="RequestFailedException">The answer does not speak of each action.</exception>
    public static IReadOnlyList<Response> Read(Response response, int actions)
    {
        List<ActionResponse> answers = [];
        using var lines = new StringReader(response.Content.ToString());
        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith(StatusLine, StringComparison.Ordinal))
            {
                answers.Add(ReadOne(line[StatusLine.Length..], lines));
            }
        }

        if (answers.Find(answer => answer.IsError) is { } failed)
        {
            throw Failure(failed);
        }

        return answers.Count == actions ? answers : throw new RequestFailedException(response);
    }

    private static ActionResponse ReadOne(string status, StringReader lines)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (lines.ReadLine() is { Length: > 0 } header)
        {
            var colon = header.IndexOf(':', StringComparison.Ordinal);
            headers[header[..colon]] = header[(colon + 1)..].Trim();
        }

        var body = new StringBuilder();
        while (lines.ReadLine() is { } line && !line.StartsWith("--", StringComparison.Ordinal))
        {
            body.AppendLine(line);
        }

        var reason = status.Length > 4 ? status[4..] : "";
        return new(int.Parse(status.AsSpan(0, 3), CultureInfo.InvariantCulture), reason, headers, Encoding.UTF8.GetBytes(body.ToString()));
    }

    private static TableTransactionFailedException Failure(ActionResponse failed)
    {
        var error = TableErrors.Parse(failed.Content.ToMemory());
        var message = error?.Message ?? "";
        var colon = message.IndexOf(':', StringComparison.Ordinal);
        int? index = colon > 0 && int.TryParse(message.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
        return new(failed.Status, $"The transaction was refused: {failed.Status} {error?.Code}. {message}", error?.Code, index);
    }
}
