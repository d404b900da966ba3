using Azure;

namespace Iasios.Storage.Tables;

/// <summary>The headers that every request has, alone or within a transaction.</summary>
internal static class TableHeaders
{
    /// <summary>Gives the headers; an ETag other than the default wants the row to have that version.</summary>
    public static IEnumerable<(string Name, string Value)> For(ETag ifMatch)
    {
        // Less metadata would leave out the types and the ETags of queried rows.
        yield return ("Accept", "application/json;odata=minimalmetadata");
        yield return ("DataServiceVersion", "3.0");
        if (ifMatch != default)
        {
            yield return ("If-Match", ifMatch.ToString("H"));
        }
    }
}
