using Azure;
using Azure.Core;

namespace Iasios.Storage.Tables;

/// <summary>One write, checked against the limits, alone or within a transaction.</summary>
internal sealed record TableAction
{
    private static readonly RequestMethod Merge = RequestMethod.Parse("MERGE");

    private TableAction(RequestMethod method, TableEntity entity, ETag ifMatch = default) =>
        (Method, Entity, IfMatch) = (method, entity, ifMatch);

    public RequestMethod Method { get; }

    public TableEntity Entity { get; }

    public ETag IfMatch { get; }

    public bool HasBody => Method != RequestMethod.Delete;

    public static TableAction Add(TableEntity entity) => new(RequestMethod.Post, Checked(entity));

    public static TableAction Upsert(TableEntity entity, TableUpdateMode mode) => new(MethodOf(mode), Checked(entity));

    public static TableAction Update(TableEntity entity, ETag ifMatch, TableUpdateMode mode)
    {
        // Without the header the service would take the update for an upsert.
        if (ifMatch == default)
        {
            throw new ArgumentException("An update needs the version that was read, or ETag.All.", nameof(ifMatch));
        }

        return new(MethodOf(mode), Checked(entity), ifMatch);
    }

    public static TableAction Delete(TableEntity entity, ETag ifMatch)
    {
        EntityLimits.CheckKey(entity.PartitionKey, nameof(entity.PartitionKey));
        EntityLimits.CheckKey(entity.RowKey, nameof(entity.RowKey));
        return new(RequestMethod.Delete, entity, ifMatch == default ? ETag.All : ifMatch);
    }

    public static TableAction From(TableTransactionAction action) => action.ActionType switch
    {
        TableTransactionActionType.Add => Add(action.Entity),
        TableTransactionActionType.UpdateMerge => Update(action.Entity, OrAny(action.ETag), TableUpdateMode.Merge),
        TableTransactionActionType.UpdateReplace => Update(action.Entity, OrAny(action.ETag), TableUpdateMode.Replace),
        TableTransactionActionType.Delete => Delete(action.Entity, action.ETag),
        TableTransactionActionType.UpsertMerge => Upsert(action.Entity, TableUpdateMode.Merge),
        TableTransactionActionType.UpsertReplace => Upsert(action.Entity, TableUpdateMode.Replace),
        _ => throw new ArgumentOutOfRangeException(nameof(action), action.ActionType, "There is no such action."),
    };

    public string Address(TableRequests requests) => Method == RequestMethod.Post
        ? requests.TableAddress
        : requests.RowAddress(Entity.PartitionKey, Entity.RowKey);

    private static ETag OrAny(ETag etag) => etag == default ? ETag.All : etag;

    private static RequestMethod MethodOf(TableUpdateMode mode) => mode switch
    {
        TableUpdateMode.Merge => Merge,
        TableUpdateMode.Replace => RequestMethod.Put,
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "There is no such mode."),
    };

    private static TableEntity Checked(TableEntity entity)
    {
        EntityLimits.Check(entity);
        return entity;
    }
}
