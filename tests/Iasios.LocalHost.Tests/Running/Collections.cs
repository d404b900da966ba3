using Iasios.TestSupport;

namespace Iasios.LocalHost.Tests.Running;

/// <summary>Two groups of tests with an Azurite each, so that both cores have something to do.</summary>
[CollectionDefinition(Name)]
public sealed class Messages : ICollectionFixture<AzuriteFixture>
{
    public const string Name = "messages";
}

[CollectionDefinition(Name)]
public sealed class Requests : ICollectionFixture<AzuriteFixture>
{
    public const string Name = "requests";
}
