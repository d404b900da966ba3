using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Iasios.Storage.Tables;
using Iasios.TestSupport;

namespace Iasios.Storage.Tests.Tables;

[Collection(nameof(UsesAzurite))]
public sealed class TableServiceClientTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1")]
    [InlineData("AccountName=evidence;AccountKey=a2V5", "https://evidence.table.core.windows.net/")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=evidence;AccountKey=a2V5;EndpointSuffix=core.chinacloudapi.cn", "https://evidence.table.core.chinacloudapi.cn/")]
    [InlineData("accountname=evidence; accountkey=a2V5 ;TableEndpoint=https://tables.hospital.example/;", "https://tables.hospital.example/")]
    public void A_connection_string_says_where_the_tables_are(string connectionString, string expected) =>
        Assert.Equal(new Uri(expected), new TableServiceClient(connectionString).Uri);

    [Theory]
    [InlineData("tables")]
    [InlineData("AccountName=evidence")]
    [InlineData("AccountKey=a2V5")]
    [InlineData("AccountName=evidence;AccountKey=not base64")]
    [InlineData("AccountName=evidence;AccountName=other;AccountKey=a2V5")]
    [InlineData("AccountName=evidence;AccountKey=a2V5;TableEndpoint=nowhere")]
    [InlineData("AccountName=evidence;SharedAccessSignature=sv=2020")]
    public void Any_other_text_is_no_connection_string(string connectionString) =>
        Assert.Throws<FormatException>(() => new TableServiceClient(connectionString));

    [Fact]
    public async Task A_request_that_is_tried_again_is_signed_again()
    {
        using var transport = new Interrupted(beforeSending: true);
        var table = Through(transport);

        await table.CreateIfNotExistsAsync();

        Assert.Equal(2, transport.Tries);
        Assert.Empty(await table.QueryAsync().ToListAsync());
    }

    [Fact]
    public async Task A_write_whose_answer_was_lost_is_refused_although_it_was_done()
    {
        var table = await NewTable.CreateAsync(azurite);
        using var transport = new Interrupted(beforeSending: false);

        var fault = await Assert.ThrowsAsync<RequestFailedException>(
            () => Through(transport, table.Name).AddEntityAsync(new("st-anna", "one") { ["OperationId"] = "mine" }));

        Assert.Equal(409, fault.Status);
        Assert.Equal("mine", (await table.GetEntityAsync("st-anna", "one")).Value.GetString("OperationId"));
    }

    [Fact]
    public async Task A_wrong_key_is_refused()
    {
        var wrong = new TableServiceClient(azurite.Account.Tables.Uri, new TableSharedKeyCredential("devstoreaccount1", "d3Jvbmc="));

        var fault = await Assert.ThrowsAsync<RequestFailedException>(
            () => wrong.GetTableClient(NewTable.Name()).CreateIfNotExistsAsync());

        Assert.Equal(403, fault.Status);
    }

    [Fact]
    public async Task A_token_is_never_sent_without_encryption()
    {
        var plain = new TableServiceClient(azurite.Account.Tables.Uri, DelegatedTokenCredential.Create((_, _) => default));

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => plain.GetTableClient(NewTable.Name()).CreateIfNotExistsAsync());
    }

    [Fact]
    public async Task A_token_is_asked_for_storage_and_sent_with_the_request()
    {
        string[] scopes = [];
        using var transport = new Interrupted(beforeSending: true);
        var credential = DelegatedTokenCredential.Create((context, _) =>
        {
            scopes = context.Scopes;
            return new AccessToken("token-of-the-app", DateTimeOffset.UtcNow.AddHours(1));
        });
        var service = new TableServiceClient(
            new("https://127.0.0.1:1/evidence"), credential, new() { Transport = transport, Retry = { MaxRetries = 0 } });

        await Assert.ThrowsAnyAsync<Exception>(() => service.GetTableClient(NewTable.Name()).CreateIfNotExistsAsync());

        Assert.Equal(["https://storage.azure.com/.default"], scopes);
        Assert.Equal("Bearer token-of-the-app", transport.LastAuthorization);
    }

    private TableClient Through(HttpPipelineTransport transport, string? name = null) =>
        new TableServiceClient(azurite.ConnectionString, new() { Transport = transport, Retry = { Delay = TimeSpan.FromMilliseconds(10) } })
            .GetTableClient(name ?? NewTable.Name());

    /// <summary>A network that breaks once: before the first request is sent, or before its answer comes.</summary>
    private sealed class Interrupted(bool beforeSending) : HttpPipelineTransport, IDisposable
    {
        private readonly HttpClientTransport network = new();

        public int Tries { get; private set; }

        public string? LastAuthorization { get; private set; }

        public override Request CreateRequest() => network.CreateRequest();

        public override void Process(HttpMessage message) => throw new NotSupportedException();

        public override async ValueTask ProcessAsync(HttpMessage message)
        {
            LastAuthorization = message.Request.Headers.TryGetValue("Authorization", out var value) ? value : null;
            var breaks = ++Tries == 1;
            if (breaks && beforeSending)
            {
                message.Request.Headers.Remove("Authorization");
                throw new IOException("The network broke.");
            }

            await network.ProcessAsync(message);
            if (breaks)
            {
                throw new IOException("The network broke.");
            }
        }

        public void Dispose() => network.Dispose();
    }
}
