using Azure;

namespace Iasios.Storage.Tables;

/// <summary>A transaction was refused, and none of its actions was done.</summary>
public sealed class TableTransactionFailedException : RequestFailedException
{
    internal TableTransactionFailedException(int status, string message, string? errorCode, int? failedActionIndex)
        : base(status, message, errorCode, innerException: null) => FailedTransactionActionIndex = failedActionIndex;

    /// <summary>Which action was refused, from 0; null if the service did not say.</summary>
    public int? FailedTransactionActionIndex { get; }
}
