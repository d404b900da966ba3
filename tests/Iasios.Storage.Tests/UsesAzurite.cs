using Iasios.TestSupport;

namespace Iasios.Storage.Tests;

[CollectionDefinition(nameof(UsesAzurite))]
public sealed class UsesAzurite : ICollectionFixture<AzuriteFixture>;
