using Azure;

namespace Iasios.Storage.Tables;

/// <summary>The answer that a row is not there.</summary>
internal sealed class NoRow(Response response) : NullableResponse<TableEntity>
{
    public override bool HasValue => false;

    public override TableEntity Value => throw new InvalidOperationException("The row is not there; look at HasValue first.");

    public override Response GetRawResponse() => response;
}
