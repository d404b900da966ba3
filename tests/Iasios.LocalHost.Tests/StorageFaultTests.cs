using System.Net;
using Iasios.LocalHost.Tests.Running;

namespace Iasios.LocalHost.Tests;

public sealed class StorageFaultTests
{
    [Fact]
    public async Task A_storage_that_cannot_be_reached_does_not_end_the_host()
    {
        var nowhere = $"http://127.0.0.1:{Ports.Free()}/account";
        using var app = new TestApp($"AccountName=account;AccountKey=AAAA;BlobEndpoint={nowhere};QueueEndpoint={nowhere};TableEndpoint={nowhere}")
            .WithQueue("Queue1")
            .WithTimer("Timer1", "* * * * * *")
            .WithHttp("Echo", "echo/{*path}");
        await using var host = await HostProcess.StartAsync(app, "--events", "evidence=evidence-events");

        await host.UntilLoggedAsync("cannot be read");
        await host.UntilLoggedAsync("cannot be reached");
        await host.UntilLoggedAsync("cannot be listed");

        Assert.Equal(HttpStatusCode.OK, (await host.Http.GetAsync("/api/echo/x")).StatusCode);
        Assert.Equal(0, await host.StopAsync());
    }
}
