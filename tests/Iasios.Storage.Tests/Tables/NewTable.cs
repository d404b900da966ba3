using Iasios.Storage.Tables;
using Iasios.TestSupport;

namespace Iasios.Storage.Tests.Tables;

internal static class NewTable
{
    public static string Name() => $"t{Guid.NewGuid():N}";

    public static async Task<TableClient> CreateAsync(AzuriteFixture azurite)
    {
        var table = azurite.Account.Tables.GetTableClient(Name());
        await table.CreateIfNotExistsAsync();
        return table;
    }
}
