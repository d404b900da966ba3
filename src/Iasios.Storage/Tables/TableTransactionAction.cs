using Azure;

namespace Iasios.Storage.Tables;

/// <summary>What one action of a transaction does.</summary>
public enum TableTransactionActionType
{
    /// <summary>Adds a row that must not exist.</summary>
    Add = 0,

    /// <summary>Merges into a row that must exist.</summary>
    UpdateMerge = 1,

    /// <summary>Replaces a row that must exist.</summary>
    UpdateReplace = 2,

    /// <summary>Deletes a row that must exist.</summary>
    Delete = 3,

    /// <summary>Merges into a row, or adds it.</summary>
    UpsertMerge = 4,

    /// <summary>Replaces a row, or adds it.</summary>
    UpsertReplace = 5,
}

/// <summary>One action of a transaction.</summary>
/// <param name="actionType">What it does.</param>
/// <param name="entity">The row; for a delete its keys are enough.</param>
/// <param name="etag">
/// The version that an update or a delete wants to meet; <see cref="ETag.All"/> or none accepts any version. The
/// entity's own <see cref="TableEntity.ETag"/> is not looked at.
/// </param>
public sealed class TableTransactionAction(TableTransactionActionType actionType, TableEntity entity, ETag etag = default)
{
    /// <summary>What the action does.</summary>
    public TableTransactionActionType ActionType { get; } = actionType;

    /// <summary>The row.</summary>
    public TableEntity Entity { get; } = entity;

    /// <summary>The version that an update or a delete wants to meet.</summary>
    public ETag ETag { get; } = etag;
}
