using System.Text.Json.Nodes;
using Iasios.TestSupport;

namespace Iasios.EndToEnd.Tests;

/// <summary>Files come, change, move and go while the product runs.</summary>
public sealed class FollowingTests : IAsyncLifetime
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);
    private static readonly BinaryData Sedation = Sample("SOPs & protocols/IR-SOP-030-emergencies-in-the-suite.pdf");

    private RunningProduct product = null!;

    public async Task InitializeAsync() => product = await RunningProduct.StartAsync();

    public async Task DisposeAsync() => await product.DisposeAsync();

    [Fact]
    public async Task An_upload_an_overwrite_a_move_and_a_delete_are_followed()
    {
        await product.UploadAsync("protocols/emergencies.pdf", Sedation);
        var found = await product.StatusAsync(status => RunningProduct.State(status, "8e") == "found", Soon);
        var document = RunningProduct.Code(found, "8e")["documents"]![0]!;
        Assert.Equal("protocols/emergencies.pdf", (string?)document["name"]);
        Assert.NotEmpty((string)document["quote"]!);

        await product.UploadAsync("protocols/emergencies.pdf", BinaryData.FromString("Canteen menu\nMonday: soup\n"));
        await product.StatusAsync(status => RunningProduct.State(status, "8e") == "missing", Soon);

        await product.UploadAsync("protocols/emergencies.pdf", Sedation);
        await product.StatusAsync(status => RunningProduct.State(status, "8e") == "found", Soon);

        await MoveAsync("protocols/emergencies.pdf", "archive/2026/emergencies.pdf");
        await product.StatusAsync(status => Names(status, "8e") is ["archive/2026/emergencies.pdf"], Soon);

        await product.Evidence.DeleteBlobAsync("st-anna/archive/2026/emergencies.pdf");
        var empty = await product.StatusAsync(status => RunningProduct.State(status, "8e") == "missing", Soon);
        Assert.Equal(0, RunningProduct.Filed(empty));
    }

    private async Task MoveAsync(string from, string to)
    {
        var source = product.Evidence.GetBlobClient("st-anna/" + from);
        await (await product.Evidence.GetBlobClient("st-anna/" + to).StartCopyFromUriAsync(source.Uri)).WaitForCompletionAsync();
        await source.DeleteAsync();
    }

    private static string[] Names(JsonObject status, string code) =>
        [.. RunningProduct.Code(status, code)["documents"]!.AsArray().Select(document => (string)document!["name"]!)];

    private static BinaryData Sample(string path) => BinaryData.FromBytes(File.ReadAllBytes(Path.Combine(Repository.Samples, path)));
}
