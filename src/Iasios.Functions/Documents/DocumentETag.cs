namespace Iasios.Functions.Documents;

/// <summary>The ETag of a document as JSON: another one after every change of its row.</summary>
public static class DocumentETag
{
    /// <summary>The ETag, in quotes.</summary>
    /// <param name="operationId">Names the operation that wrote the row.</param>
    public static string Of(string operationId) => $"\"{operationId}\"";
}
