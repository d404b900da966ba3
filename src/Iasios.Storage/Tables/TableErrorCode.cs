namespace Iasios.Storage.Tables;

/// <summary>The error codes of the table service that mean no fault here.</summary>
internal static class TableErrorCode
{
    public const string ResourceNotFound = "ResourceNotFound";
    public const string TableAlreadyExists = "TableAlreadyExists";
    public const string TableNotFound = "TableNotFound";
}
